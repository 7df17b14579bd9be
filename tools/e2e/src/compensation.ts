import { createHash } from 'node:crypto';
import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from './running-stack';
import type { UserError } from './story';

const PROMISE_MS = 30_000;

export interface Claim {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
  readonly toHandOver: readonly { readonly faceValue: number; readonly pieces: number }[];
}

export interface Batch {
  readonly id: string;
  readonly number: string;
  readonly payOn: string;
  readonly status: string;
  readonly rows: number;
  readonly total: number;
  readonly paidRows: number;
  readonly failedRows: number;
}

export interface Budget {
  readonly available: number;
  readonly reserved: number;
  readonly inTransit: number;
  readonly spent: number;
}

/** The bank's answer in the format of docs/bank-file.md, written by nobody's code but this: a code for each row. */
export function bankSays(
  { number, payOn }: Batch,
  rows: readonly { readonly code: string; readonly amount: number }[],
) {
  const lines = rows.map(
    ({ code, amount }, at) => `C${String(at + 1).padStart(7, '0')}${code}${String(amount).padStart(13, '0')}\n`,
  );
  const body = `R01${number}${payOn.replaceAll('-', '')}\n${lines.join('')}`;
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  const figures = `${String(rows.length).padStart(7, '0')}${String(total).padStart(15, '0')}`;
  return `${body}T${figures}${createHash('sha256').update(body).digest('hex')}\n`;
}

/** Compensation as those who have a part in it see it, through the public endpoint. */
export class CompensationDesk {
  constructor(private readonly running: () => RunningStack) {}

  private get<T>(who: Person, query: string, variables: object = {}): Promise<T> {
    return this.running().get<T>(who, query, variables);
  }

  /** A mutation that has to succeed. */
  async does<T>(who: Person, name: string, input: object, fields: string): Promise<T> {
    const { errors, ...result } = await this.tries<T>(who, name, input, fields);
    expect([name, errors]).toEqual([name, []]);
    return result as T;
  }

  async tries<T>(who: Person, name: string, input: object, fields: string): Promise<T & { errors: UserError[] }> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { result } = await this.get<{ result: T & { errors: UserError[] } }>(
      who,
      `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} errors { code } } }`,
      { input },
    );
    return result;
  }

  async claimOf(complaint: string, breach = 'LATE_STATUTORY'): Promise<Claim | undefined> {
    const { complaint: found } = await this.get<{
      complaint: { compensationClaims: (Claim & { breach: string })[] | null };
    }>(
      'citizen',
      'query ($id: ID!) { complaint(id: $id) { compensationClaims { id breach status amount toHandOver { faceValue pieces } } } }',
      { id: complaint },
    );
    return found.compensationClaims?.find((claim) => claim.breach === breach);
  }

  /** Waits until its claim has one of these statuses. */
  async becomes(complaint: string, ...statuses: readonly string[]): Promise<Claim> {
    const claim = await eventually(
      () => this.claimOf(complaint),
      (each) => each !== undefined && statuses.includes(each.status),
      PROMISE_MS,
    );
    return claim!;
  }

  async budget(): Promise<Budget> {
    const year = Number(new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 4));
    const { compensationBudget } = await this.get<{ compensationBudget: Budget[] }>(
      'manager',
      'query ($year: Int!) { compensationBudget(year: $year) { available reserved inTransit spent } }',
      { year },
    );
    return compensationBudget[0]!;
  }

  /** What the ledger says of a claim, oldest first. */
  async booked(claimId: string): Promise<string[]> {
    const { ledger } = await this.get<{ ledger: { edges: { node: { kind: string } }[] } }>(
      'manager',
      'query ($id: ID!) { ledger(first: 50, filter: { claimId: $id }) { edges { node { kind } } } }',
      { id: claimId },
    );
    return ledger.edges.map(({ node }) => node.kind).reverse();
  }

  /** Whether every hash and balance fits. */
  async isSound(): Promise<void> {
    const { ledgerAudit } = await this.get<{ ledgerAudit: object }>(
      'auditor',
      '{ ledgerAudit { firstBroken balanced } }',
    );
    expect(ledgerAudit).toEqual({ firstBroken: null, balanced: true });
  }

  async newest(): Promise<Batch | undefined> {
    const { payoutBatches } = await this.get<{ payoutBatches: { edges: { node: Batch }[] } }>(
      'admin',
      '{ payoutBatches(first: 1) { edges { node { id number payOn status rows total paidRows failedRows } } } }',
    );
    return payoutBatches.edges[0]?.node;
  }

  /** A batch, filled. */
  async batch(): Promise<Batch> {
    await this.does('admin', 'preparePayout', {}, 'batch { id }');
    return (await eventually(
      () => this.newest(),
      (each) => each?.status === 'READY',
      PROMISE_MS,
    ))!;
  }

  /** What the demo citizen reads in their inbox of the claims of a complaint, once it has come; each kind once. */
  async hears(complaint: string, kind: string): Promise<void> {
    const kinds = async () =>
      (
        await this.get<{ myNotices: { edges: { node: { kind: string; complaint: { id: string } | null } }[] } }>(
          'citizen',
          '{ myNotices(first: 100) { edges { node { kind complaint { id } } } } }',
        )
      ).myNotices.edges.filter(({ node }) => node.complaint?.id === complaint && node.kind === kind);
    expect(await eventually(kinds, (all) => all.length > 0, PROMISE_MS)).toHaveLength(1);
  }
}
