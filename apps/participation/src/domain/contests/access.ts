import { type Caller, hasRole } from '@charter/service';
import { examines } from '../access';
import { type ContestStatus, isUnsealed } from './contest';

interface SeenContest {
  readonly departmentCode: string;
  readonly status: ContestStatus;
}

/** The department of a contest, and the auditor. */
export const isContestOffice = (caller: Caller, contest: Pick<SeenContest, 'departmentCode'>): boolean =>
  examines(caller, contest) || hasRole(caller, 'AUDITOR');

/**
 * Whether somebody sees every entry: the office and, once entries are closed, the judges; without names. Who works there and
 * takes part sees what everybody sees.
 */
export const seesAllEntries = (
  caller: Caller,
  contest: SeenContest,
  { judges, takesPart }: { readonly judges: readonly string[]; readonly takesPart: boolean },
): boolean =>
  (isContestOffice(caller, contest) && !takesPart) ||
  (contest.status !== 'ANNOUNCED' && caller.id !== undefined && judges.includes(caller.id));

/** How much of who takes part somebody sees: their own team whole; the public, of what was awarded, masked. */
export function namesSeen(
  caller: Caller,
  contest: SeenContest,
  entry: { readonly prize: string | null; readonly ofTeam: boolean },
): 'WHOLE' | 'MASKED' | 'NONE' {
  if (entry.ofTeam) return 'WHOLE';
  if (contest.status === 'AWARDED' && entry.prize !== null)
    return hasRole(caller, 'MANAGER') && examines(caller, contest) ? 'WHOLE' : 'MASKED';
  return isUnsealed(contest.status) && isContestOffice(caller, contest) ? 'MASKED' : 'NONE';
}
