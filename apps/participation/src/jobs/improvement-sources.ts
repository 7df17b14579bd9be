import type { ImprovementSourceFinder } from '@charter/service';
import { isSeenByAll, maySee } from '../domain/access';
import { isAwarded, seesEntry } from '../domain/contests/access';
import { maySeeReport } from '../domain/monitoring/access';
import { isVerified } from '../domain/monitoring/report';
import type { ContestStore } from '../store/contests/contest.store';
import type { ReportStore } from '../store/monitoring/report.store';
import type { ProposalStore } from '../store/proposals/proposal.store';

/** What the charter service is told of a proposal that an improvement action should come from. */
export const proposalSource =
  (proposals: ProposalStore): ImprovementSourceFinder =>
  async (id, caller) => {
    const [proposal] = await proposals.byIds([id]);
    if (!proposal || !maySee(caller, proposal)) return null;
    const { departmentCode, citizenId } = proposal;
    return { departmentCode, citizenIds: [citizenId], public: isSeenByAll(proposal) };
  };

/** The same of an entry of a contest: everybody of its team is told what becomes of it; the office learns no name by it. */
export const contestEntrySource =
  (contests: ContestStore): ImprovementSourceFinder =>
  async (id, caller) => {
    const [entry] = await contests.entries.byIds([id]);
    if (!entry) return null;
    const { contestId, citizenId } = entry;
    const [[contest], [members], [judges], [takesPart]] = await Promise.all([
      contests.byIds([contestId]),
      contests.entries.membersOf([id]),
      contests.judging.judgesOf([contestId]),
      contests.entries.takePartIn(caller.id, [contestId]),
    ]);
    const citizenIds = [...new Set([citizenId, ...members!.map((member) => member.citizenId)])];
    const standing = { judges: judges!.map(({ judgeId }) => judgeId), takesPart: takesPart! };
    if (!seesEntry(caller, contest!, { ...entry, citizenIds }, standing)) return null;
    return { departmentCode: contest!.departmentCode, citizenIds, public: isAwarded(contest!, entry) };
  };

/**
 * The same of a report of a monitor. It is the matter of the department that verifies it and, once it has, of the one that was
 * watched and has to do something about it; who wrote it is told what becomes of it, and named to nobody.
 */
export const monitoringReportSource =
  (reports: ReportStore): ImprovementSourceFinder =>
  async (id, caller) => {
    const [report] = await reports.byIds([id]);
    if (!report || !maySeeReport(caller, report)) return null;
    const { departmentCode, watchedCode, citizenId, status } = report;
    const isPublic = isVerified(status);
    return { departmentCode: isPublic ? watchedCode : departmentCode, citizenIds: [citizenId], public: isPublic };
  };
