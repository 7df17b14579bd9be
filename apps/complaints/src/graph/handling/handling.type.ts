import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '@charter/service';
import { ComplaintType } from '../complaint.type';

@ObjectType('SupplementRequest', { description: 'What the citizen is asked to give (보완 요구).' })
export class SupplementRequestType {
  @Field(() => String, { description: 'What is missing.' })
  text: string;

  @Field(() => Int, { description: 'For which time it is asked: 1 or 2.' })
  round: number;

  @Field(() => DateTime, { description: 'When it was asked.' })
  requestedAt: Date;

  @Field(() => DateTime, { description: 'By when to give it.' })
  dueAt: Date;
}

@ObjectType('PendingExtension', { description: 'A second extension that waits for the citizen’s consent.' })
export class PendingExtensionType {
  @Field(() => Int, { description: 'How much longer, in the unit of the law’s period.' })
  length: number;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  proposedAt: Date;
}

@ObjectType('Rejection', { description: 'Why a complaint was refused, and what can be done about it (거부).' })
export class RejectionType {
  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => DateTime, { description: 'When it was refused.' })
  rejectedAt: Date;

  @Field(() => [String], { description: 'What the citizen can do (불복 방법), in the language of Accept-Language.' })
  remedies: string[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when a statutory complaint can be objected to (법 제35조); null for others.',
  })
  objectUntil: Date | null;
}

@ObjectType('ComplaintOpinion', { description: 'What the citizen thinks of the result (결과 의견).' })
export class OpinionType {
  @Field(() => Boolean, { description: 'Whether it satisfies them.' })
  satisfied: boolean;

  @Field(() => String, { nullable: true, description: 'More.' })
  text: string | null;

  @Field(() => DateTime, { description: 'When it was given.' })
  givenAt: Date;
}

@ObjectType('RepeatAssessment', {
  description:
    'Whether a complaint repeats earlier ones of the same citizen (반복민원). An officer decides what it means.',
})
export class RepeatType {
  @Field(() => [ComplaintType], { description: 'The earlier ones: same service, similar text; oldest first.' })
  earlier: ComplaintType[];

  @Field(() => Int, { description: 'For how many of them a result was told.' })
  resultsTold: number;

  @Field(() => Boolean, { description: 'Whether it may be closed as a repeat: see closeRepeatedComplaint.' })
  mayBeClosed: boolean;
}
