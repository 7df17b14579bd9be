import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, forbidden, userErrors } from '@charter/service';
import type { ProposalService } from '../proposal.service';
import type { ParticipationContext } from './context';
import { SetEndorsementThresholdInput, SetEndorsementThresholdPayload } from './examination/settings.type';
import { onProposal } from './handled';
import { FollowProposalInput, SubmitProposalInput, UnfollowProposalInput } from './proposal.input';
import { EndorseProposalInput, WithdrawEndorsementInput } from './proposal.input';
import * as payload from './proposal.type';

const personOf = ({ caller }: ParticipationContext): Person => caller as Person;

@Resolver()
export class ProposalMutations {
  constructor(private readonly service: ProposalService) {}

  @Authorized('CITIZEN')
  @Mutation(() => payload.SubmitProposalPayload, {
    description: 'Hands a proposal in. It is examined within a month. Ask similarProposals before.',
  })
  async submitProposal(
    @Arg('input', () => SubmitProposalInput, { description: 'The proposal.' })
    { idempotencyKey, proposer, share, jointAuthors, ...input }: SubmitProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.SubmitProposalPayload> {
    const submission = {
      ...{ title: input.title, body: input.body, departmentCode: input.departmentCode },
      proposer: { name: proposer.name, phone: proposer.phone ?? null, email: proposer.email ?? null },
      ...{ share, jointAuthors: (jointAuthors ?? []).map((author) => ({ name: author.name, share: author.share })) },
    };
    const outcome = await this.service.submit(submission, idempotencyKey, personOf(context));
    if (!outcome.ok) return { proposal: null, errors: userErrors(outcome.refusals, context.caller.language) };
    return onProposal(outcome.value, context, async () => outcome);
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.EndorseProposalPayload, { description: 'Endorses a proposal (공감), once; not one’s own.' })
  endorseProposal(
    @Arg('input', () => EndorseProposalInput, { description: 'Which one.' }) { proposalId }: EndorseProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.EndorseProposalPayload> {
    return onProposal(proposalId, context, () => this.service.endorse(proposalId, personOf(context)));
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.WithdrawEndorsementPayload, {
    description: 'Takes an endorsement back, until it is decided.',
  })
  withdrawEndorsement(
    @Arg('input', () => WithdrawEndorsementInput, { description: 'Which one.' })
    { proposalId }: WithdrawEndorsementInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.WithdrawEndorsementPayload> {
    return onProposal(proposalId, context, () => this.service.withdrawEndorsement(proposalId, personOf(context)));
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.FollowProposalPayload, { description: 'Has the caller told of what happens to a proposal.' })
  followProposal(
    @Arg('input', () => FollowProposalInput, { description: 'Which one.' }) { proposalId }: FollowProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.FollowProposalPayload> {
    return onProposal(proposalId, context, () => this.service.follow(proposalId, personOf(context)));
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.UnfollowProposalPayload, { description: 'Ends that.' })
  unfollowProposal(
    @Arg('input', () => UnfollowProposalInput, { description: 'Which one.' }) { proposalId }: UnfollowProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.UnfollowProposalPayload> {
    return onProposal(proposalId, context, () => this.service.unfollow(proposalId, personOf(context)));
  }

  @Authorized('MANAGER', 'ADMIN')
  @Mutation(() => SetEndorsementThresholdPayload, {
    description:
      'Sets from how many endorsements on a department answers: a head for their own department, an administrator for any or the whole city.',
  })
  async setEndorsementThreshold(
    @Arg('input', () => SetEndorsementThresholdInput, { description: 'The threshold.' })
    { departmentCode, endorsements, answerDays, validFrom }: SetEndorsementThresholdInput,
    @Ctx() context: ParticipationContext,
  ): Promise<SetEndorsementThresholdPayload> {
    const { language } = context.caller;
    const threshold = { departmentCode: departmentCode ?? null, endorsements, answerDays, validFrom };
    const outcome = await this.service.setThreshold(threshold, personOf(context));
    if (outcome === 'FORBIDDEN') throw forbidden(language);
    return outcome.ok ? { threshold, errors: [] } : { threshold: null, errors: userErrors(outcome.refusals, language) };
  }
}
