import { z } from 'zod';
import { code, id, instant } from './fields';

/** What every event about a contest says. `citizenId`: who hears of it, one event each; null: the department alone. */
const contest = z.object({
  contestId: id,
  departmentCode: code,
  citizenId: id.nullable(),
  officerId: id.nullable(),
});
const judging = contest.extend({ deadlineId: id, dueAt: instant });

/** Contests (공모전), from the announcement to the award. */
export const contestEvents = {
  /** To each of the team. `dueAt`: until when it can be changed. */
  'contest.entered.v1': contest.extend({ entryId: id, dueAt: instant }),
  /** To the judge. */
  'contest.judge-assigned.v1': contest,
  /** Entries are closed; to each judge. */
  'contest.judging-begun.v1': judging,
  /** To each judge who has not finished. */
  'contest.judging-due-soon.v1': judging.extend({ stage: code }),
  'contest.judging-overdue.v1': judging.extend({ missedAt: instant }),
  'contest.judging-escalated.v1': judging.extend({ stage: code }),
  /** The scores are unsealed; to each who takes part. `dueAt`: until when one can object. */
  'contest.ranked.v1': contest.extend({ dueAt: instant }),
  'contest.objected.v1': contest,
  /** To who objected. */
  'contest.objection-decided.v1': contest.extend({ upheld: z.boolean() }),
  /** To each of its team. */
  'contest.entry-excluded.v1': contest.extend({ entryId: id }),
  /** The ranking stands: the head gives the prizes. */
  'contest.confirmed.v1': contest,
  /** To each who takes part. `amount`: KRW, for the whole team. */
  'contest.awarded.v1': contest.extend({ won: z.boolean(), amount: z.int().nonnegative().optional() }),
  /** To each who takes part or judges; and once for the department, when nobody took part. */
  'contest.cancelled.v1': contest,
  /** A holiday moved a date; `task` is its kind. To those who keep it, and once for the department. */
  'contest.date-moved.v1': judging.extend({ task: code, previousDueAt: instant, reason: z.string() }),
} as const;
