import type { CommentEntity } from './store/comments/comment.entity';
import type { ContestEntity } from './store/contests/contest.entity';
import type { MissionEntity } from './store/monitoring/mission.entity';
import type { RecruitmentEntity } from './store/monitoring/recruitment.entity';
import type { ReportEntity } from './store/monitoring/report.entity';
import type { ProposalEntity } from './store/proposals/proposal.entity';

/** What every event about a proposal says: ids and codes, never a name, a contact or a text. */
export const proposalPayload = ({
  id,
  citizenId,
  departmentCode,
  officerId,
}: Pick<ProposalEntity, 'id' | 'citizenId' | 'departmentCode' | 'officerId'>) => ({
  ...{ proposalId: id, citizenId, departmentCode, officerId },
});

/** What every event about the hiding of a proposal says, or of a comment on it: whose text it is hears of it. */
export const moderationPayload = (proposal: ProposalEntity, comment: CommentEntity | null) => ({
  ...proposalPayload(proposal),
  ...{ citizenId: comment?.authorId ?? proposal.citizenId, commentId: comment?.id ?? null },
  thing: comment ? ('COMMENT' as const) : ('PROPOSAL' as const),
});

/** What every event about a contest says. `citizenId`: who hears of it; null where it is the department's alone. */
export const contestPayload = (
  { id, departmentCode }: Pick<ContestEntity, 'id' | 'departmentCode'>,
  citizenId: string | null = null,
) => ({ ...{ contestId: id, departmentCode, citizenId, officerId: null } });

/** What every event about monitoring says. `citizenId`: the monitor who hears of it; null where it is the department's alone. */
export const monitoringPayload = (
  { id, departmentCode }: Pick<RecruitmentEntity, 'id' | 'departmentCode'>,
  citizenId: string | null = null,
) => ({ ...{ recruitmentId: id, departmentCode, citizenId, officerId: null } });

/** What every event about a mission says. */
export const missionPayload = (
  mission: Pick<MissionEntity, 'id' | 'recruitmentId' | 'departmentCode' | 'startsAt' | 'endsAt'>,
  citizenId: string,
) => ({
  ...monitoringPayload({ id: mission.recruitmentId, departmentCode: mission.departmentCode }, citizenId),
  ...{ missionId: mission.id, startsAt: mission.startsAt.toISOString(), dueAt: mission.endsAt.toISOString() },
});

/** What every event about a report says: to the department that verifies, and to the monitor. */
export const reportPayload = (
  report: Pick<ReportEntity, 'id' | 'missionId' | 'recruitmentId' | 'departmentCode' | 'citizenId'>,
) => ({
  ...monitoringPayload({ id: report.recruitmentId, departmentCode: report.departmentCode }, report.citizenId),
  ...{ missionId: report.missionId, reportId: report.id },
});
