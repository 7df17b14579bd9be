import { type Outcome, accepted, refusal, refused } from '@charter/contracts';

/** What a citizen asks of all services at once: a copy of their data, or that it be erased. (개인정보 보호법 35조, 36조) */
export type DataRequestKind = 'EXPORT' | 'ERASURE';

/** RUNNING: services are at work. READY: an archive can be fetched. EXPIRED: it was removed. DONE: erased, apart from what the law keeps. */
export type DataRequestState = 'RUNNING' | 'READY' | 'EXPIRED' | 'DONE';

/** How long an archive stays, in days: it is everything that the city holds on somebody, in one place. */
const ARCHIVE_DAYS = 7;

/** How many copies somebody may ask for within a day; each costs every service its whole search. */
const MOST_EXPORTS_A_DAY = 3;

const DAY_MS = 24 * 3_600_000;

/** An earlier request of the same person. */
export interface EarlierRequest {
  readonly kind: DataRequestKind;
  readonly state: DataRequestState;
  readonly requestedAt: Date;
}

/** Decides whether somebody may ask now, given what they asked before. */
export function decideDataRequest(
  kind: DataRequestKind,
  earlier: readonly EarlierRequest[],
  now: Date,
): Outcome<DataRequestKind> {
  const same = earlier.filter((request) => request.kind === kind);
  if (same.some(({ state }) => state === 'RUNNING')) {
    return refused(
      refusal(
        'ALREADY_DONE',
        '같은 요청을 이미 처리하고 있습니다. 진행 상황은 dataRequests에서 확인해 주십시오.',
        'We are already working on this request: see dataRequests for how far it is.',
      ),
    );
  }
  const lately = same.filter(({ requestedAt }) => requestedAt.getTime() > now.getTime() - DAY_MS).length;
  if (kind === 'EXPORT' && lately >= MOST_EXPORTS_A_DAY) {
    return refused(
      refusal(
        'LIMIT_REACHED',
        `하루에 ${MOST_EXPORTS_A_DAY}번까지 요청하실 수 있습니다. 이미 만든 자료를 내려받거나 내일 다시 요청해 주십시오.`,
        `At most ${MOST_EXPORTS_A_DAY} copies a day: please download one that was made, or ask again tomorrow.`,
      ),
    );
  }
  return accepted(kind);
}

/** Until when an archive made at a moment can be fetched. */
export const archiveUntil = (madeAt: Date): Date => new Date(madeAt.getTime() + ARCHIVE_DAYS * DAY_MS);
