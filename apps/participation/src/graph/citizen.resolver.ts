import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs, mapConnection } from '@charter/service';
import type { ProposalService } from '../proposal.service';
import type { ParticipationContext } from './context';
import { ProposalConnection, ProposalType, toProposalType } from './proposal.type';
import { CitizenType } from './stubs.type';

@Resolver(() => CitizenType)
export class CitizenResolver {
  constructor(private readonly service: ProposalService) {}

  @FieldResolver(() => ProposalConnection, {
    nullable: true,
    description: 'The proposals of this citizen, newest first; for themselves alone.',
  })
  async proposals(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<ProposalType> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await this.service.list({ citizenId: id }, 'NEWEST', page), toProposalType);
  }

  @FieldResolver(() => ProposalConnection, {
    nullable: true,
    description: 'The proposals that this citizen endorses (공감), the newest first; for themselves alone.',
  })
  async endorsements(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<ProposalType> | null> {
    if (caller.id !== id) return null;
    const found = await this.service.list({ endorsedBy: id, seenBy: caller }, 'NEWEST', page);
    return mapConnection(found, toProposalType);
  }
}
