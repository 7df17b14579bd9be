import { eventually } from '@charter/testkit';
import { patiently } from './patiently';
import type { RunningStack } from './running-stack';

/** The notices that one late and answered complaint leads to, on each channel: event, who hears of it, how often. */
const TOLD: Readonly<Record<string, number>> = {
  'complaint.filed.v1 CITIZEN': 1,
  'complaint.filed.v1 OFFICER': 1,
  // Late against the charter's date, and late by law.
  'complaint.overdue.v1 CITIZEN': 2,
  'complaint.overdue.v1 OFFICER': 2,
  // Of lateness by law the head hears by a dunning letter.
  'complaint.overdue.v1 MANAGER': 1,
  'claim.opened.v1 CITIZEN': 1,
  'complaint.answered.v1 CITIZEN': 1,
  'survey.invited.v1 CITIZEN': 1,
};

const EXPECTED = {
  claims: 1,
  invitations: 1,
  ...Object.fromEntries(
    ['INBOX', 'EMAIL'].flatMap((channel) => Object.entries(TOLD).map(([told, times]) => [`${told} ${channel}`, times])),
  ),
};
const WHOLE = Object.values(EXPECTED).reduce((sum, times) => sum + times);

interface Notice {
  readonly id: string;
  readonly complaint_id: string;
  readonly event_type: string;
  readonly audience: string;
  readonly channel: string;
  readonly state: string;
}

interface Findings {
  /** What came of each complaint, counted by kind. */
  readonly effects: ReadonlyMap<string, Record<string, number>>;
  readonly pending: number;
  /** Letters that the service says were delivered and nobody received. */
  readonly lost: number;
  /** Letters that nobody was to be sent. */
  readonly stray: number;
  /** Letters that came again under the same Message-ID. */
  readonly again: number;
}

async function find(stack: RunningStack, ids: readonly string[]): Promise<Findings> {
  const [claims, invitations, notices] = await Promise.all([
    stack.sql<{ complaint_id: string }>(
      'compensation',
      'SELECT complaint_id FROM compensation_claim WHERE complaint_id = ANY($1)',
      [ids],
    ),
    stack.sql<{ complaint_id: string }>(
      'surveys',
      'SELECT complaint_id FROM survey_invitation WHERE complaint_id = ANY($1)',
      [ids],
    ),
    // An escalation belongs to 09:00 of its day: whether one falls into the test hangs on the hour. A dunning letter is
    // written where the lateness was seen before the answer: which came first hangs on the faults.
    stack.sql<Notice>(
      'notices',
      `SELECT id, complaint_id, event_type, audience, channel, state FROM notice
       WHERE complaint_id = ANY($1) AND event_type NOT IN ('complaint.escalated.v1', 'complaint.dunned.v1')`,
      [ids],
    ),
  ]);
  const effects = new Map(ids.map((id) => [id, {} as Record<string, number>]));
  const count = (id: string, what: string): void => {
    const found = effects.get(id)!;
    found[what] = (found[what] ?? 0) + 1;
  };
  for (const { complaint_id } of claims) count(complaint_id, 'claims');
  for (const { complaint_id } of invitations) count(complaint_id, 'invitations');
  for (const notice of notices) count(notice.complaint_id, `${notice.event_type} ${notice.audience} ${notice.channel}`);
  return {
    effects,
    pending: notices.filter(({ state }) => state === 'PENDING').length,
    ...(await letters(stack, notices)),
  };
}

/** Compares what was sent with what the mail server received. */
async function letters(
  stack: RunningStack,
  notices: readonly Notice[],
): Promise<Pick<Findings, 'lost' | 'stray' | 'again'>> {
  const received = new Map(
    (await stack.mails()).map(({ messageId, copies }) => [/([0-9a-f-]{36})@/.exec(messageId)?.[1], copies]),
  );
  const meant = await stack.sql<{ id: string }>('notices', `SELECT id FROM notice WHERE channel = 'EMAIL'`);
  const ours = notices.filter(({ channel }) => channel === 'EMAIL');
  const known = new Set<string | undefined>(meant.map(({ id }) => id));
  return {
    lost: ours.filter(({ id, state }) => state === 'DELIVERED' && !received.has(id)).length,
    stray: [...received.keys()].filter((id) => !known.has(id)).length,
    again: ours.reduce((sum, { id }) => sum + Math.max(0, (received.get(id) ?? 0) - 1), 0),
  };
}

const sizeOf = (effects: Findings['effects']): number =>
  [...effects.values()].flatMap((found) => Object.values(found)).reduce((sum, times) => sum + times, 0);

/**
 * Waits until everything that these late and answered complaints lead to is there, and finds each of it exactly once: a
 * claim, an invitation, and a notice for every event, person and channel, settled, with its letter at the mail server.
 * @param mayRepeat the sender or the mail server itself was struck: a letter may have come again, under its Message-ID
 */
export async function expectExactlyOnce(
  stack: RunningStack,
  ids: readonly string[],
  { mayRepeat = false, timeoutMs = 120_000 } = {},
): Promise<void> {
  const { effects, lost, stray, again } = await eventually(
    () => patiently(() => find(stack, ids)), // what was struck may just be coming back
    (found) => found.pending === 0 && sizeOf(found.effects) >= ids.length * WHOLE,
    timeoutMs,
  );
  for (const [id, found] of effects) expect({ id, ...found }).toEqual({ id, ...EXPECTED });
  expect({ lost, stray, again: mayRepeat ? 0 : again }).toEqual({ lost: 0, stray: 0, again: 0 });
}
