import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Person, UserError, graphEnum, isUuid, notFound, userErrors } from '@charter/service';
import { REVEALED_SUBJECTS, type RevealService, type RevealedSubject } from '../../reveal.service';
import { PetitionerType } from '../complaint.type';
import type { ComplaintsContext } from '../context';

const SubjectEnum = graphEnum('RevealSubject', 'What somebody asks whose it is of.', REVEALED_SUBJECTS, {
  COMPLAINT: { description: 'A complaint (민원).' },
  CONSULTATION: { description: 'A consultation (상담).' },
});

@InputType({ description: 'Whose name and contacts somebody needs who does not handle the case, and why.' })
export class RevealPersonalDataInput {
  @Field(() => SubjectEnum, { description: 'What it is.' })
  subjectType: RevealedSubject;

  @Field(() => ID, { description: 'Its id.' })
  subjectId: string;

  @Field(() => String, {
    description: 'Why it is needed, 10 to 500 characters. It is kept for two years, and the citizen reads it.',
  })
  reason: string;
}

@ObjectType({ description: 'The answer of revealPersonalData.' })
export class RevealPersonalDataPayload {
  @Field(() => PetitionerType, { nullable: true, description: 'Name and contacts in full.' })
  person: PetitionerType | null;

  @Field(() => [UserError], { description: 'Why they are not shown; empty when they are.' })
  errors: UserError[];
}

/** Personal data for staff who do not handle a case: with a reason, on record before it is shown. */
@Resolver()
export class RevealMutations {
  constructor(private readonly service: RevealService) {}

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @Mutation(() => RevealPersonalDataPayload, {
    description:
      'Shows staff who do not handle a case whose it is, for a reason (사유를 밝힌 개인정보 열람). The reading is in the access log before the answer comes, and the citizen sees who, when and why.',
  })
  async revealPersonalData(
    @Arg('input', () => RevealPersonalDataInput, { description: 'Of what, and why.' })
    { subjectType, subjectId, reason }: RevealPersonalDataInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<RevealPersonalDataPayload> {
    const outcome = isUuid(subjectId)
      ? await this.service.reveal(subjectType, subjectId, reason, caller as Person)
      : 'NOT_FOUND';
    if (outcome === 'NOT_FOUND') throw notFound(caller.language);
    if (!outcome.ok) return { person: null, errors: userErrors(outcome.refusals, caller.language) };
    const { name, phone, email } = outcome.value;
    return { person: { name, phone, email }, errors: [] };
  }
}
