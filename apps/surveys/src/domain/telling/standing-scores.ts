import { type QuestionScore, type StandardScore, standardScores } from '../campaigns/standard-scores';
import { SMALLEST_GROUP } from '../disclosure/audit';
import type { Question } from '../questionnaires/question';
import type { Section } from '../questionnaires/question';
import { METHOD_VERSION } from '../results/estimate';
import { measuring } from './tally';

/** A version of the standing questionnaire, as far as it decides who is asked what. */
export interface StandingSurvey {
  readonly questions: readonly Question[];
  readonly sections: readonly Section[];
}

/** What was said to a question in all that was told on a day, by all departments. */
export interface DayTally {
  readonly question: string;
  readonly on: string;
  readonly n: number;
  readonly sum: number;
}

/** Days in Asia/Seoul, both included. */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** Whether everybody who responds has answered it: then each batch of responses is one of answers. */
function isOfEverybody({ required, showIf, section }: Question, sections: readonly Section[]): boolean {
  return required && !showIf && !sections.find(({ code }) => code === section)?.showIf;
}

/**
 * The days with those put together of which fewer than five answers are: a batch of five responses can have one answer to a question
 * that not everybody is asked. The day that is not over waits, since more can come on it.
 */
function inFives(days: readonly DayTally[], today: string): DayTally[] {
  const fives: DayTally[] = [];
  let open: DayTally | undefined;
  for (const day of days.filter(({ on }) => on < today)) {
    const joined: DayTally = open ? { ...day, n: open.n + day.n, sum: open.sum + day.sum } : day;
    open = joined.n < SMALLEST_GROUP ? joined : undefined;
    if (!open) fives.push(joined);
  }
  return fives;
}

/**
 * The days of a period that a question is told of.
 * @param days what was told of it, from the first day on, the oldest first
 * @param today in Asia/Seoul
 */
export function toldDays(
  question: Question,
  sections: readonly Section[],
  days: readonly DayTally[],
  { from, to }: Period,
  today: string,
): DayTally[] {
  const told = isOfEverybody(question, sections) ? days : inFives(days, today);
  return told.filter(({ on }) => on >= from && on <= to);
}

/**
 * How a version of the standing questionnaire found the standards of the charter in some days.
 * @param days what was told, from the first day on up to the end of the period, the oldest first
 * @param today in Asia/Seoul
 */
export function standingScores(
  { questions, sections }: StandingSurvey,
  days: readonly DayTally[],
  period: Period,
  today: string,
): StandardScore[] {
  const scores = measuring(questions).flatMap((question): QuestionScore[] => {
    const own = days.filter((day) => day.question === question.code);
    const told = toldDays(question, sections, own, period, today);
    const n = told.reduce((all, day) => all + day.n, 0);
    if (n < SMALLEST_GROUP) return [];
    const mean = told.reduce((all, day) => all + day.sum, 0) / n;
    const [method, most] = question.kind === 'SCALE_5' ? ['LIKERT_100_OF_5', 5] : ['LIKERT_100_OF_7', 7];
    const score = ((mean - 1) / ((most as number) - 1)) * 100;
    return [{ question: question.code, method: method as string, methodVersion: METHOD_VERSION, score, n }];
  });
  return standardScores(questions, scores);
}
