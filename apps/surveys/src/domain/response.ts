import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { containsResidentNumber } from '@charter/privacy';
import type { Question, QuestionKind } from './questionnaire';

/** One answer: the field that fits the question's kind. */
export interface Answer {
  readonly question: string;
  readonly scale?: number | null;
  readonly choice?: string | null;
  readonly text?: string | null;
}

const TEXT_LIMIT = 2_000;

type Fault = readonly [code: Refusal['code'], ko: string, en: string];
const invalid = (ko: string, en: string): Fault => ['INVALID_VALUE', ko, en];

const HOW: Readonly<Record<QuestionKind, Fault>> = {
  SCALE_5: invalid('이 문항에는 점수(scale)로만 답해 주십시오.', 'Answer this question with scale alone.'),
  SINGLE: invalid('이 문항에는 보기(choice)로만 답해 주십시오.', 'Answer this question with choice alone.'),
  TEXT: invalid('이 문항에는 글(text)로만 답해 주십시오.', 'Answer this question with text alone.'),
};

const scaleFault = (scale: number): Fault | undefined =>
  Number.isInteger(scale) && scale >= 1 && scale <= 5
    ? undefined
    : invalid('1점부터 5점까지 고르십시오.', 'Choose from 1 to 5.');

const choiceFault = (choice: string, { options }: Question): Fault | undefined =>
  options.some(({ code }) => code === choice)
    ? undefined
    : invalid(
        '보기 가운데 하나를 고르십시오.',
        `There is no such option. Choose one of ${options.map(({ code }) => code).join(', ')}.`,
      );

function textFault(words: string): Fault | undefined {
  if (!words.trim() || words.length > TEXT_LIMIT)
    return invalid(`1~${TEXT_LIMIT}자로 입력해 주십시오.`, `Please enter 1 to ${TEXT_LIMIT} characters.`);
  return containsResidentNumber(words)
    ? [
        'RESIDENT_NUMBER_PRESENT',
        '주민등록번호를 지우고 다시 제출해 주십시오.',
        'Please remove the resident registration number.',
      ]
    : undefined;
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

function answerFault(asked: Question, { scale, choice, text }: Answer): Fault | undefined {
  if ([scale, choice, text].filter(isGiven).length !== 1) return HOW[asked.kind];
  if (asked.kind === 'SCALE_5') return isGiven(scale) ? scaleFault(scale) : HOW.SCALE_5;
  if (asked.kind === 'SINGLE') return isGiven(choice) ? choiceFault(choice, asked) : HOW.SINGLE;
  return isGiven(text) ? textFault(text) : HOW.TEXT;
}

function* answerFaults(questions: readonly Question[], answers: readonly Answer[]): Generator<Refusal> {
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
      const fault = answerFault(asked, answer);
      if (fault) yield refusal(...fault, ...place);
    }
  }
  for (const { code, required, textKo, textEn } of questions) {
    if (required && !answers.some(({ question }) => question === code)) {
      const [ko, en] = [`필수 문항에 답해 주십시오: ${textKo}`, `Please answer the required question: ${textEn}`];
      yield refusal('INVALID_VALUE', ko, en, 'answers');
    }
  }
}

/** What a response is kept as: its answers and the mean of its five-point answers, null when it has none. */
export interface Response {
  readonly answers: readonly Answer[];
  readonly mean: number | null;
}

const kept = ({ question, scale, choice, text }: Answer): Answer => ({
  question,
  ...(isGiven(scale) && { scale }),
  ...(isGiven(choice) && { choice }),
  ...(isGiven(text) && { text: text.trim() }),
});

/** Checks answers against the version that was asked. */
export function decideResponse(questions: readonly Question[], answers: readonly Answer[]): Outcome<Response> {
  const found = [...answerFaults(questions, answers)];
  if (found.length > 0) return refused(...found);
  const points = answers.flatMap(({ scale }) => (isGiven(scale) ? [scale] : []));
  return accepted({
    answers: answers.map(kept),
    mean: points.length > 0 ? points.reduce((sum, point) => sum + point) / points.length : null,
  });
}
