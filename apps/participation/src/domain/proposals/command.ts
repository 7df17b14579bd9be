import type { Decision, ExclusionGround } from './status';

/** What a department that was asked thinks of a proposal. */
export const STANCES = ['IN_FAVOUR', 'IN_PART', 'AGAINST'] as const;
export type Stance = (typeof STANCES)[number];

/** Why a proposal that was not adopted is looked at again: at once, or because the city does it after all (제안 조례). */
export const RE_REVIEW_BASES = ['REJECTION', 'CARRIED_OUT'] as const;
export type ReReviewBasis = (typeof RE_REVIEW_BASES)[number];

/** `dueOn` is a day in Asia/Seoul, at whose end it is due; a Saturday or holiday moves to the next working day. */
export interface PlannedMilestone {
  readonly title: string;
  readonly dueOn: string;
}

/** Who sat in the jury (제안심사위원회), by where they come from: members of the city and from outside. */
export interface Jury {
  readonly heldOn: string;
  readonly seatsInside: number;
  readonly seatsOutside: number;
  readonly presentInside: number;
  readonly presentOutside: number;
  /** Who was present and took no part, because it was their own matter. Of those present. */
  readonly recusedInside: number;
  readonly recusedOutside: number;
  /** Published. */
  readonly minutes: string;
}

/** What may be done to a proposal after it was handed in. */
export type ProposalCommand =
  | { readonly type: 'examine'; readonly departmentCodes: readonly string[] }
  | { readonly type: 'giveOpinion'; readonly stance: Stance; readonly text: string }
  | { readonly type: 'seekExpert'; readonly weeks: number; readonly reason: string }
  | { readonly type: 'recordExpert'; readonly opinion: string }
  | { readonly type: 'requestSupplement'; readonly text: string }
  | { readonly type: 'submitSupplement'; readonly text: string }
  | { readonly type: 'extendReview'; readonly reason: string }
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'decide'; readonly decision: Decision; readonly reason: string }
  | { readonly type: 'exclude'; readonly ground: ExclusionGround; readonly reason: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'merge'; readonly reason: string }
  | { readonly type: 'convert'; readonly reason: string }
  | { readonly type: 'award'; readonly grade: string; readonly jury: Jury }
  | { readonly type: 'plan'; readonly milestones: readonly PlannedMilestone[] }
  | {
      readonly type: 'report';
      readonly text: string;
      readonly milestoneId: string | null;
      /** 0 to 100, of the milestone or, without one, of the whole. */
      readonly percent: number;
    }
  | { readonly type: 'reReview'; readonly basis: ReReviewBasis; readonly reason: string };

export type CommandType = ProposalCommand['type'];
