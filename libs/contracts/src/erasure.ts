import { z } from 'zod';
import type { Message } from './refusals';
import { SERVICES } from './roles';
import { id, instant } from './fields';

/** The kinds of records that hold people's data, across the services, as they are named to people. */
export const RECORD_KINDS = {
  complaint: { ko: '민원', en: 'complaint' },
  consultation: { ko: '상담 예약', en: 'consultation' },
  'adopted-proposal': { ko: '채택된 제안', en: 'adopted proposal' },
  proposal: { ko: '제안', en: 'proposal' },
  'proposal-follow': { ko: '제안 소식 받기', en: 'proposal that is followed' },
  endorsement: { ko: '공감', en: 'endorsement' },
  comment: { ko: '댓글', en: 'comment' },
  'contest-entrant': { ko: '공모전 응모자', en: 'entrant of a contest' },
  'monitor-application': { ko: '시정 모니터 지원', en: 'application as a monitor' },
  'compensation-claim': { ko: '보상 청구', en: 'claim to compensation' },
  'payout-account': { ko: '지급 계좌', en: 'account for payouts' },
  'survey-invitation': { ko: '설문 초대', en: 'invitation to a survey' },
  'survey-served': { ko: '표본 추출 자료', en: 'answered complaint to draw samples from' },
  improvement: { ko: '개선과제의 제기자', en: 'whose concern an improvement is' },
  notice: { ko: '알림', en: 'notice' },
  'push-device': { ko: '푸시 기기', en: 'device that is pushed to' },
  profile: { ko: '회원정보', en: 'profile' },
} as const satisfies Record<string, Message>;
export type RecordKindName = keyof typeof RECORD_KINDS;

const kind = z.enum(Object.keys(RECORD_KINDS) as [RecordKindName, ...RecordKindName[]]);
const count = z.int().positive();

/** What was erased of one kind. */
const erased = z.object({ kind, count });

/** What is kept of one kind, by which article, and until when; `until` is null while something is still open. */
const kept = z.object({ kind, count, article: z.string().min(1).max(200), until: instant.nullable() });

export const erasureEvents = {
  /** A citizen asks that their data be erased: every service erases what the law lets it, and says what it keeps. */
  'erasure.requested.v1': z.object({ requestId: id, citizenId: id, requestedAt: instant }),
  'erasure.done.v1': z.object({
    requestId: id,
    service: z.enum(SERVICES),
    erased: z.array(erased),
    kept: z.array(kept),
  }),
} as const;

export type ErasedRecords = z.infer<typeof erased>;
export type KeptRecords = z.infer<typeof kept>;
