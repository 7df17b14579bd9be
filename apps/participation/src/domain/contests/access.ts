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

interface SeenEntry {
  readonly prize: string | null;
  readonly withdrawnAt: Date | null;
}

/** What everybody sees of a contest’s entries: those that won. */
export const isAwarded = (contest: SeenContest, { prize, withdrawnAt }: SeenEntry): boolean =>
  contest.status === 'AWARDED' && prize !== null && withdrawnAt === null;

/** An entry that somebody may see: their own team’s; all for the office and the judges; what was awarded for everybody. */
export const seesEntry = (
  caller: Caller,
  contest: SeenContest,
  entry: SeenEntry & { readonly citizenIds: readonly string[] },
  standing: Parameters<typeof seesAllEntries>[2],
): boolean =>
  (caller.id !== undefined && entry.citizenIds.includes(caller.id)) ||
  isAwarded(contest, entry) ||
  (entry.withdrawnAt === null && seesAllEntries(caller, contest, standing));

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
