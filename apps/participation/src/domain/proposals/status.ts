/** How far a proposal is (국민 제안 규정; 시 제안 조례). Hidden or not is another matter: see moderation. */
export const STATUSES = [
  'SUBMITTED',
  'UNDER_EXAMINATION',
  'SUPPLEMENT_REQUESTED',
  'EXPERT_REVIEW',
  'ADOPTED',
  'PARTLY_ADOPTED',
  'NOT_ADOPTED',
  'IN_PROGRESS',
  'IMPLEMENTED',
  'EXCLUDED',
  'MERGED',
  'WITHDRAWN',
  'CONVERTED',
] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_NAMES: Readonly<Record<Status, { readonly ko: string; readonly en: string }>> = {
  SUBMITTED: { ko: '접수', en: 'received' },
  UNDER_EXAMINATION: { ko: '심사 중', en: 'under examination' },
  SUPPLEMENT_REQUESTED: { ko: '보완 요청', en: 'waiting for a supplement' },
  EXPERT_REVIEW: { ko: '전문가 의견 청취', en: 'waiting for an expert’s opinion' },
  ADOPTED: { ko: '채택', en: 'adopted' },
  PARTLY_ADOPTED: { ko: '일부 채택', en: 'adopted in part' },
  NOT_ADOPTED: { ko: '불채택', en: 'not adopted' },
  IN_PROGRESS: { ko: '실시 중', en: 'being carried out' },
  IMPLEMENTED: { ko: '실시 완료', en: 'carried out' },
  EXCLUDED: { ko: '제안 제외', en: 'excluded' },
  MERGED: { ko: '병합', en: 'merged' },
  WITHDRAWN: { ko: '취하', en: 'withdrawn' },
  CONVERTED: { ko: '민원 전환', en: 'converted to a complaint' },
};

/** Nothing is decided yet: it can be endorsed, endorsements can be taken back, and it can be withdrawn. */
const UNDECIDED = ['SUBMITTED', 'UNDER_EXAMINATION', 'SUPPLEMENT_REQUESTED', 'EXPERT_REVIEW'] as const;
export const isUndecided = (status: Status): boolean => (UNDECIDED as readonly Status[]).includes(status);

/** What an examination comes to. */
export const DECISIONS = ['ADOPTED', 'PARTLY_ADOPTED', 'NOT_ADOPTED'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Why something is no proposal at all (국민 제안 규정 제2조제1호 단서; 제안 조례). */
export const EXCLUSION_GROUNDS = [
  'RIGHT_OF_ANOTHER',
  'ALREADY_ADOPTED',
  'IN_USE',
  'NOT_FEASIBLE_AS_IDEA',
  'GENERAL_COMPLAINT',
  'MERE_CRITICISM',
  'OUTSIDE_CITY',
  'PRIVATE_INTEREST',
  'NO_SUPPLEMENT',
] as const;
export type ExclusionGround = (typeof EXCLUSION_GROUNDS)[number];
