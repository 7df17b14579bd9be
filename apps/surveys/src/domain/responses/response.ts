import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import type { Question } from '../questionnaires/question';
import type { Asking } from '../questionnaires/reachable';
import type { Answer } from './answer';
import { FIELD, answerFaults, isGiven } from './answer-faults';
import { askedQuestions } from './branching';

/** What a response is kept as: its answers in the order of the questions, and the mean of its five-point answers. */
export interface Response {
  readonly answers: readonly Answer[];
  /** Null without a five-point answer. */
  readonly mean: number | null;
}

function* givenFaults(questions: readonly Question[], answers: readonly Answer[], whole: boolean): Generator<Refusal> {
  for (const [index, answer] of answers.entries()) {
    const place = ['answers', String(index)];
    const asked = questions.find(({ code }) => code === answer.question);
    if (!asked) {
      const [ko, en] = ['설문에 없는 문항입니다.', 'The survey has no such question.'];
      yield refusal('INVALID_VALUE', ko, en, ...place, 'question');
    } else if (answers.findIndex(({ question }) => question === answer.question) !== index) {
      const [ko, en] = ['같은 문항에 두 번 답하셨습니다.', 'This question was answered twice.'];
      yield refusal('INVALID_VALUE', ko, en, ...place, 'question');
    } else {
      yield* answerFaults(asked, answer, whole, place);
    }
  }
}

function* branchFaults(asking: Asking, answers: readonly Answer[]): Generator<Refusal> {
  const asked = askedQuestions(asking, answers);
  for (const [index, { question }] of answers.entries()) {
    if (asked.has(question)) continue;
    yield refusal(
      'INVALID_VALUE',
      '앞 문항의 답에 따라 묻지 않는 문항입니다. 이 답을 지우고 다시 제출해 주십시오.',
      'This question is not asked after your earlier answers. Please remove this answer and submit again.',
      ...['answers', String(index), 'question'],
    );
  }
  for (const { code, required, textKo, textEn } of asking.questions) {
    if (!required || !asked.has(code) || answers.some(({ question }) => question === code)) continue;
    const [ko, en] = [`필수 문항에 답해 주십시오: ${textKo}`, `Please answer the required question: ${textEn}`];
    yield refusal('INVALID_VALUE', ko, en, 'answers');
  }
}

const inOrder = <T>(list: readonly T[], codeOf: (one: T) => string, order: readonly { code: string }[]): T[] =>
  order.flatMap(({ code }) => list.filter((one) => codeOf(one) === code));

/** An answer as it is stored: its one field, in one order, so that the order of ticking tells nothing. */
function kept({ kind, options, rows = [] }: Question, answer: Answer): Answer {
  const field = FIELD[kind];
  const { question, choices, cells, text } = answer;
  const value = {
    ...answer,
    ...(choices && { choices: inOrder(choices, (one) => one, options) }),
    ...(cells && { cells: inOrder(cells, ({ row }) => row, rows).map(({ row, column }) => ({ row, column })) }),
    ...(isGiven(text) && { text: text.trim() }),
  };
  return { question, [field]: value[field] };
}

const keep = (questions: readonly Question[], answers: readonly Answer[]): Answer[] =>
  questions.flatMap((asked) =>
    answers.filter(({ question }) => question === asked.code).map((one) => kept(asked, one)),
  );

/** Checks answers that are kept until they are complete: each by itself. Branches and required questions are for the end. */
export function decideDraftAnswers({ questions }: Asking, answers: readonly Answer[]): Outcome<Answer[]> {
  const found = [...givenFaults(questions, answers, false)];
  return found.length > 0 ? refused(...found) : accepted(keep(questions, answers));
}

/** Checks answers against the version that was asked: what it did not ask, because of a branch, is refused and not dropped in silence. */
export function decideResponse(asking: Asking, answers: readonly Answer[]): Outcome<Response> {
  const given = [...givenFaults(asking.questions, answers, true)];
  const found = given.length > 0 ? given : [...branchFaults(asking, answers)];
  if (found.length > 0) return refused(...found);
  const answered = keep(asking.questions, answers);
  const points = asking.questions.flatMap(({ code, kind }) =>
    kind === 'SCALE_5' ? answered.flatMap(({ question, scale }) => (question === code ? [scale!] : [])) : [],
  );
  return accepted({
    answers: answered,
    mean: points.length > 0 ? points.reduce((sum, point) => sum + point) / points.length : null,
  });
}
