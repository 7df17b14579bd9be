import { eventually } from '@charter/testkit';
import type { RunningStack } from './running-stack';

interface Effects {
  readonly claims: number;
  readonly invitations: number;
  readonly notices: number;
  readonly delivered: number;
  readonly mails: number;
}

/** What each late and answered complaint must have led to, by the plan of the notices: nobody more, nobody less. */
async function effectsOf(stack: RunningStack, ids: readonly string[]): Promise<Effects> {
  const count = async (database: string, sql: string) =>
    Number((await stack.sql<{ count: string }>(database, sql, [ids]))[0]!.count);
  const notices = await stack.sql<{ id: string; channel: string; state: string }>(
    'notices',
    'SELECT id, channel, state FROM notice WHERE complaint_id = ANY($1)',
    [ids],
  );
  const letters = new Set(
    notices.filter(({ channel, state }) => channel === 'EMAIL' && state === 'DELIVERED').map(({ id }) => id),
  );
  const received = (await stack.mails()).filter(({ messageId }) =>
    letters.has(/<?([0-9a-f-]{36})@/.exec(messageId)?.[1] ?? ''),
  );
  return {
    claims: await count('compensation', 'SELECT count(*) FROM compensation_claim WHERE complaint_id = ANY($1)'),
    invitations: await count('surveys', 'SELECT count(*) FROM survey_invitation WHERE complaint_id = ANY($1)'),
    notices: notices.length,
    delivered: notices.filter(({ state }) => state !== 'PENDING').length,
    mails: received.length - letters.size,
  };
}

/** What the events of these complaints say must be there: one notice for each event, person and channel. */
async function expectedNotices(stack: RunningStack, ids: readonly string[]): Promise<number> {
  const [{ count }] = (await stack.sql<{ count: string }>(
    'notices',
    `SELECT count(*) FROM (SELECT DISTINCT event_id, recipient_id, channel FROM notice WHERE complaint_id = ANY($1)) AS once`,
    [ids],
  )) as [{ count: string }];
  return Number(count);
}

/** How many events about these complaints the notices service has to hear of. */
async function toldOf(stack: RunningStack, ids: readonly string[]): Promise<string[]> {
  const events = await Promise.all(
    ['complaints', 'compensation', 'surveys'].map((database) =>
      stack.sql<{ id: string }>(database, `SELECT id FROM outbox_event WHERE payload->>'complaintId' = ANY($1)`, [ids]),
    ),
  );
  return events.flat().map(({ id }) => id);
}

/**
 * Waits until everything that these late and answered complaints lead to is there, and finds it there exactly once: a claim,
 * an invitation, and for every event the notices of every person and channel, each delivered and each letter received once.
 */
export async function expectExactlyOnce(
  stack: RunningStack,
  ids: readonly string[],
  timeoutMs = 120_000,
): Promise<void> {
  const effects = await eventually(
    async () => {
      // In this order: what is there, what was told of it, who heard of that, and only then what came of it.
      const { claims, invitations } = await effectsOf(stack, ids);
      const told = await toldOf(stack, ids);
      const heard = await stack.sql<{ event_id: string }>(
        'notices',
        'SELECT DISTINCT event_id FROM notice WHERE complaint_id = ANY($1)',
        [ids],
      );
      const missing = told.filter((id) => !heard.some(({ event_id }) => event_id === id)).length;
      return { ...(await effectsOf(stack, ids)), missing, settled: claims >= ids.length && invitations >= ids.length };
    },
    ({ settled, notices, delivered, missing }) => settled && notices > 0 && notices === delivered && missing === 0,
    timeoutMs,
  );
  expect(effects).toMatchObject({ claims: ids.length, invitations: ids.length, mails: 0, missing: 0 });
  expect(effects.notices).toBe(await expectedNotices(stack, ids));
}
