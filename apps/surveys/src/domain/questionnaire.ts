import { z } from 'zod';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';

export type QuestionKind = 'SCALE_5' | 'SINGLE' | 'TEXT';

/** Whom a questionnaire asks: the petitioner of each answered complaint. */
export type Audience = 'PETITIONER';

const text = z.string().trim().min(1).max(500);
const code = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/);
const options = z.array(z.object({ code, textKo: text, textEn: text })).max(20);

const question = z.object({
  code,
  kind: z.enum(['SCALE_5', 'SINGLE', 'TEXT'] satisfies QuestionKind[]),
  textKo: text,
  textEn: text,
  required: z.boolean(),
  options,
});
/** A question as it is stored: a published version never changes. */
export type Question = z.infer<typeof question>;

export interface Draft {
  readonly code: string;
  readonly audience: Audience;
  readonly titleKo: string;
  readonly titleEn: string;
  /** How long an invitation can be answered, in days. */
  readonly answerDays: number;
  readonly questions: readonly Question[];
}

type Words = readonly [ko: string, en: string];

const TEXT_WORDS: Words = ['1~500자로 입력해 주십시오.', 'Please enter 1 to 500 characters.'];
const FIELD_WORDS: Readonly<Record<string, Words>> = {
  code: [
    '코드는 소문자로 시작하는 영문 소문자·숫자·밑줄 1~32자입니다.',
    'A code has 1 to 32 small letters, digits or underscores and starts with a letter.',
  ],
  textKo: TEXT_WORDS,
  textEn: TEXT_WORDS,
  options: ['보기는 20개까지입니다.', 'There are at most 20 options.'],
};

function* headFaults({ code: surveyCode, titleKo, titleEn, answerDays, questions }: Draft): Generator<Refusal> {
  if (!/^[A-Z][A-Z0-9_]{1,31}$/.test(surveyCode)) {
    yield refusal(
      'INVALID_VALUE',
      '설문 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A survey’s code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const [field, title] of Object.entries({ titleKo, titleEn })) {
    if (!title.trim() || title.length > 200)
      yield refusal('INVALID_VALUE', '제목은 1~200자입니다.', 'A title has 1 to 200 characters.', field);
  }
  if (answerDays < 1 || answerDays > 90)
    yield refusal('INVALID_VALUE', '응답 기간은 1~90일입니다.', 'The time to answer is 1 to 90 days.', 'answerDays');
  if (questions.length < 1 || questions.length > 50)
    yield refusal('INVALID_VALUE', '문항은 1~50개입니다.', 'A questionnaire has 1 to 50 questions.', 'questions');
}

const twice = (codes: readonly string[]): number => codes.findIndex((one, index) => codes.indexOf(one) < index);

function* questionFaults(given: Question, path: readonly string[]): Generator<Refusal> {
  const parsed = question.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const [ko, en] = FIELD_WORDS[String(issue.path.at(-1))] ?? [
      '문항을 확인해 주십시오.',
      'Please check the question.',
    ];
    yield refusal('INVALID_VALUE', ko, en, ...path, ...issue.path.map(String));
  }
  if ((given.kind === 'SINGLE') !== given.options.length >= 2) {
    yield refusal(
      'INVALID_VALUE',
      '선택형 문항에만 보기를 2개 이상 두십시오.',
      'A SINGLE question has at least two options, others have none.',
      ...path,
      'options',
    );
  }
  const again = twice(given.options.map(({ code: option }) => option));
  if (again >= 0) {
    const place = [...path, 'options', String(again), 'code'];
    yield refusal('INVALID_VALUE', '보기 코드가 겹칩니다.', 'Two options have the same code.', ...place);
  }
}

/** Decides whether a questionnaire can be used. @returns it as it is stored, without the space around its texts */
export function decideDraft(draft: Draft): Outcome<Draft> {
  const found = [
    ...headFaults(draft),
    ...draft.questions.flatMap((given, index) => [...questionFaults(given, ['questions', String(index)])]),
  ];
  const again = twice(draft.questions.map(({ code: one }) => one));
  if (again >= 0) {
    const place = ['questions', String(again), 'code'];
    found.push(refusal('INVALID_VALUE', '문항 코드가 겹칩니다.', 'Two questions have the same code.', ...place));
  }
  if (found.length > 0) return refused(...found);
  return accepted({
    ...draft,
    titleKo: draft.titleKo.trim(),
    titleEn: draft.titleEn.trim(),
    questions: draft.questions.map((given) => question.parse(given)),
  });
}
