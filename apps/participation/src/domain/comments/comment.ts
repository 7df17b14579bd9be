import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Visibility } from '../moderation/moderation';
import { type Status } from '../proposals/status';

/** A comment, an answer to it, and an answer to that. */
const MOST_DEPTH = 3;
const TEXT_LIMIT = 2_000;

/** How many comments one person writes at most, within how many minutes. */
export const RATES = [
  { minutes: 10, most: 10 },
  { minutes: 24 * 60, most: 50 },
] as const;

/** Where nothing more is said: what was never examined as a proposal, or is discussed elsewhere. */
const CLOSED: readonly Status[] = ['MERGED', 'WITHDRAWN', 'CONVERTED', 'EXCLUDED'];

export interface CommentFacts {
  readonly status: Status;
  /** The comment that is answered; null: it is about the proposal itself. */
  readonly parent: { readonly depth: number; readonly visibility: Visibility } | null;
  /** How many the person has written within each of {@link RATES}; the office is not limited. */
  readonly written: readonly number[];
}

const closed = (): Refusal =>
  refusal('INVALID_STATE', '더 이상 의견을 남길 수 없는 제안입니다.', 'This proposal takes no more comments.');
const tooDeep = (): Refusal =>
  refusal(
    'LIMIT_REACHED',
    `답글은 ${MOST_DEPTH}단계까지 달 수 있습니다. 위 단계의 의견에 답해 주십시오.`,
    `Answers go ${MOST_DEPTH} levels deep: please answer the comment above.`,
    'parentId',
  );
const hiddenParent = (): Refusal =>
  refusal('INVALID_STATE', '가려진 의견에는 답할 수 없습니다.', 'A hidden comment cannot be answered.', 'parentId');
const tooMany = (minutes: number, most: number): Refusal => {
  const [ko, en] = minutes < 60 ? [`${minutes}분`, `${minutes} minutes`] : ['하루', 'a day'];
  return refusal(
    'LIMIT_REACHED',
    `${ko} 동안 ${most}개까지 남길 수 있습니다. 잠시 뒤에 다시 남겨 주십시오.`,
    `At most ${most} comments within ${en}: please wait a while.`,
  );
};

/** Decides whether somebody comments. Pure. @returns how deep the comment stands: 1 for one about the proposal */
export function decideComment(body: string, { status, parent, written }: CommentFacts): Outcome<number> {
  const depth = (parent?.depth ?? 0) + 1;
  const faults = [...textFaults(body, TEXT_LIMIT, 'body')];
  if (CLOSED.includes(status)) faults.push(closed());
  if (depth > MOST_DEPTH) faults.push(tooDeep());
  else if (parent && parent.visibility !== 'VISIBLE') faults.push(hiddenParent());
  const reached = RATES.find(({ most }, index) => (written[index] ?? 0) >= most);
  if (reached) faults.push(tooMany(reached.minutes, reached.most));
  return faults.length > 0 ? refused(...faults) : accepted(depth);
}

/** Decides whether a comment is rewritten; what it said before is kept. Pure. @returns the new text */
export function decideEdit(body: string, before: { body: string; visibility: Visibility }): Outcome<string> {
  const faults = [...textFaults(body, TEXT_LIMIT, 'body')];
  if (before.visibility !== 'VISIBLE')
    faults.push(refusal('INVALID_STATE', '가려진 의견은 고칠 수 없습니다.', 'A hidden comment cannot be changed.'));
  else if (body.trim() === before.body)
    faults.push(refusal('ALREADY_DONE', '바뀐 내용이 없습니다.', 'Nothing would change.', 'body'));
  return faults.length > 0 ? refused(...faults) : accepted(body.trim());
}
