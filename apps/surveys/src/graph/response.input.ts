import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Answer, Cell } from '../domain/responses/answer';

@InputType('CellInput', { description: 'A row of a MATRIX and the column that was chosen for it.' })
export class CellInput implements Cell {
  @Field(() => String, { description: 'The row, by code.' })
  row: string;

  @Field(() => String, { description: 'The column, by code.' })
  column: string;
}

@InputType({ description: 'An answer to one question: the field that fits its kind.' })
export class AnswerInput implements Answer {
  @Field(() => String, { description: 'The question, by code.' })
  question: string;

  @Field(() => Int, { nullable: true, description: 'For SCALE_5: 1 to 5; for SCALE_7: 1 to 7.' })
  scale?: number | null;

  @Field(() => String, { nullable: true, description: 'For SINGLE: the option, by code.' })
  choice?: string | null;

  @Field(() => [String], { nullable: true, description: 'For MULTIPLE: the options, by code.' })
  choices?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'For NUMBER.' })
  number?: number | null;

  @Field(() => String, { nullable: true, description: 'For TEXT.' })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'For RANKING: the options by code, the best first.' })
  ranking?: string[] | null;

  @Field(() => [CellInput], { nullable: true, description: 'For MATRIX: one column for each row.' })
  cells?: CellInput[] | null;
}

@InputType()
abstract class EntryInput {
  @Field(() => String, { nullable: true, description: 'The token of the invitation.' })
  token?: string | null;

  @Field(() => ID, { nullable: true, description: 'One’s own invitation.' })
  invitationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A survey of EVERYONE; signed in where each person answers once.' })
  surveyId?: string | null;
}

@InputType({
  description:
    'Answers: by a token without signing in, by the id of one’s own invitation, or to a survey of everybody.',
})
export class SubmitResponseInput extends EntryInput {
  @Field(() => [AnswerInput], { description: 'The answers.' })
  answers: AnswerInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'The same key and input give the same answer again, on the same day.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Answers that are begun, to be sent later.' })
export class SaveDraftResponseInput extends EntryInput {
  @Field(() => [AnswerInput], { description: 'All answers so far, in place of those kept before.' })
  answers: AnswerInput[];
}
