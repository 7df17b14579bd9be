import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { maskName } from '@charter/privacy';
import {
  type Connection,
  PageArgs,
  type Person,
  Public,
  isUuid,
  mapConnection,
  notFound,
  userErrors,
} from '@charter/service';
import { maySee } from '../domain/access';
import type { ProposalService } from '../proposal.service';
import type { ProposalOrder } from '../store/proposal.store';
import type { ParticipationContext } from './context';
import {
  EndorseProposalInput,
  ProposalFilterInput,
  ProposalOrderEnum,
  SubmitProposalInput,
  WithdrawEndorsementInput,
} from './proposal.input';
import {
  EndorseProposalPayload,
  ProposalConnection,
  ProposalType,
  SubmitProposalPayload,
  WithdrawEndorsementPayload,
  toProposalType,
} from './proposal.type';
import { CitizenType, DepartmentType } from './stubs.type';

@Resolver(() => ProposalType)
export class ProposalResolver {
  constructor(private readonly service: ProposalService) {}

  @Public()
  @Query(() => ProposalConnection, { description: 'Proposals (제안), for everybody; proposers’ names are masked.' })
  async proposals(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ProposalFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ProposalFilterInput | null,
    @Arg('orderBy', () => ProposalOrderEnum, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ProposalOrder,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<ProposalType>> {
    return mapConnection(await this.service.list({ ...filter, seenBy: caller }, orderBy, page), toProposalType);
  }

  @Public()
  @Query(() => ProposalType, { nullable: true, description: 'One proposal; null when there is none.' })
  proposal(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: ParticipationContext,
  ): Promise<ProposalType | null> {
    return resolveProposal({ id }, context);
  }

  @Authorized('CITIZEN')
  @Mutation(() => SubmitProposalPayload, { description: 'Hands a proposal in.' })
  async submitProposal(
    @Arg('input', () => SubmitProposalInput, { description: 'The proposal.' })
    { idempotencyKey, proposer, ...input }: SubmitProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<SubmitProposalPayload> {
    const submission = {
      ...input,
      proposer: { name: proposer.name, phone: proposer.phone ?? null, email: proposer.email ?? null },
    };
    return this.answer(await this.service.submit(submission, idempotencyKey, context.caller as Person), context);
  }

  @Authorized('CITIZEN')
  @Mutation(() => EndorseProposalPayload, { description: 'Endorses a proposal (공감), once; not one’s own.' })
  async endorseProposal(
    @Arg('input', () => EndorseProposalInput, { description: 'Which one.' }) { proposalId }: EndorseProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<EndorseProposalPayload> {
    return this.answer(
      isUuid(proposalId) ? await this.service.endorse(proposalId, context.caller as Person) : undefined,
      context,
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => WithdrawEndorsementPayload, { description: 'Takes an endorsement back.' })
  async withdrawEndorsement(
    @Arg('input', () => WithdrawEndorsementInput, { description: 'Which one.' })
    { proposalId }: WithdrawEndorsementInput,
    @Ctx() context: ParticipationContext,
  ): Promise<WithdrawEndorsementPayload> {
    return this.answer(
      isUuid(proposalId) ? await this.service.withdrawEndorsement(proposalId, context.caller as Person) : undefined,
      context,
    );
  }

  @FieldResolver(() => String, {
    description: 'Who proposes: the name for the proposer, masked (홍*동) for everybody else.',
  })
  async proposerName(
    @Root() { id, citizenId }: ProposalType,
    @Ctx() { caller, proposerNames }: ParticipationContext,
  ): Promise<string> {
    const name = await proposerNames.load(id);
    return caller.id === citizenId ? name : maskName(name);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller has endorsed it.' })
  endorsedByMe(@Root() { id }: ProposalType, @Ctx() context: ParticipationContext): Promise<boolean> {
    return context.endorsedByMe.load(id);
  }

  @FieldResolver(() => CitizenType, { nullable: true, description: 'Who proposes, for the proposer alone.' })
  citizen(@Root() { citizenId }: ProposalType, @Ctx() { caller }: ParticipationContext): CitizenType | null {
    return caller.id === citizenId ? { id: citizenId } : null;
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department that would carry it out.' })
  department(@Root() { departmentCode }: ProposalType): DepartmentType {
    return { code: departmentCode };
  }

  private async answer(outcome: Outcome<string> | undefined, context: ParticipationContext) {
    if (!outcome) throw notFound(context.caller.language);
    if (!outcome.ok) return { proposal: null, errors: userErrors(outcome.refusals, context.caller.language) };
    context.proposals.clear(outcome.value);
    return { proposal: await resolveProposal({ id: outcome.value }, context), errors: [] };
  }
}

/** A proposal by its id; null when there is none, or a private one that the caller may not see: both look the same. */
export async function resolveProposal(
  { id }: { id: string },
  { caller, proposals }: ParticipationContext,
): Promise<ProposalType | null> {
  const found = isUuid(id) ? await proposals.load(id) : undefined;
  return found && maySee(caller, found) ? toProposalType(found) : null;
}
