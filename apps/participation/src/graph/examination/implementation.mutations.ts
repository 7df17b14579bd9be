import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, userErrors } from '@charter/service';
import type { ImplementationService } from '../../implementation.service';
import type { ParticipationContext } from '../context';
import { onProposal } from '../handled';
import * as payload from '../proposal.type';
import * as input from './examination.input';
import { SetAwardGradeInput, SetAwardGradePayload } from './settings.type';

const personOf = ({ caller }: ParticipationContext): Person => caller as Person;

/** Awarding what was adopted, and carrying it out. */
@Resolver()
export class ImplementationMutations {
  constructor(private readonly implementation: ImplementationService) {}

  @Authorized('MANAGER')
  @Mutation(() => payload.AwardProposalPayload, { description: 'Awards an adopted proposal, as a jury decided; once.' })
  awardProposal(
    @Arg('input', () => input.AwardProposalInput, { description: 'The grade, and who decided.' })
    { proposalId, version, grade, jury }: input.AwardProposalInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.AwardProposalPayload> {
    return onProposal(proposalId, context, () =>
      this.implementation.award(proposalId, grade, jury, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.PlanImplementationPayload, {
    description: 'Plans how an adopted proposal is carried out; every milestone is a deadline.',
  })
  planImplementation(
    @Arg('input', () => input.PlanImplementationInput, { description: 'The milestones.' })
    { proposalId, version, milestones }: input.PlanImplementationInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.PlanImplementationPayload> {
    return onProposal(proposalId, context, () =>
      this.implementation.plan(proposalId, milestones, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ReportImplementationPayload, {
    description: 'Tells how far it is. With the last milestone the proposal is carried out.',
  })
  reportImplementation(
    @Arg('input', () => input.ReportImplementationInput, { description: 'How far it is.' })
    { proposalId, version, milestoneId, text, percent }: input.ReportImplementationInput,
    @Ctx() context: ParticipationContext,
  ): Promise<payload.ReportImplementationPayload> {
    return onProposal(proposalId, context, () =>
      this.implementation.report(
        proposalId,
        { milestoneId: milestoneId ?? null, text, percent },
        version ?? null,
        personOf(context),
      ),
    );
  }

  @Authorized('ADMIN')
  @Mutation(() => SetAwardGradePayload, { description: 'Sets a grade of awards, from a day on.' })
  async setAwardGrade(
    @Arg('input', () => SetAwardGradeInput, { description: 'The grade.' }) grade: SetAwardGradeInput,
    @Ctx() { caller: { language } }: ParticipationContext,
  ): Promise<SetAwardGradePayload> {
    const outcome = await this.implementation.setGrade(grade);
    if (!outcome.ok) return { grade: null, errors: userErrors(outcome.refusals, language) };
    const { code, nameKo, nameEn, amount, validFrom } = outcome.value;
    return { grade: { code, name: language === 'en' ? nameEn : nameKo, amount, validFrom }, errors: [] };
  }
}
