import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Answer, Cell } from '../domain/responses/answer';

@ObjectType('SurveyCell', { description: 'A row of a MATRIX and the column that was chosen for it.' })
class CellType implements Cell {
  @Field(() => String, { description: 'The row, by code.' })
  row: string;

  @Field(() => String, { description: 'The column, by code.' })
  column: string;
}

@ObjectType('SurveyAnswer', { description: 'An answer to one question that was begun: the field that fits its kind.' })
export class AnswerType implements Answer {
  @Field(() => String, { description: 'The question, by code.' })
  question: string;

  @Field(() => Int, { nullable: true, description: 'Of SCALE_5 and SCALE_7.' })
  scale: number | null;

  @Field(() => String, { nullable: true, description: 'Of SINGLE: the option, by code.' })
  choice: string | null;

  @Field(() => [String], { nullable: true, description: 'Of MULTIPLE: the options, by code.' })
  choices: readonly string[] | null;

  @Field(() => Float, { nullable: true, description: 'Of NUMBER.' })
  number: number | null;

  @Field(() => String, { nullable: true, description: 'Of TEXT.' })
  text: string | null;

  @Field(() => [String], { nullable: true, description: 'Of RANKING: the options by code, the best first.' })
  ranking: readonly string[] | null;

  @Field(() => [CellType], { nullable: true, description: 'Of MATRIX: a column for each row that was answered.' })
  cells: readonly CellType[] | null;
}

export const toAnswerType = ({
  question,
  scale,
  choice,
  choices,
  number,
  text,
  ranking,
  cells,
}: Answer): AnswerType => ({
  question,
  scale: scale ?? null,
  choice: choice ?? null,
  choices: choices ?? null,
  number: number ?? null,
  text: text ?? null,
  ranking: ranking ?? null,
  cells: cells ?? null,
});
