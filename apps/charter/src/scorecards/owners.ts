import { z } from 'zod';
import { type Clock, type Logger, type ServiceClient, ServiceUnavailable } from '@charter/service';
import type { Answers, Owner } from '../domain/scorecards/answers';
import type { Days } from '../domain/scorecards/period';
import { ANSWERS, QUESTIONS, queryOf } from './questions';

/** A subgraph takes at most so many keys in one request. */
const MOST_KEYS = 500;

const graphAnswer = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).optional() });

export interface Asked {
  readonly period: Days;
  readonly departments: readonly string[];
  readonly standards: readonly string[];
  /** Whom to ask; everybody when it is left out. */
  readonly owners?: readonly Owner[];
  readonly requestId: string;
}

export interface OwnersParts {
  readonly services: Pick<ServiceClient, 'post'>;
  readonly clock: Clock;
}

type Parsed<O extends Owner> = z.output<(typeof ANSWERS)[O]>;
export type OwnersAnswers = Omit<Answers, 'counts'>;

const chunks = (codes: readonly string[]): string[][] => {
  const found: string[][] = [];
  for (let at = 0; at < codes.length; at += MOST_KEYS) found.push(codes.slice(at, at + MOST_KEYS));
  return found;
};

const byCode = <T extends { readonly code: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.code, row]));

/** Asks the owners of the figures, in their own graphs, for the fields that everybody reads. */
export class Owners {
  constructor(private readonly parts: OwnersParts) {}

  /** All at once. Who does not answer, or not with everything, is null: a figure is missing and never zero. */
  async ask(asked: Asked, log: Logger): Promise<OwnersAnswers> {
    const takenAt: Partial<Record<Owner, string>> = {};
    const answer = async <O extends Owner>(owner: O): Promise<Parsed<O> | null> => {
      if (asked.owners && !asked.owners.includes(owner)) return null;
      try {
        const found = await this.answerOf(owner, asked);
        takenAt[owner] = this.parts.clock.now().toISOString();
        return found;
      } catch (error) {
        log.warn({ err: error as Error, owner }, 'figures are missing');
        return null;
      }
    };
    const [complaints, surveys, participation, compensation] = await Promise.all([
      answer('complaints'),
      answer('surveys'),
      answer('participation'),
      answer('compensation'),
    ]);
    return {
      complaints: complaints && { departments: byCode(complaints.departments) },
      surveys: surveys && {
        departments: byCode(surveys.departments),
        standards: new Map(surveys.standards.map(({ code, scores }) => [code, scores])),
      },
      participation: participation && {
        departments: byCode(participation.departments),
        standards: byCode(participation.standards),
      },
      compensation: compensation && { departments: byCode(compensation.departments) },
      takenAt,
    };
  }

  private async answerOf<O extends Owner>(
    owner: O,
    { period, departments, standards, requestId }: Asked,
  ): Promise<Parsed<O>> {
    const query = queryOf(owner);
    const keys = (type: string, codes: readonly string[]) => codes.map((code) => ({ __typename: type, code }));
    const pages = chunks(departments);
    const asksStandards = QUESTIONS[owner].standards !== undefined;
    const standardPages = asksStandards ? chunks(standards) : [];
    const found: { departments: unknown[]; standards: unknown[] } = { departments: [], standards: [] };
    for (let page = 0; page < Math.max(pages.length, standardPages.length); page += 1) {
      const variables = {
        departments: keys('Department', pages[page] ?? []),
        ...(asksStandards && { standards: keys('Standard', standardPages[page] ?? []) }),
        period: { from: period.from, to: period.to },
      };
      const { data, errors } = graphAnswer.parse(
        await this.parts.services.post(owner, '/graphql', { query, variables }, requestId),
      );
      if (errors) throw new ServiceUnavailable(owner, undefined, { cause: new Error(errors[0]?.message) });
      const parsed = ANSWERS[owner].parse(data) as { departments: unknown[]; standards: unknown[] };
      found.departments.push(...parsed.departments);
      found.standards.push(...parsed.standards);
    }
    if (found.departments.length !== departments.length)
      throw new ServiceUnavailable(owner, undefined, { cause: new Error('It answered for other departments.') });
    return found as Parsed<O>;
  }
}
