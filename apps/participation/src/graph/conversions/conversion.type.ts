import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProposalPayload } from '../proposal.type';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Complaint', { description: 'A complaint (민원).' })
export class ComplaintType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@InputType({ description: 'A proposal that really is a complaint.' })
export class ConvertProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId: string;

  @Field(() => String, { description: 'The service of the catalogue that it asks for, by code: one of serviceItems.' })
  serviceCode: string;

  @Field(() => String, { description: 'Why, in words that the citizen reads: 1 to 2,000 characters.' })
  reason: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read: with it, nobody’s change is overwritten.',
  })
  version?: number | null;
}

@InputType({ description: 'A proposal that everybody may read from now on.' })
export class PublishProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId: string;
}

@ObjectType({ description: 'The answer of convertProposal.' })
export class ConvertProposalPayload extends ProposalPayload {}

@ObjectType({ description: 'The answer of publishProposal.' })
export class PublishProposalPayload extends ProposalPayload {}
