import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ImprovementSourceKind } from '@charter/contracts';
import {
  type Connection,
  DeadlineType,
  PageArgs,
  Public,
  isUuid,
  mapConnection,
  toDeadlineType,
} from '@charter/service';
import { isOffice, knowsSource, maySee, viewerOf } from '../../domain/improvements/access';
import type { ImprovementLists } from '../../store/improvements/improvement-lists';
import type { CharterContext } from '../context';
import { DepartmentType, toDepartmentType } from '../department.type';
import { StandardType, toStandardType } from '../standard.type';
import { ComplaintType, ContestEntryType, MonitoringReportType, ProposalType } from '../stubs.type';
import { ImprovementActionFilterInput } from './improvement.input';
import * as types from './improvement.type';
import { ImprovementActionType } from './improvement.type';

type Action = ImprovementActionType;

@Resolver(() => ImprovementActionType)
export class ImprovementResolver {
  constructor(private readonly lists: ImprovementLists) {}

  @Public()
  @Query(() => types.ImprovementActionConnection, {
    description:
      'Improvement actions (개선과제), the newest first: the published ones for everybody, for officers and managers also their department’s, for auditors and administrators all, for citizens also those that came from their own matters.',
  })
  async improvementActions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ImprovementActionFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ImprovementActionFilterInput | null,
    @Ctx() { caller }: CharterContext,
  ): Promise<Connection<Action>> {
    return mapConnection(await this.lists.page(viewerOf(caller), filter ?? {}, page), types.toImprovementType);
  }

  @Public()
  @Query(() => ImprovementActionType, {
    nullable: true,
    description: 'One improvement action; null when there is none that the caller may see.',
  })
  improvementAction(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: CharterContext,
  ): Promise<Action | null> {
    return resolveImprovement({ id }, context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it is needed; for the office alone.' })
  description(@Root() { action }: Action, @Ctx() { caller }: CharterContext): string | null {
    return isOffice(caller, action) ? action.description : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What will be done (추진 계획), for the office alone; null while there is no plan.',
  })
  plan(@Root() { action }: Action, @Ctx() { caller }: CharterContext): string | null {
    return isOffice(caller, action) ? action.plan : null;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The officer who has it (담당자), for the office alone; null while its head has given it to nobody.',
  })
  officerId(@Root() { action }: Action, @Ctx() { caller }: CharterContext): string | null {
    return isOffice(caller, action) ? action.officerId : null;
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department that carries it out.' })
  async department(@Root() { action }: Action, @Ctx() { departments }: CharterContext): Promise<DepartmentType | null> {
    const found = await departments.load(action.departmentCode);
    return found ? toDepartmentType(found) : null;
  }

  @FieldResolver(() => StandardType, { nullable: true, description: 'The standard that it serves.' })
  async standard(@Root() { action }: Action, @Ctx() { standards }: CharterContext): Promise<StandardType | null> {
    const found = action.standardCode && (await standards.load(action.standardCode));
    return found ? toStandardType(found) : null;
  }

  @FieldResolver(() => DeadlineType, { nullable: true, description: 'When it is due, and what became of that date.' })
  async deadline(@Root() { action }: Action, @Ctx() { deadlines }: CharterContext): Promise<DeadlineType | null> {
    const found = await deadlines.load(action.deadlineId);
    return found ? toDeadlineType(found, null) : null;
  }

  @FieldResolver(() => [types.ImprovementProgressType], { description: 'Every report, oldest first (추진 상황).' })
  async progress(
    @Root() { id }: Action,
    @Ctx() { improvementProgress }: CharterContext,
  ): Promise<types.ImprovementProgressType[]> {
    return (await improvementProgress.load(id)).map(types.toProgressType);
  }

  @FieldResolver(() => [types.ImprovementStepType], {
    nullable: true,
    description: 'Every step, oldest first; for the office alone.',
  })
  async history(
    @Root() { id, action }: Action,
    @Ctx() { caller, improvementHistory }: CharterContext,
  ): Promise<types.ImprovementStepType[] | null> {
    return isOffice(caller, action) ? (await improvementHistory.load(id)).map(types.toImprovementStepType) : null;
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint that it came from, for those who may see that.',
  })
  complaint(@Root() action: Action, @Ctx() { caller }: CharterContext): ComplaintType | null {
    return sourceOf(action, 'COMPLAINT', caller);
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The proposal that it came from, for those who may see that.',
  })
  proposal(@Root() action: Action, @Ctx() { caller }: CharterContext): ProposalType | null {
    return sourceOf(action, 'PROPOSAL', caller);
  }

  @FieldResolver(() => ContestEntryType, {
    nullable: true,
    description: 'The entry of a contest that it came from, for those who may see that.',
  })
  contestEntry(@Root() action: Action, @Ctx() { caller }: CharterContext): ContestEntryType | null {
    return sourceOf(action, 'CONTEST_ENTRY', caller);
  }

  @FieldResolver(() => MonitoringReportType, {
    nullable: true,
    description: 'The report of a monitor that it came from, for those who may see that.',
  })
  monitoringReport(@Root() action: Action, @Ctx() { caller }: CharterContext): MonitoringReportType | null {
    return sourceOf(action, 'MONITORING_REPORT', caller);
  }
}

/**
 * Where an action came from, to those who know. Whether they still may is the owner's rule, when it is asked for more than the id.
 */
function sourceOf(
  { action }: Action,
  kind: ImprovementSourceKind,
  caller: CharterContext['caller'],
): { id: string } | null {
  if (action.sourceKind !== kind) return null;
  return knowsSource(caller, action) ? { id: action.sourceId! } : null;
}

/** An improvement action by its id; null when there is none, or none that the caller may see: both look the same. */
export async function resolveImprovement(
  { id }: { id: string },
  { caller, improvements }: CharterContext,
): Promise<Action | null> {
  const found = isUuid(id) ? await improvements.load(id) : undefined;
  return found && maySee(caller, found) ? types.toImprovementType(found) : null;
}
