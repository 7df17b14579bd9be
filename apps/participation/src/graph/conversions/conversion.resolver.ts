import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Person } from '@charter/service';
import type { ConversionService } from '../../conversion.service';
import { isConcerned } from '../../domain/access';
import type { ParticipationContext } from '../context';
import { onProposal } from '../handled';
import { ProposalType } from '../proposal.type';
import {
  ComplaintType,
  ConvertProposalInput,
  ConvertProposalPayload,
  PublishProposalInput,
  PublishProposalPayload,
} from './conversion.type';

/** Proposals that are really complaints, and the other way round. Where they came from and went is told to those concerned. */
@Resolver(() => ProposalType)
export class ConversionResolver {
  constructor(private readonly service: ConversionService) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => ConvertProposalPayload, {
    description:
      'Has a proposal that really is a complaint filed as one (민원 전환), for a service of the catalogue, linked. Its periods begin at this moment; the complaint itself is private.',
  })
  async convertProposal(
    @Arg('input', () => ConvertProposalInput, { description: 'Which one, and why.' })
    { proposalId, serviceCode, reason, version }: ConvertProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<ConvertProposalPayload> {
    const conversion = { proposalId, serviceCode, reason, version: version ?? null };
    return onProposal(proposalId, context, () => this.service.convert(conversion, context.caller as Person));
  }

  @Authorized('CITIZEN')
  @Mutation(() => PublishProposalPayload, {
    description: 'Lets everybody read one’s own proposal that came out of a private complaint, the name masked.',
  })
  async publishProposal(
    @Arg('input', () => PublishProposalInput, { description: 'Which one.' }) { proposalId }: PublishProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<PublishProposalPayload> {
    return onProposal(proposalId, context, () => this.service.publish(proposalId, context.caller as Person));
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint that became this proposal, for those concerned.',
  })
  convertedFrom(@Root() proposal: ProposalType, @Ctx() { caller }: ParticipationContext): ComplaintType | null {
    return proposal.fromId && isConcerned(caller, proposal) ? { id: proposal.fromId } : null;
  }

  @FieldResolver(() => ComplaintType, {
    nullable: true,
    description: 'The complaint that it became, for those concerned; null for the moment until that is filed.',
  })
  convertedTo(@Root() proposal: ProposalType, @Ctx() { caller }: ParticipationContext): ComplaintType | null {
    return proposal.toId && isConcerned(caller, proposal) ? { id: proposal.toId } : null;
  }
}
