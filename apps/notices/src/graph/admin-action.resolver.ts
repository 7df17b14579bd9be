import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs, badInput, isUuid, mapConnection } from '@charter/service';
import type { AdminActionStore } from '../store/admin-action.store';
import { AdminActionConnection, AdminActionType, AdminActionsFilter, toAdminActionType } from './admin-action.type';
import { resolveCitizen } from './citizen.resolver';
import { CitizenType } from './citizen.type';
import type { NoticesContext } from './context';

@Resolver(() => AdminActionType)
export class AdminActionResolver {
  constructor(private readonly actions: AdminActionStore) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => AdminActionConnection, {
    nullable: true,
    description: 'What administrators did to the platform, newest first: an append-only record.',
  })
  async adminActions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AdminActionsFilter, { nullable: true, description: 'Which ones; without it, all.' })
    filter: AdminActionsFilter | null,
  ): Promise<Connection<AdminActionType>> {
    if (filter?.actorId && !isUuid(filter.actorId)) throw badInput('`actorId` is the id of a person.');
    return mapConnection(await this.actions.list(filter ?? {}, page), toAdminActionType);
  }

  @FieldResolver(() => CitizenType, { nullable: true, description: 'Who did it: oneself in full, others masked.' })
  actor(@Root() { actorId }: AdminActionType, @Ctx() context: NoticesContext): Promise<CitizenType> {
    return resolveCitizen({ id: actorId }, context);
  }
}
