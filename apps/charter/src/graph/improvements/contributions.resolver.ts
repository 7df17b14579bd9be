import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs, isUuid, mapConnection } from '@charter/service';
import type { CharterContext } from '../context';
import { DepartmentType } from '../department.type';
import { StandardType } from '../standard.type';
import { ComplaintType, ContestEntryType, MonitoringReportType, ProposalType } from '../stubs.type';
import { ImprovementActionFilterInput } from './improvement.input';
import { ImprovementActionConnection, ImprovementActionType, toImprovementType } from './improvement.type';

const OF_SOURCE = {
  nullable: true,
  description: 'The improvement actions that came from it, of those that the caller may see, the first first.',
} as const;

async function actionsOf(id: string, { actionsOfSource }: CharterContext): Promise<ImprovementActionType[]> {
  return isUuid(id) ? (await actionsOfSource.load(id)).map(toImprovementType) : [];
}

/** What this service adds to complaints. */
@Resolver(() => ComplaintType)
export class ComplaintImprovementsResolver {
  @FieldResolver(() => [ImprovementActionType], OF_SOURCE)
  improvementActions(@Root() { id }: ComplaintType, @Ctx() context: CharterContext): Promise<ImprovementActionType[]> {
    return actionsOf(id, context);
  }
}

/** What this service adds to proposals. */
@Resolver(() => ProposalType)
export class ProposalImprovementsResolver {
  @FieldResolver(() => [ImprovementActionType], OF_SOURCE)
  improvementActions(@Root() { id }: ProposalType, @Ctx() context: CharterContext): Promise<ImprovementActionType[]> {
    return actionsOf(id, context);
  }
}

/** What this service adds to entries of contests. */
@Resolver(() => ContestEntryType)
export class ContestEntryImprovementsResolver {
  @FieldResolver(() => [ImprovementActionType], OF_SOURCE)
  improvementActions(
    @Root() { id }: ContestEntryType,
    @Ctx() context: CharterContext,
  ): Promise<ImprovementActionType[]> {
    return actionsOf(id, context);
  }
}

/** What this service adds to reports of monitors. */
@Resolver(() => MonitoringReportType)
export class MonitoringReportImprovementsResolver {
  @FieldResolver(() => [ImprovementActionType], OF_SOURCE)
  improvementActions(
    @Root() { id }: MonitoringReportType,
    @Ctx() context: CharterContext,
  ): Promise<ImprovementActionType[]> {
    return actionsOf(id, context);
  }
}

/** The improvement actions of departments. */
@Resolver(() => DepartmentType)
export class DepartmentImprovementsResolver {
  @FieldResolver(() => ImprovementActionConnection, {
    nullable: true,
    description: 'Its improvement actions (개선과제), of those that the caller may see, the newest first.',
  })
  async improvementActions(
    @Root() { code }: DepartmentType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ImprovementActionFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ImprovementActionFilterInput | null,
    @Ctx() { actionPages }: CharterContext,
  ): Promise<Connection<ImprovementActionType>> {
    const found = await actionPages.load({ by: 'department_code', code, filter: filter ?? {}, page });
    return mapConnection(found, toImprovementType);
  }
}

/** The improvement actions that serve a standard. */
@Resolver(() => StandardType)
export class StandardImprovementsResolver {
  @FieldResolver(() => ImprovementActionConnection, {
    nullable: true,
    description: 'The improvement actions that serve it, of those that the caller may see, the newest first.',
  })
  async improvementActions(
    @Root() { code }: StandardType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ImprovementActionFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ImprovementActionFilterInput | null,
    @Ctx() { actionPages }: CharterContext,
  ): Promise<Connection<ImprovementActionType>> {
    const found = await actionPages.load({ by: 'standard_code', code, filter: filter ?? {}, page });
    return mapConnection(found, toImprovementType);
  }
}
