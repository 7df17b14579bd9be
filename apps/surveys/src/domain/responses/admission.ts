import { type Refusal, refusal } from '@charter/contracts';

/** What decides whether an answer is still taken. */
export interface AdmissionFacts {
  readonly status: 'DRAFT' | 'PUBLISHED' | 'REPLACED' | 'CLOSED';
  readonly closesAt: Date | null;
  /** When the invitation ends; null without one. */
  readonly expiresAt: Date | null;
}

/**
 * Why no answer is taken any more. An invitation stays with the version that it was sent for; who answers without one answers the version
 * that is published.
 */
export function admissionFault({ status, closesAt, expiresAt }: AdmissionFacts, now: Date): Refusal | undefined {
  if (status === 'CLOSED' || (closesAt && closesAt <= now))
    return refusal('TOO_LATE', '마감된 설문입니다.', 'This survey is closed.');
  if (expiresAt && expiresAt <= now)
    return refusal('TOO_LATE', '응답 기간이 끝났습니다.', 'The time to answer is over.');
  if (status === 'REPLACED' && !expiresAt) {
    return refusal(
      'INVALID_STATE',
      '새 판으로 바뀐 설문입니다. 지금 게시된 설문에 응답해 주십시오.',
      'A newer version has replaced this survey: please answer the one that is published now.',
    );
  }
  return undefined;
}
