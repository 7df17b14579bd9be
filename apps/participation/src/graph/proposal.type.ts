import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { ProposalEntity } from '../store/proposal.entity';

const ProposalStatus = { SUBMITTED: 'SUBMITTED', CONVERTED: 'CONVERTED' } as const;
registerEnumType(ProposalStatus, {
  name: 'ProposalStatus',
  description: 'How far a proposal is.',
  valuesConfig: {
    SUBMITTED: { description: 'Handed in (접수).' },
    CONVERTED: { description: 'Really a complaint, and handled as one (민원 전환).' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Proposal', { description: 'A citizen’s proposal (제안).' })
export class ProposalType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What it is about.' })
  title: string;

  @Field(() => String, { description: 'The proposal itself.' })
  body: string;

  @Field(() => ProposalStatus, { description: 'How far it is.' })
  status: keyof typeof ProposalStatus;

  @Field(() => Int, { description: 'How many citizens endorse it (공감), once each.' })
  endorsementCount: number;

  @Field(() => DateTime, { description: 'When it was handed in.' })
  submittedAt: Date;

  @Field(() => Boolean, {
    description:
      'Whether everybody can read it: one that came out of a private complaint waits for its citizen to agree.',
  })
  public: boolean;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;

  citizenId: string;
  departmentCode: string;
  /** The complaints that it was and has become: shown to those concerned. */
  fromId: string | null;
  toId: string | null;
}

export const toProposalType = (proposal: ProposalEntity): ProposalType => ({
  id: proposal.id,
  title: proposal.title,
  body: proposal.body,
  status: proposal.status,
  endorsementCount: proposal.endorsementCount,
  submittedAt: proposal.submittedAt,
  citizenId: proposal.citizenId,
  departmentCode: proposal.departmentCode,
  public: proposal.public,
  version: proposal.version,
  fromId: proposal.convertedFrom,
  toId: proposal.convertedTo,
});

export const ProposalConnection = connectionType('Proposal', () => ProposalType);

@ObjectType()
export abstract class ProposalPayload {
  @Field(() => ProposalType, { nullable: true, description: 'The proposal as it is now.' })
  proposal: ProposalType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of submitProposal.' })
export class SubmitProposalPayload extends ProposalPayload {}

@ObjectType({ description: 'The answer of endorseProposal.' })
export class EndorseProposalPayload extends ProposalPayload {}

@ObjectType({ description: 'The answer of withdrawEndorsement.' })
export class WithdrawEndorsementPayload extends ProposalPayload {}
