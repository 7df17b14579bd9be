import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type Caller, hasRole } from '@charter/service';
import type { Status } from '../handling';
import { publicTextFaults } from './personal';

export const ARTICLE_STATUSES = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export interface ArticleText {
  readonly question: string;
  readonly answer: string;
}

/** An article as far as its steps depend on it. */
export interface ArticleFacts {
  readonly status: ArticleStatus;
  readonly draftNumber: number | null;
}

const state = (ko: string, en: string): Refusal => refusal('INVALID_STATE', ko, en);

/** Officers write for their department; managers approve and withdraw. */
export const mayWrite = (caller: Caller, { departmentCode }: { departmentCode: string }): boolean =>
  hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode;

export const mayApprove = (caller: Caller, { departmentCode }: { departmentCode: string }): boolean =>
  hasRole(caller, 'MANAGER') && caller.departmentCode === departmentCode;

/** Decides whether an article, or a new version of one, may be drafted from a complaint. */
export function decideDraft(
  text: ArticleText,
  complaint: { readonly status: Status },
  names: readonly string[],
): Outcome<ArticleText> {
  const faults = [
    ...publicTextFaults(text.question, 200, names, 'question'),
    ...publicTextFaults(text.answer, 10_000, names, 'answer'),
  ];
  if (complaint.status !== 'ANSWERED')
    faults.unshift(
      state(
        '답변이 끝난 민원만 지식으로 정리할 수 있습니다.',
        'An article is written from a complaint that was answered.',
      ),
    );
  if (faults.length > 0) return refused(...faults);
  return accepted({ question: text.question.trim(), answer: text.answer.trim() });
}

/** Decides whether the waiting draft may be published: who wrote it does not approve it. */
export function decidePublication(article: ArticleFacts, draftedBy: string | undefined, by: string): Outcome<number> {
  if (article.draftNumber === null)
    return refused(
      state('승인을 기다리는 초안이 없습니다.', 'There is no draft that waits for approval: please write one first.'),
    );
  if (draftedBy === by)
    return refused(
      refusal(
        'SAME_PERSON',
        '초안을 쓴 사람은 승인할 수 없습니다. 다른 관리자에게 승인을 요청해 주십시오.',
        'Who wrote the draft cannot approve it: please ask another manager.',
      ),
    );
  return accepted(article.draftNumber);
}

/** Decides whether an article may be taken back. */
export function decideWithdrawal(article: ArticleFacts, reason: string): Outcome<string> {
  if (article.status !== 'PUBLISHED')
    return refused(state('게시된 글만 내릴 수 있습니다.', 'Only a published article can be withdrawn.'));
  const faults = publicTextFaults(reason, 500, [], 'reason');
  return faults.length > 0 ? refused(...faults) : accepted(reason.trim());
}
