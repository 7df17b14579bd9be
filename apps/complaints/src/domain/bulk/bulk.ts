import { type Refusal, type UserErrorCode, refusal } from '@charter/contracts';

/** How many complaints one request may change. */
export const MOST_ITEMS = 100;

/** Why one of many was not done: what a user can mend, and what would fail the request if it were asked for alone. */
export const BULK_FAILURES = ['NOT_FOUND', 'FORBIDDEN', 'STALE_VERSION', 'INTERNAL_SERVER_ERROR'] as const;
export type BulkCode = UserErrorCode | (typeof BULK_FAILURES)[number];

/** Why a list of complaints cannot be worked through at all. */
export function* bulkFaults(ids: readonly string[]): Generator<Refusal> {
  if (ids.length === 0) {
    yield refusal(
      'INVALID_VALUE',
      '민원을 한 건 이상 골라 주십시오.',
      'Please choose at least one complaint.',
      'items',
    );
  }
  if (ids.length > MOST_ITEMS) {
    yield refusal(
      'LIMIT_REACHED',
      `한 번에 ${MOST_ITEMS}건까지 처리할 수 있습니다. 나누어 요청해 주십시오.`,
      `At most ${MOST_ITEMS} complaints at once: please send them in parts.`,
      'items',
    );
    return;
  }
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    const same = id.toLowerCase(); // an id is the same in capitals
    if (seen.has(same)) {
      yield refusal(
        'INVALID_VALUE',
        '같은 민원이 두 번 들어 있습니다. 한 번만 적어 주십시오.',
        'This complaint stands in the list twice: name it once.',
        ...['items', String(index), 'complaintId'],
      );
    }
    seen.add(same);
  }
}
