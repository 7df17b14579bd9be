/** How far a complaint is. Lateness is a fact beside it, never a status. */
export const STATUSES = [
  'RECEIVED',
  'ASSIGNED',
  'SUPPLEMENT_REQUESTED',
  'SUSPENDED',
  'ANSWERED',
  'REJECTED',
  'RETURNED',
  'TRANSFERRED',
  'WITHDRAWN',
  'CLOSED_AS_REPEAT',
  'CONVERTED',
] as const;
export type Status = (typeof STATUSES)[number];

/** The statuses in which something is still to be done. */
const OPEN_STATUSES = ['RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED'] as const;

export const isOpenStatus = (status: Status): boolean => (OPEN_STATUSES as readonly Status[]).includes(status);

/** The statuses in which the citizen was told a result (처리결과 통지). */
export const RESULT_STATUSES: readonly Status[] = ['ANSWERED', 'REJECTED', 'CLOSED_AS_REPEAT'];

export const STATUS_NAMES: Readonly<Record<Status, { ko: string; en: string }>> = {
  RECEIVED: { ko: '접수', en: 'received' },
  ASSIGNED: { ko: '담당자 지정', en: 'assigned' },
  SUPPLEMENT_REQUESTED: { ko: '보완 요구', en: 'waiting for a supplement' },
  SUSPENDED: { ko: '조사·의견청취 중', en: 'suspended' },
  ANSWERED: { ko: '답변 완료', en: 'answered' },
  REJECTED: { ko: '거부', en: 'rejected' },
  RETURNED: { ko: '반려', en: 'returned' },
  TRANSFERRED: { ko: '이송', en: 'transferred' },
  WITHDRAWN: { ko: '취하', en: 'withdrawn' },
  CLOSED_AS_REPEAT: { ko: '반복민원 종결', en: 'closed as a repeat' },
  CONVERTED: { ko: '제안 전환', en: 'converted to a proposal' },
};
