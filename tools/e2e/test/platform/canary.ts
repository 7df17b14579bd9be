import { randomUUID } from 'node:crypto';
import { type TraceCollector, eventually } from '@charter/testkit';
import { ACCESS } from '@charter/tool-supergraph';
import { argumentsFor } from '../../src/canary/arguments';
import { filesEverything } from '../../src/canary/attempts';
import { Clerk } from '../../src/canary/clerk';
import { readApi } from '../../src/canary/filler';
import { type MarkKind, PERSONAL } from '../../src/canary/marks';
import { DATABASES, TELLING, inTables, metricsOf } from '../../src/canary/places';
import { STORY, type Told, livesMarked } from '../../src/canary/story';
import { Looks } from '../../src/canary/views';
import { hear } from '../../src/live';
import type { Person, RunningStack } from '../../src/running-stack';
import { toldTooMuch } from '../../src/whole-way';

const CONFIDENTIAL: readonly MarkKind[] = [...PERSONAL, 'WORDS'];
const EVERYTHING: readonly MarkKind[] = [...CONFIDENTIAL, 'PUBLISHED'];
const PROMISE_MS = 60_000;

/** Of whom nothing of the story is any business, and of what; the auditor reads cases, and nobody’s contacts. */
const VIEWERS: readonly (readonly [string, Person | undefined, readonly MarkKind[]])[] = [
  ['somebody who has not signed in', undefined, CONFIDENTIAL],
  ['another citizen', 'otherCitizen', CONFIDENTIAL],
  ['an officer of another department', 'otherOfficer', CONFIDENTIAL],
  ['an administrator', 'admin', CONFIDENTIAL],
  ['the auditor', 'auditor', PERSONAL],
  ['the head of the department', 'manager', ['ACCOUNT']],
];

/** Told this, a look has seen nothing, and proves nothing. */
const BLIND = [
  'INTERNAL_SERVER_ERROR',
  'QUERY_TOO_COMPLEX',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
];

