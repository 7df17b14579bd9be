import { z } from 'zod';
import { code, id, instant } from './fields';

/** What every event about a claim to compensation says. Never a name, an account or a text. Amounts in KRW. */
const claim = z.object({
  claimId: id,
  complaintId: id,
  receiptNumber: z.string(),
  citizenId: id,
  departmentCode: code,
  breach: code,
  amount: z.int().nonnegative(),
});
/** What no bank pays. */
const thing = z.enum(['GIFT_CERTIFICATE', 'LOCAL_CURRENCY']);
const date = claim.extend({ deadlineId: id, task: code, dueAt: instant });

/** Claims to compensation (서비스 보상), from being opened to being paid. */
export const claimEvents = {
  /** Opened by itself: `dueAt` is when it is decided. */
  'claim.opened.v1': claim.extend({ dueAt: instant.optional() }),
  /** Made by the citizen. */
  'claim.filed.v1': claim.extend({ dueAt: instant }),
  /** Reviewed: somebody else decides. */
  'claim.reviewed.v1': claim,
  'claim.approved.v1': claim,
  /** The letter of apology and correction of an approval was sent. */
  'claim.apologised.v1': claim.extend({ letterId: id }),
  /** `objectUntil`: until when the citizen can object; null after an objection, which is decided once. */
  'claim.refused.v1': claim.extend({ objectUntil: instant.nullable() }),
  /** An approval was taken back: it is decided again. */
  'claim.revoked.v1': claim,
  /** The bank has paid it. */
  'claim.paid.v1': claim,
  /** The bank could not pay, or sent the money back: the citizen gives an account again. */
  'claim.returned.v1': claim,
  /** A gift certificate was handed over, or local currency charged. */
  'claim.handed-over.v1': claim.extend({ thing }),
  /** It was taken back: it is handed over anew. */
  'claim.taken-back.v1': claim.extend({ thing }),
  'claim.objected.v1': claim.extend({ dueAt: instant }),

  'claim.task-due-soon.v1': date.extend({ stage: code }),
  'claim.task-overdue.v1': date.extend({ missedAt: instant }),
  /** Still open and late: to the superior, every so many working days. */
  'claim.task-escalated.v1': date.extend({ stage: code }),
  'claim.date-moved.v1': date.extend({ previousDueAt: instant, reason: z.string() }),
} as const;

/** What the compensation service asks the complaints service before a citizen's own claim: whose complaint it is. */
export const CLAIMED_COMPLAINT_PATH = '/internal/claimed-complaint';
export const claimedComplaintRequest = z.object({ complaintId: id });
export const claimedComplaint = z.object({
  complaint: z.object({ citizenId: id, receiptNumber: z.string(), departmentCode: code }).nullable(),
});
export type ClaimedComplaint = z.infer<typeof claimedComplaint>;

/** What the compensation service asks the complaints service before it sends a letter: what the petitioner is called. */
export const LETTER_ADDRESSEE_PATH = '/internal/letter-addressee';
export const letterAddresseeRequest = z.object({ complaintId: id, citizenId: id });
/** Null when the complaint names nobody any more, or is not this citizen's. */
export const letterAddressee = z.object({ addressee: z.string().nullable() });
export type LetterAddressee = z.infer<typeof letterAddressee>;
