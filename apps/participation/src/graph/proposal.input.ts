import { Field, ID, InputType, registerEnumType } from 'type-graphql';

@InputType({ description: 'Who proposes (국민 제안 규정: name and contact are required). Kept encrypted.' })
export class ProposerInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Phone number; this or an e-mail address is required.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;
}

@InputType({ description: 'A proposal to hand in.' })
export class SubmitProposalInput {
  @Field(() => String, { description: 'What it is about, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { description: 'The proposal itself, 1 to 10,000 characters.' })
  body: string;

  @Field(() => String, { description: 'The department that would carry it out, by code.' })
  departmentCode: string;

  @Field(() => ProposerInput, { description: 'Who proposes.' })
  proposer: ProposerInput;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A proposal to endorse (공감).' })
export class EndorseProposalInput {
  @Field(() => ID, { description: 'Its id.' })
  proposalId: string;
}

@InputType({ description: 'A proposal whose endorsement is taken back.' })
export class WithdrawEndorsementInput {
  @Field(() => ID, { description: 'Its id.' })
  proposalId: string;
}

@InputType({ description: 'Which proposals.' })
export class ProposalFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those of this department, by code.' })
  departmentCode?: string | null;
}

export const ProposalOrderEnum = { NEWEST: 'NEWEST', MOST_ENDORSED: 'MOST_ENDORSED' } as const;
registerEnumType(ProposalOrderEnum, {
  name: 'ProposalOrder',
  description: 'How proposals are ordered; ties break on newness and id.',
  valuesConfig: {
    NEWEST: { description: 'The newest first.' },
    MOST_ENDORSED: { description: 'The most endorsed first.' },
  },
});