/** Whatever a city is told of somebody stays where it belongs. */
export function keepsConfidences(running: () => RunningStack, collector: TraceCollector): void {
  beforeAll(() => collector.forget());
  afterAll(() => collector.forget(false));
  const clerk = new Clerk(running);
  let told: Told;

  const rules = Object.assign({}, ...Object.values(ACCESS.roots).map(({ Query }) => Query)) as Record<
    string,
    { about?: string }
  >;
  const idOf = (query: string): string => told.subjects[rules[query]!.about ?? ''] ?? randomUUID();
  const looks = new Looks(readApi(), argumentsFor(clerk.filler, idOf));
  /** What somebody is shown by every query, as deep as the gateway lets them look. */
  async function sees(who: Person | string | undefined): Promise<string[]> {
    const shown: string[] = [];
    for (const name of looks.names()) {
      const ask = (depth: number) => {
        const { query, variables } = looks.look(name, depth);
        const { tokens } = running().description;
        return running().askWith<object>(who && (tokens[who as Person] ?? who), query, variables);
      };
      const codesOf = ({ errors = [] }: Awaited<ReturnType<typeof ask>>) =>
        errors.map(({ extensions }) => extensions.code);
      let answer = await ask(5);
      for (const depth of [4, 3]) if (codesOf(answer).includes('QUERY_TOO_COMPLEX')) answer = await ask(depth);
      expect([name, codesOf(answer).filter((code) => BLIND.includes(code))]).toEqual([name, []]);
      shown.push(JSON.stringify(answer));
    }
    return shown;
  }

  it('carries out a story whose every text is marked', async () => {
    told = await livesMarked(running(), clerk);
    expect(STORY.filter((name) => !clerk.done.has(name))).toEqual([]);
    expect(new Set(clerk.marks.of(EVERYTHING).map(({ kind }) => kind))).toEqual(new Set(EVERYTHING));
  });

  it('repeats nothing of what it is given in what it refuses', async () => {
    await filesEverything(clerk, told, running().description.tokens);
    const refused = clerk.refusals.filter(({ isRefused }) => isRefused);
    expect(refused.length).toBeGreaterThan(100);
    expect(
      refused.flatMap(({ mutation, faults }) => clerk.marks.in(faults, EVERYTHING).map((at) => [mutation, at])),
    ).toEqual([]);
  });

  it('seals who somebody is wherever it is kept, and tells other services nothing of anybody', async () => {
    // All that was told has been done: the outboxes are empty, and so are the queues.
    await eventually(
      async () => {
        const waiting = await Promise.all(
          DATABASES.map((database) =>
            running().sql<{ count: number }>(
              database,
              `SELECT count(*)::int FROM "outbox_delivery" WHERE "confirmed_at" IS NULL`,
            ),
          ),
        );
        return waiting.every(([row]) => row!.count === 0);
      },
      (done) => done,
      PROMISE_MS,
    );
    const sought = (table: string): readonly MarkKind[] => (TELLING.includes(table) ? EVERYTHING : PERSONAL);
    const found = [];
    for (const database of DATABASES) found.push(...(await inTables(running(), database, clerk.marks, sought)));
    found.push(...(await inTables(running(), 'queue', clerk.marks, () => EVERYTHING)));
    expect(found).toEqual([]);
    // What may stand there is found: the search can find.
    const words = await inTables(running(), 'complaints', clerk.marks, () => ['WORDS']);
    expect(words).toContain('complaint: WORDS FileComplaintInput.title');
  });

  it('writes nothing of it into logs, metrics and traces', async () => {
    const log = running().log;
    expect(log).toContain('"msg":"answered"'); // whole, and of this run
    expect(clerk.marks.in(log, EVERYTHING)).toEqual([]);
    expect(clerk.marks.in(await metricsOf(running()), EVERYTHING)).toEqual([]);
    expect(collector.spans.length).toBeGreaterThan(1_000); // of the story, and of all that was refused
    expect(toldTooMuch(collector.spans, [])).toEqual([]);
    expect(clerk.marks.in(JSON.stringify(collector.spans), EVERYTHING)).toEqual([]);
  });

  it.each(VIEWERS)('shows nothing of it to %s', async (_name, who, kinds) => {
    const shown = await sees(who);
    expect(shown.flatMap((answer) => clerk.marks.in(answer, kinds))).toEqual([]);
  });

  it('streams nothing of it to anybody else, and to whom it concerns only what the timeline says', async () => {
    const { tokens } = running().description;
    const streamed = async (token: string | undefined, kinds: readonly MarkKind[]) =>
      clerk.marks.in((await hear(running(), token, told.subjects['Complaint']!)).text, kinds);
    for (const [name, who, kinds] of VIEWERS)
      expect([name, await streamed(who && tokens[who], kinds)]).toEqual([name, []]);
    for (const { token } of [told.citizen, told.officer]) {
      expect(await streamed(token, PERSONAL)).toEqual([]);
      const words = await streamed(token, ['WORDS']);
      expect(words).toContain('WORDS AnswerComplaintInput.answer');
      expect(words).not.toContain('WORDS AddInternalNoteInput.text');
    }
  });

  it('shows it to those whom it concerns: the looks reach it', async () => {
    expect(looks.unseen()).toEqual(['complaintByReceipt']); // for who has the number, and a few tries alone
    const own = clerk.marks.in((await sees(told.citizen.token)).join('\n'), CONFIDENTIAL);
    for (const at of ['NAME PetitionerInput.name', 'PHONE PetitionerInput.phone', 'EMAIL UpdateProfileInput.email'])
      expect(own).toContain(at);
    for (const at of ['ADDRESS LocationInput.address', 'WORDS FileClaimInput.statement']) expect(own).toContain(at);
    const handling = clerk.marks.in((await sees(told.officer.token)).join('\n'), CONFIDENTIAL);
    for (const at of ['PHONE PetitionerInput.phone', 'WORDS AddInternalNoteInput.text']) expect(handling).toContain(at);
  });
}
