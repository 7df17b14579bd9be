import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { maskName } from '@charter/privacy';
import { DeadlineType, isUuid, toDeadlineType } from '@charter/service';
import { isConcerned, maySee, owns } from '../domain/access';
import type { ParticipationContext } from './context';
import { JointAuthorType } from './examination/examination.type';
import { ProposalType, toProposalType } from './proposal.type';
import { CitizenType, DepartmentType } from './stubs.type';

/** The fields of a proposal that are read when they are asked for, or that depend on who asks. */
@Resolver(() => ProposalType)
export class ProposalResolver {
  @FieldResolver(() => String, {
    description: 'Who proposes: the name for the proposer, masked (홍*동) for everybody else.',
  })
  async proposerName(
    @Root() proposal: ProposalType,
    @Ctx() { caller, proposerNames }: ParticipationContext,
  ): Promise<string> {
    const name = await proposerNames.load(proposal.id);
    return owns(caller, proposal) ? name : maskName(name);
  }

  @FieldResolver(() => [JointAuthorType], {
    description: 'All authors with their parts of an award, the proposer first; names masked for everybody else.',
  })
  async authors(
    @Root() proposal: ProposalType,
    @Ctx() { caller, proposerNames, jointAuthors }: ParticipationContext,
  ): Promise<JointAuthorType[]> {
    const shown = (name: string): string => (owns(caller, proposal) ? name : maskName(name));
    const [first, others] = await Promise.all([proposerNames.load(proposal.id), jointAuthors.load(proposal.id)]);
    return [{ name: first, share: proposal.share }, ...others].map(({ name, share }) => ({ name: shown(name), share }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller has endorsed it.' })
  endorsedByMe(@Root() { id }: ProposalType, @Ctx() context: ParticipationContext): Promise<boolean> {
    return context.endorsedByMe.load(id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller follows it.' })
  followedByMe(@Root() { id }: ProposalType, @Ctx() context: ParticipationContext): Promise<boolean> {
    return context.followedByMe.load(id);
  }

  @FieldResolver(() => CitizenType, { nullable: true, description: 'Who proposes, for the proposer alone.' })
  citizen(@Root() { citizenId }: ProposalType, @Ctx() { caller }: ParticipationContext): CitizenType | null {
    return caller.id === citizenId ? { id: citizenId } : null;
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department that would carry it out.' })
  department(@Root() { departmentCode }: ProposalType): DepartmentType {
    return { code: departmentCode };
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The proposal into which it was merged: endorse that one.',
  })
  async mergedInto(
    @Root() { mergedIntoId }: ProposalType,
    @Ctx() context: ParticipationContext,
  ): Promise<ProposalType | null> {
    return mergedIntoId ? resolveProposal({ id: mergedIntoId }, context) : null;
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description:
      'Until when it is examined (국민 제안 규정 제10조): a month, extended once. Null for imported history.',
  })
  async deadline(
    @Root() { reviewId }: ProposalType,
    @Ctx() { deadlines }: ParticipationContext,
  ): Promise<DeadlineType | null> {
    const found = reviewId && (await deadlines.load(reviewId));
    return found ? toDeadlineType(found, null) : null;
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'Until when the department answers those who endorse it; null while they are not enough.',
  })
  async answerDeadline(
    @Root() { answerId }: ProposalType,
    @Ctx() { deadlines }: ParticipationContext,
  ): Promise<DeadlineType | null> {
    const found = answerId && (await deadlines.load(answerId));
    return found ? toDeadlineType(found, null) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What its proposer says against its hiding; for those concerned.',
  })
  appealText(@Root() proposal: ProposalType, @Ctx() { caller }: ParticipationContext): string | null {
    return isConcerned(caller, proposal) ? proposal.appealText : null;
  }
}

/** A proposal by its id; null when there is none, or one that the caller may not see: both look the same. */
export async function resolveProposal(
  { id }: { id: string },
  { caller, proposals }: ParticipationContext,
): Promise<ProposalType | null> {
  const found = isUuid(id) ? await proposals.load(id) : undefined;
  return found && maySee(caller, found) ? toProposalType(found) : null;
}
