import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from './running-stack';

const PROMISE_MS = 30_000;

/** The id of somebody of the demo, as their token says it. */
export const idOf = (stack: RunningStack, who: Person): string => claimsOf(stack, who)['sub']!;

/** The code of the department that somebody of the demo works for. */
export const departmentOf = (stack: RunningStack, who: Person): string => claimsOf(stack, who)['department']!;

const claimsOf = (stack: RunningStack, who: Person): Record<string, string> =>
  JSON.parse(Buffer.from(stack.description.tokens[who].split('.')[1]!, 'base64url').toString()) as Record<
    string,
    string
  >;

/** What somebody has in their inbox about these subjects: the events by name, one for each notice, in order. */
async function inbox(stack: RunningStack, recipientId: string, subjectIds: readonly string[]): Promise<string[]> {
  const rows = await stack.sql<{ event_type: string }>(
    'notices',
    `SELECT "event_type" FROM "notice" WHERE "recipient_id" = $1 AND "subject_id" = ANY($2) AND "channel" = 'INBOX'
       AND "state" = 'DELIVERED' ORDER BY 1`,
    [recipientId, subjectIds],
  );
  return rows.map(({ event_type }) => event_type.replace(/\.v\d+$/, ''));
}

/** The same, as soon as so many have come. @throws when they do not */
export const told = (
  stack: RunningStack,
  recipientId: string,
  subjectIds: readonly string[],
  count: number,
): Promise<string[]> =>
  eventually(
    () => inbox(stack, recipientId, subjectIds),
    (kinds) => kinds.length >= count,
    PROMISE_MS,
  );

/** So many notices of one kind. */
export const times = (count: number, kind: string): string[] => Array.from({ length: count }, () => kind);
