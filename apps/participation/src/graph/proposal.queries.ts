import { Arg, Args, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { type Connection, PageArgs, Public, badInput, mapConnection, pageSize } from '@charter/service';
import { localDate } from '@charter/calendar';
import type { ProposalService } from '../proposal.service';
import type { EndorsementStore } from '../store/proposals/endorsement.store';
import type { ExaminationStore } from '../store/proposals/examination.store';
import type { ProposalOrder, ProposalStore } from '../store/proposals/proposal.store';
import type { ParticipationContext } from './context';
import { AwardGradeType, SimilarProposalType, ThresholdType, toThresholdType } from './examination/examination.type';
import { ProposalFilterInput, ProposalOrderEnum } from './proposal.input';
import { resolveProposal } from './proposal.resolver';
import { ProposalConnection, ProposalType, toProposalType } from './proposal.type';

const LONGEST_TEXT = 10_000;

export interface ProposalQueryParts {
  readonly service: ProposalService;
  readonly proposals: ProposalStore;
  readonly endorsements: EndorsementStore;
  readonly examinations: ExaminationStore;
}

@Resolver()
export class ProposalQueries {
  constructor(private readonly parts: ProposalQueryParts) {}

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
    return mapConnection(await this.parts.service.list({ ...filter, seenBy: caller }, orderBy, page), toProposalType);
  }

  @Public()
  @Query(() => ProposalType, { nullable: true, description: 'One proposal; null when there is none.' })
  proposal(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: ParticipationContext,
  ): Promise<ProposalType | null> {
    return resolveProposal({ id }, context);
  }

  @Public()
  @Query(() => [SimilarProposalType], {
    description: 'Public proposals that are like a text, the likest first: show them before one is handed in.',
  })
  async similarProposals(
    @Arg('text', () => String, { description: 'What somebody is about to propose: title and text.' }) text: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 100.' }) first: number,
    @Ctx() { proposals }: ParticipationContext,
  ): Promise<SimilarProposalType[]> {
    if (text.length > LONGEST_TEXT + 200) throw badInput(`\`text\` has at most ${LONGEST_TEXT + 200} characters.`);
    const similar = await this.parts.proposals.similar(text, pageSize(first));
    const found = await Promise.all(similar.map(({ id }) => proposals.load(id)));
    return similar.map(({ likeness }, index) => ({ likeness, proposal: toProposalType(found[index]!) }));
  }

  @Public()
  @Query(() => [ThresholdType], {
    description: 'From how many endorsements on a department answers, and within how many working days.',
  })
  async endorsementThresholds(): Promise<ThresholdType[]> {
    return (await this.parts.endorsements.thresholds()).map(toThresholdType);
  }

  @Public()
  @Query(() => [AwardGradeType], { description: 'The award grades (시상 등급) of today, the highest first.' })
  async awardGrades(@Ctx() { clock, caller }: ParticipationContext): Promise<AwardGradeType[]> {
    const grades = await this.parts.examinations.gradesOn(localDate(clock.now()));
    return grades.map(({ grade, nameKo, nameEn, amount, validFrom }) => ({
      ...{ code: grade, name: caller.language === 'en' ? nameEn : nameKo, amount: Number(amount), validFrom },
    }));
  }
}
