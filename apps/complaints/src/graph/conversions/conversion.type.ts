import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { ComplaintPayload } from '../complaint.type';
import { StepInput } from '../handling/handling.input';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Proposal', { description: 'A citizen’s proposal (제안).' })
export class ProposalType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@InputType({ description: 'A complaint that really is a proposal.' })
export class ConvertComplaintInput extends StepInput {
  @Field(() => String, { description: 'Why, in words that the citizen reads: 1 to 2,000 characters.' })
  reason: string;
}

@ObjectType({ description: 'The answer of convertComplaint.' })
export class ConvertComplaintPayload extends ComplaintPayload {}
