import { z } from 'zod';
import { code, id, instant } from './fields';

/** What every event about one proposal says. Never a name, a contact or a text. `officerId`: who has taken it on. */
const proposal = z.object({ proposalId: id, citizenId: id, departmentCode: code, officerId: id.nullable() });

/** A proposal or a comment on it that is hidden: `citizenId` is whose text it is. */
const moderation = proposal.extend({ thing: z.enum(['PROPOSAL', 'COMMENT']), commentId: id.nullable() });

/** A date within a proposal: `task` says of what (REVIEW, ANSWER, OPINION, SUPPLEMENT, EXPERT, MILESTONE, APPEAL). */
const task = proposal.extend({ task: code, deadlineId: id, dueAt: instant });

/** Proposals (제안), from being handed in to being carried out. */
export const proposalEvents = {
  'proposal.submitted.v1': proposal.extend({ dueAt: instant }),
  /** The proposal that a complaint has become. */
  'proposal.opened-from-complaint.v1': proposal.extend({ complaintId: id, dueAt: instant }),
  /** It really is a complaint: the complaints service files it, as received at this moment, for this service. */
  'proposal.converted-to-complaint.v1': z.object({
    proposalId: id,
    citizenId: id,
    departmentCode: code,
    serviceCode: code,
    officerId: id,
    convertedAt: instant,
  }),
  'proposal.examined.v1': proposal,
  /** `departmentCode`: the department that is asked. */
  'proposal.opinion-asked.v1': proposal.extend({ deadlineId: id, dueAt: instant }),
  'proposal.opinion-given.v1': proposal.extend({ opinionOf: code, stance: code }),
  'proposal.expert-asked.v1': proposal.extend({ dueAt: instant }),
  /** `dueAt`: the review's date from now on; null when it was late before. */
  'proposal.expert-heard.v1': proposal.extend({ dueAt: instant.nullable() }),
  'proposal.supplement-requested.v1': proposal.extend({ deadlineId: id, dueAt: instant }),
  'proposal.supplement-given.v1': proposal.extend({ dueAt: instant.nullable() }),
  'proposal.review-extended.v1': proposal.extend({ previousDueAt: instant.nullable(), dueAt: instant }),
  /** Enough citizens endorse it: the department owes an answer. */
  'proposal.threshold-reached.v1': proposal.extend({ endorsements: z.int(), deadlineId: id, dueAt: instant }),
  'proposal.answered.v1': proposal,
  'proposal.decided.v1': proposal.extend({
    decision: z.enum(['ADOPTED', 'PARTLY_ADOPTED', 'NOT_ADOPTED']),
    late: z.boolean(),
    decidedAt: instant,
  }),
  'proposal.excluded.v1': proposal.extend({ ground: code }),
  'proposal.withdrawn.v1': proposal,
  'proposal.merged.v1': proposal.extend({ intoId: id }),
  /** `amount`: KRW. */
  'proposal.awarded.v1': proposal.extend({ grade: code, amount: z.int().nonnegative() }),
  'proposal.planned.v1': proposal.extend({ dueAt: instant }),
  'proposal.progressed.v1': proposal.extend({ percent: z.int().min(0).max(100) }),
  'proposal.implemented.v1': proposal,
  'proposal.re-review-requested.v1': proposal.extend({ reviewBasis: code, dueAt: instant }),
  /** What happened to a proposal, for one who follows it: `citizenId` is the follower. */
  'proposal.news.v1': proposal.extend({ news: code, status: code }),

  'proposal.task-due-soon.v1': task.extend({ stage: code }),
  'proposal.task-overdue.v1': task.extend({ missedAt: instant }),
  'proposal.task-escalated.v1': task.extend({ stage: code }),
  'proposal.due-date-moved.v1': task.extend({ previousDueAt: instant, reason: z.string() }),

  /** Somebody spoke about a proposal, or answered: `citizenId` is who hears of it. */
  'comment.written.v1': proposal.extend({ commentId: id, reply: z.boolean() }),

  'moderation.hidden.v1': moderation,
  'moderation.appealed.v1': moderation.extend({ deadlineId: id, dueAt: instant }),
  'moderation.decided.v1': moderation.extend({ restored: z.boolean() }),
} as const;
