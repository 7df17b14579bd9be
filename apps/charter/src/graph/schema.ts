import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { DeadlineResolver, buildSubgraph } from '@charter/service';
import {
  CharterChangeResolver,
  CharterClauseResolver,
  CharterDepartmentResolver,
  CharterDutyResolver,
  CharterStandardResolver,
  CharterTextChangeResolver,
} from './charter/charter-parts.resolver';
import { CharterMutations } from './charter/charter.mutations';
import { CharterResolver } from './charter/charter.resolver';
import type { CharterContext } from './context';
import { DepartmentResolver, resolveDepartment } from './department.resolver';
import { HolidayResolver } from './holiday.resolver';
import {
  ComplaintImprovementsResolver,
  ContestEntryImprovementsResolver,
  DepartmentImprovementsResolver,
  MonitoringReportImprovementsResolver,
  ProposalImprovementsResolver,
  StandardImprovementsResolver,
} from './improvements/contributions.resolver';
import { ImprovementMutations } from './improvements/improvement.mutations';
import { ImprovementResolver, resolveImprovement } from './improvements/improvement.resolver';
import { ComplianceResolver } from './scorecards/compliance.resolver';
import { ScorecardDepartmentResolver, ScorecardFigureResolver } from './scorecards/parts.resolver';
import { ScorecardResolver } from './scorecards/scorecard.resolver';
import { StandardResolver, StandardTargetResolver, resolveStandard } from './standard.resolver';

/** What another service owns and this one adds its actions to: they are shown to those who may see them. */
const asItIs = ({ id }: { id: string }) => ({ id });

export const buildCharterSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<CharterContext>({
    resolvers: [
      DepartmentResolver,
      ...[CharterResolver, CharterMutations, CharterClauseResolver, CharterDutyResolver, CharterDepartmentResolver],
      ...[CharterStandardResolver, CharterChangeResolver, CharterTextChangeResolver],
      ...[HolidayResolver, StandardResolver, StandardTargetResolver],
      ...[ImprovementResolver, ImprovementMutations, DeadlineResolver],
      ...[ComplianceResolver, ScorecardResolver, ScorecardDepartmentResolver, ScorecardFigureResolver],
      ...[DepartmentImprovementsResolver, StandardImprovementsResolver],
      ...[ComplaintImprovementsResolver, ProposalImprovementsResolver],
      ...[ContestEntryImprovementsResolver, MonitoringReportImprovementsResolver],
    ],
    references: {
      Department: resolveDepartment,
      Standard: resolveStandard,
      ImprovementAction: resolveImprovement,
      Complaint: asItIs,
      Proposal: asItIs,
      ContestEntry: asItIs,
      MonitoringReport: asItIs,
    },
    container,
  });
