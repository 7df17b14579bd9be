import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { AttachmentResolver } from '@charter/attachments';
import { DeadlineResolver, buildSubgraph } from '@charter/service';
import { CitizenResolver } from './citizen.resolver';
import { CommentMutations, CommentResolver, ProposalCommentsResolver } from './comments/comment.resolver';
import { ContestMutations } from './contests/contest.mutations';
import {
  CitizenContestsResolver,
  ContestEntryResolver,
  ContestResolver,
  resolveEntry,
} from './contests/contest.resolver';
import type { ParticipationContext } from './context';
import { ConversionResolver } from './conversions/conversion.resolver';
import { ExaminationMutations } from './examination/examination.mutations';
import { MilestoneResolver, ProposalExaminationResolver } from './examination/examination.resolver';
import { ImplementationMutations } from './examination/implementation.mutations';
import { ModerationMutations } from './moderation/moderation.mutations';
import { DepartmentMonitoringResolver, StandardMonitoringResolver } from './monitoring/figures.resolver';
import { MonitoringMissionResolver } from './monitoring/mission.resolver';
import { MonitoringMutations } from './monitoring/monitoring.mutations';
import {
  CitizenApplicationsResolver,
  MonitorApplicationResolver,
  MonitorRecruitmentResolver,
} from './monitoring/recruitment.resolver';
import { ReportMutations } from './monitoring/report.mutations';
import { CitizenReportsResolver, MonitoringReportResolver, resolveReport } from './monitoring/report.resolver';
import { AllowanceStatementResolver, CitizenStatementsResolver } from './monitoring/statement.resolver';
import { DepartmentResolver } from './performance.resolver';
import { ProposalMutations } from './proposal.mutations';
import { ProposalQueries } from './proposal.queries';
import { ProposalResolver, resolveProposal } from './proposal.resolver';
import { UploadMutations } from './uploads/upload.mutations';

export const buildParticipationSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<ParticipationContext>({
    resolvers: [
      ProposalQueries,
      ...[ProposalMutations, ProposalResolver],
      ...[ExaminationMutations, ImplementationMutations, ProposalExaminationResolver, MilestoneResolver],
      ...[CommentMutations, ProposalCommentsResolver, CommentResolver, ModerationMutations],
      ConversionResolver,
      ...[ContestMutations, ContestResolver, ContestEntryResolver, CitizenContestsResolver],
      ...[UploadMutations, AttachmentResolver],
      ...[MonitoringMutations, MonitorRecruitmentResolver, MonitorApplicationResolver, CitizenApplicationsResolver],
      ...[MonitoringMissionResolver, ReportMutations, MonitoringReportResolver, CitizenReportsResolver],
      ...[AllowanceStatementResolver, CitizenStatementsResolver],
      ...[StandardMonitoringResolver, DepartmentMonitoringResolver],
      ...[CitizenResolver, DepartmentResolver, DeadlineResolver],
    ],
    references: {
      Proposal: resolveProposal,
      ContestEntry: resolveEntry,
      MonitoringReport: resolveReport,
      Citizen: ({ id }: { id: string }) => ({ id }), // each field that it contributes checks who asks
      Department: ({ code }: { code: string }) => ({ code }), // what this service adds is published
      Standard: ({ code }: { code: string }) => ({ code }), // likewise
    },
    container,
  });
