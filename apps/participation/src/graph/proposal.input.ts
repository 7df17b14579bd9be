import { Field, ID, InputType, Int } from 'type-graphql';
import { graphEnum } from '@charter/service';
import type { Status } from '../domain/proposals/status';
import { ProposalStatusEnum } from './enums';

@InputType({ description: 'Who proposes (국민 제안 규정: name and contact are required). Kept encrypted.' })
export class ProposerInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Phone number; this or an e-mail address is required.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;
}

@InputType({ description: 'A joint author (공동 제안자). The name is kept encrypted.' })
export class JointAuthorInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  name: string;

  @Field(() => Int, { description: 'The agreed part of an award, in percent.' })
  share: number;
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

  @Field(() => Int, { defaultValue: 100, description: 'The proposer’s part of an award, in percent.' })
  share: number;

  @Field(() => [JointAuthorInput], {
    nullable: true,
    description: 'Who thought of it with the proposer, up to 10. All parts together make 100.',
  })
  jointAuthors?: JointAuthorInput[] | null;

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

@InputType({ description: 'A proposal to follow.' })
export class FollowProposalInput {
  @Field(() => ID, { description: 'Its id.' })
  proposalId: string;
}

@InputType({ description: 'A proposal that is followed no longer.' })
export class UnfollowProposalInput {
  @Field(() => ID, { description: 'Its id.' })
  proposalId: string;
}

@InputType({ description: 'Which proposals.' })
export class ProposalFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those of this department, by code.' })
  departmentCode?: string | null;

  @Field(() => [ProposalStatusEnum], { nullable: true, description: 'Only those that are so far.' })
  status?: Status[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that enough citizens endorse for an answer, or only the others.',
  })
  thresholdReached?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Only those about which this department was asked, by code.' })
  consultedDepartment?: string | null;
}

export const ProposalOrderEnum = graphEnum(
  'ProposalOrder',
  'How proposals are ordered; ties break on newness and id.',
  ['NEWEST', 'MOST_ENDORSED', 'MOST_DISCUSSED'],
  {
    NEWEST: { description: 'The newest first.' },
    MOST_ENDORSED: { description: 'The most endorsed first.' },
    MOST_DISCUSSED: {
      description: 'The most discussed first: by discussionScore, which a ring of friends cannot raise.',
    },
  },
);
