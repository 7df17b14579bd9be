import { z } from 'zod';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { containsResidentNumber } from '@charter/privacy';

export const QUESTION_KINDS = ['SCALE_5', 'SINGLE', 'TEXT'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const text = z.string().trim().min(1).max(500);
const code = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/);

/** A question as it is stored: a published version never changes. */
export const question = z.object({
  code,
  kind: z.enum(QUESTION_KINDS),
  textKo: text,
  textEn: text,
  required: z.boolean(),
  options: z.array(z.object({ code, textKo: text, textEn: text })),
});
export type Question = z.infer<typeof question>;

export interface Draft {
  readonly code: string;
  readonly titleKo: string;
  readonly titleEn: string;
  /** How long an invitation can be answered, in days. */
  readonly answerDays: number;
  readonly questions: readonly Question[];
}

function* draftFaults({ code: surveyCode, titleKo, titleEn, answerDays, questions }: Draft): Generator<Refusal> {
  if (!/^[A-Z][A-Z0-9_]{1,31}$/.test(surveyCode)) {
    yield refusal(
      'INVALID_VALUE',
      '설문 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A survey’s code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const [field, value] of [
    ['titleKo', titleKo],
    ['titleEn', titleEn],
  ] as const) {
    if (!value.trim() || value.length > 200)
      yield refusal('INVALID_VALUE', '제목은 1~200자입니다.', 'A title has 1 to 200 characters.', field);
  }
  if (answerDays < 1 || answerDays > 90)
    yield refusal('INVALID_VALUE', '응답 기간은 1~90일입니다.', 'The time to answer is 1 to 90 days.', 'answerDays');
  if (questions.length < 1 || questions.length > 50)
    yield refusal('INVALID_VALUE', '문항은 1~50개입니다.', 'A questionnaire has 1 to 50 questions.', 'questions');
  for (const [index, given] of questions.entries()) {
    const parsed = question.safeParse(given);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      yield refusal(
        'INVALID_VALUE',
        '문항을 확인해 주십시오.',
        `Please check the question: ${issue.message}.`,
        'questions',
        String(index),
        ...issue.path.map(String),
      );
    }
    if (questions.findIndex(({ code: other }) => other === given.code) !== index) {
      yield refusal(
        'INVALID_VALUE',
        '문항 코드가 겹칩니다.',
        'Two questions have the same code.',
        'questions',
        String(index),
        'code',
      );
    }
    if ((given.kind === 'SINGLE') !== given.options.length >= 2) {
      yield refusal(
        'INVALID_VALUE',
        '선택형 문항에만 보기를 2개 이상 두십시오.',
        'A SINGLE question has at least two options, others have none.',
        'questions',
        String(index),
        'options',
      );
    }
  }
}

/** Decides whether a questionnaire can be used. */
export function decideDraft(draft: Draft): Outcome<Draft> {
  const found = [...draftFaults(draft)];
  return found.length > 0 ? refused(...found) : accepted(draft);
}

/** One answer: the field that fits the question's kind. */
export interface Answer {
  readonly question: string;
  readonly scale?: number | null;
  readonly choice?: string | null;
  readonly text?: string | null;
}

const TEXT_LIMIT = 2_000;

function answerFault(
  { kind, options }: Question,
  { scale, choice, text: words }: Answer,
): [Refusal['code'], string, string] | undefined {
  const given = { SCALE_5: scale, SINGLE: choice, TEXT: words }[kind] ?? null;
  const others = [scale, choice, words].filter((value) => value !== null && value !== undefined).length;
  if (given === null || others !== 1)
    return [
      'INVALID_VALUE',
      `이 문항은 ${kind} 형식으로 답해 주십시오.`,
      `Answer this question with ${{ SCALE_5: 'scale', SINGLE: 'choice', TEXT: 'text' }[kind]} alone.`,
    ];
  if (kind === 'SCALE_5' && !(Number.isInteger(scale) && scale! >= 1 && scale! <= 5))
    return ['INVALID_VALUE', '1점부터 5점까지 고르십시오.', 'Choose from 1 to 5.'];
  if (kind === 'SINGLE' && !options.some(({ code: option }) => option === choice))
    return ['INVALID_VALUE', '보기 가운데 하나를 고르십시오.', `There is no option ${choice}.`];
  if (kind === 'TEXT' && (!words!.trim() || words!.length > TEXT_LIMIT))
    return ['INVALID_VALUE', `1~${TEXT_LIMIT}자로 입력해 주십시오.`, `Please enter 1 to ${TEXT_LIMIT} characters.`];
  if (kind === 'TEXT' && containsResidentNumber(words!))
    return [
      'RESIDENT_NUMBER_PRESENT',
      '주민등록번호를 지우고 다시 제출해 주십시오.',
      'Please remove the resident registration number.',
    ];
  return undefined;
}

function* answerFaults(questions: readonly Question[], answers: readonly Answer[]): Generator<Refusal> {
  for (const [index, answer] of answers.entries()) {
    const asked = questions.find(({ code: asks }) => asks === answer.question);
    if (!asked)
      yield refusal(
        'INVALID_VALUE',
        `문항 ${answer.question}이(가) 없습니다.`,
        `There is no question ${answer.question}.`,
        'answers',
        String(index),
        'question',
      );
    else if (answers.findIndex(({ question: other }) => other === answer.question) !== index) {
      yield refusal(
        'INVALID_VALUE',
        '같은 문항에 두 번 답하셨습니다.',
        'This question was answered twice.',
        'answers',
        String(index),
        'question',
      );
    } else {
      const fault = answerFault(asked, answer);
      if (fault) yield refusal(...fault, 'answers', String(index));
    }
  }
  for (const { code: asks, required } of questions) {
    if (required && !answers.some(({ question: answered }) => answered === asks)) {
      yield refusal(
        'INVALID_VALUE',
        `필수 문항 ${asks}에 답해 주십시오.`,
        `Please answer the required question ${asks}.`,
        'answers',
      );
    }
  }
}

/** What a response is kept as: its answers and the mean of its five-point answers, null when it has none. */
export interface Response {
  readonly answers: readonly Answer[];
  readonly mean: number | null;
}

/** Checks answers against the version that was asked. */
export function decideResponse(questions: readonly Question[], answers: readonly Answer[]): Outcome<Response> {
  const found = [...answerFaults(questions, answers)];
  if (found.length > 0) return refused(...found);
  const points = answers.flatMap(({ scale }) => (scale ? [scale] : []));
  const kept = answers.map(({ question: asks, scale, choice, text: words }) => ({
    question: asks,
    ...(scale && { scale }),
    ...(choice && { choice }),
    ...(words && { text: words.trim() }),
  }));
  return accepted({
    answers: kept,
    mean: points.length > 0 ? points.reduce((sum, point) => sum + point) / points.length : null,
  });
}

/** The 100-point score of a five-point mean: (x − 1) ÷ 4 × 100, to one decimal (charter platform, section 5). */
export const score100 = (mean: number): number => Math.round(((mean - 1) / 4) * 1_000) / 10;

/** Groups smaller than this are not shown: a mean of few would tell who said what. */
export const SMALLEST_GROUP = 5;
