import type { Answer } from '../responses/answer';
import type { Question } from '../questionnaires/question';

/**
 * What is counted of a response: an option that was chosen, points that were given, a place in a ranking. The line without
 * item and value says that the question was answered at all.
 */
export interface Line {
  readonly question: string;
  /** An option, or the row of a matrix; empty where the question has none. */
  readonly item: string;
  /** Points, a number, a place in the ranking, or the column of a matrix; empty where the item says all. */
  readonly value: string;
}

/** Counted like the answer to a question: that somebody responded at all. */
export const RESPONSES = '';
/** Counted like the answer to a question: what all options with points make together (the city's older scale). */
export const POINTS = '*points';

const line = (question: string, item = '', value = ''): Line => ({ question, item, value });

function* linesOf({ question, scale, number, choice, choices, ranking, cells }: Answer): Generator<Line> {
  yield line(question);
  if (scale !== null && scale !== undefined) yield line(question, '', String(scale));
  if (number !== null && number !== undefined) yield line(question, '', String(number));
  if (choice) yield line(question, choice);
  for (const option of choices ?? []) yield line(question, option);
  for (const [index, option] of (ranking ?? []).entries()) yield line(question, option, String(index + 1));
  for (const { row, column } of cells ?? []) yield line(question, row, column);
}

/** The sum of the points of what was chosen; undefined unless every question that has points was answered. */
function pointsOf(questions: readonly Question[], answers: readonly Answer[]): number | undefined {
  const scored = questions.filter(
    ({ kind, options }) => kind === 'SINGLE' && options.some((one) => one.points !== undefined),
  );
  if (scored.length === 0) return undefined;
  let sum = 0;
  for (const { code, options } of scored) {
    const choice = answers.find(({ question }) => question === code)?.choice;
    const points = options.find((option) => option.code === choice)?.points;
    if (points === undefined) return undefined;
    sum += points;
  }
  return sum;
}

/** What a response adds to the counts. Texts add that they were written: words are counted when results are made. */
export function linesOfResponse(questions: readonly Question[], answers: readonly Answer[]): Line[] {
  const points = pointsOf(questions, answers);
  return [
    line(RESPONSES),
    ...answers.flatMap((answer) => [...linesOf(answer)]),
    ...(points === undefined ? [] : [line(POINTS), line(POINTS, '', String(points))]),
  ];
}
