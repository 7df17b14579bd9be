import type { Answer } from '../responses/answer';
import type { Question } from '../questionnaires/question';

/** Counted like the answer to a question: that somebody responded. */
export const RESPONSES = '';
/** Counted like the answer to a question: the mean of somebody's five-point answers. */
export const MEANS = '*mean';

/** What was said to one question in what was told on a day: how often, and the sum of it. */
export interface Tally {
  readonly question: string;
  readonly n: number;
  readonly sum: number;
}

/** A response, as far as figures of the standing questionnaire are made of it. */
export interface Told {
  readonly answers: readonly Answer[];
  readonly mean: number | null;
}

type Scored = Pick<Question, 'code' | 'kind' | 'standard' | 'required' | 'section' | 'showIf'>;

/** The questions that measure a standard of the charter, on a scale. */
export const measuring = <Q extends Scored>(questions: readonly Q[]): Q[] =>
  questions.filter(({ kind, standard }) => standard !== undefined && (kind === 'SCALE_5' || kind === 'SCALE_7'));

/** What a batch adds to the figures, as far as somebody answered. */
export function tallyOf(questions: readonly Scored[], batch: readonly Told[]): Tally[] {
  const tally = (question: string, said: readonly number[]): Tally => ({
    ...{ question, n: said.length, sum: said.reduce((sum, one) => sum + one, 0) },
  });
  const means = batch.flatMap(({ mean }) => mean ?? []);
  const points = (code: string): number[] =>
    batch.flatMap(({ answers }) => answers.find(({ question }) => question === code)?.scale ?? []);
  return [
    { question: RESPONSES, n: batch.length, sum: batch.length },
    tally(MEANS, means),
    ...measuring(questions).map(({ code }) => tally(code, points(code))),
  ].filter(({ n }) => n > 0);
}
