import { type Refusal, refusal } from '@charter/contracts';
import type { Audience, NoticeEvent } from './audiences';
import { OUTGOING, type Channel, type OutgoingChannel } from './channels';
import type { Words } from './words';

const ACT = '민원 처리에 관한 법률';
const DECREE = '민원 처리에 관한 법률 시행령';
const PROPOSALS = '국민 제안 규정';

/** What citizens must be told, by the article that says so. An inbox that they would have to open is not enough for it. */
export const REQUIRED_BY: { readonly [E in NoticeEvent]?: string } = {
  'complaint.transferred.v1': `${ACT} 제16조, 시행령 제13조`,
  'complaint.supplement-requested.v1': `${ACT} 제22조, 시행령 제24조`,
  'complaint.returned.v1': `${DECREE} 제25조`,
  'complaint.extended.v1': `${DECREE} 제21조`,
  'complaint.extension-proposed.v1': `${DECREE} 제21조`,
  'complaint.interim-reported.v1': `${DECREE} 제23조`,
  'complaint.answered.v1': `${ACT} 제27조제1항`,
  'complaint.closed-as-repeat.v1': `${ACT} 제27조제1항`,
  'complaint.rejected.v1': `${ACT} 제27조제2항`,
  'objection.extended.v1': `${ACT} 제35조제2항`,
  'objection.decided.v1': `${ACT} 제35조제2항`,
  'proposal.decided.v1': `${PROPOSALS} 제10조제1항`,
  'proposal.review-extended.v1': `${PROPOSALS} 제10조제2항`,
};

/** The article that requires a notice; null for one that no law requires: to staff, or of an objection by the charter alone. */
export function requiredBy({
  eventType,
  audience,
  words,
}: {
  readonly eventType: NoticeEvent;
  readonly audience: Audience;
  readonly words: Words;
}): string | null {
  if (audience !== 'CITIZEN') return null;
  if (eventType.startsWith('objection.') && words.basis !== 'STATUTORY') return null;
  return REQUIRED_BY[eventType] ?? null;
}

/** By what somebody is told what the law requires: as they wish, or by the first channel of all when that is none. */
export const withRequired = (
  wished: readonly OutgoingChannel[],
  article: string | null,
  offered: ReadonlySet<OutgoingChannel>,
): readonly OutgoingChannel[] =>
  article !== null && wished.length === 0 ? OUTGOING.filter((channel) => offered.has(channel)).slice(0, 1) : wished;

/** One way in which the same person was to be told of the same event, and what became of it. */
export interface TriedWay {
  readonly channel: Channel;
  readonly state: 'PENDING' | 'BUNDLED' | 'DELIVERED' | 'SUPERSEDED' | 'UNREACHABLE' | 'FAILED';
}

/**
 * What follows for a notice that the law requires when one of its ways has come to nothing.
 * @returns the channel that is tried next; NOT_YET while another is under way or has got there, or there is nothing to tell any
 * more; NOWHERE when there is none left: then it has to go by post
 */
export function nextWay(
  tried: readonly TriedWay[],
  offered: ReadonlySet<OutgoingChannel>,
): OutgoingChannel | 'NOT_YET' | 'NOWHERE' {
  const outgoing = tried.filter(({ channel }) => channel !== 'INBOX');
  if (outgoing.some(({ state }) => state !== 'UNREACHABLE' && state !== 'FAILED')) return 'NOT_YET';
  const left = OUTGOING.filter((one) => offered.has(one) && outgoing.every(({ channel }) => channel !== one));
  return left[0] ?? 'NOWHERE';
}

/** Why a notice is not to go by post. */
export const notToPost = ({ unreachedAt }: { readonly unreachedAt: Date | null }): Refusal =>
  unreachedAt === null
    ? refusal(
        'INVALID_STATE',
        '우편으로 보내야 하는 알림이 아닙니다. unreachedNotices에 있는 알림만 기록하실 수 있습니다.',
        'This notice need not go by post. Only those of unreachedNotices can be recorded.',
        'noticeId',
      )
    : refusal(
        'ALREADY_DONE',
        '우편 발송이 이미 기록되어 있습니다. 다시 하실 일이 없습니다.',
        'It is already recorded as sent by post. There is nothing left to do.',
        'noticeId',
      );
