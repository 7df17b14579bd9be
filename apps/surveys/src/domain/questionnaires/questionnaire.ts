import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type Question, type Quota, type Section, question, quota, section } from './question';
import { shapeFaults, twice } from './shape';

/**
 * Whom a questionnaire asks: the petitioner of each answered complaint, everybody who wants to, those on a list, or a random sample
 * of the citizens served in a period.
 */
export type Audience = 'PETITIONER' | 'EVERYONE' | 'LIST' | 'SAMPLE';

/** A questionnaire while it is written, and what a published version keeps for good. */
export interface Draft {
  readonly code: string;
  readonly audience: Audience;
  readonly titleKo: string;
  readonly titleEn: string;
  /** How long an invitation can be answered, in days. */
  readonly answerDays: number;
  /** Whether each person answers once. Whoever is invited does in any case; EVERYONE has to sign in for it. */
  readonly oncePerPerson: boolean;
  /** Whether the token of an invitation is enough to answer, without signing in. */
  readonly byToken: boolean;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly quotas: readonly Quota[];
}

const invalid = (ko: string, en: string, ...path: string[]): Refusal => refusal('INVALID_VALUE', ko, en, ...path);

function* headFaults({ code, titleKo, titleEn, answerDays, questions, sections, quotas }: Draft): Generator<Refusal> {
  if (!/^[A-Z][A-Z0-9_]{1,31}$/.test(code)) {
    yield invalid(
      '설문 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A survey’s code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const [field, title] of Object.entries({ titleKo, titleEn })) {
    if (title.length > 200) yield invalid('제목은 200자까지입니다.', 'A title has at most 200 characters.', field);
  }
  if (answerDays < 1 || answerDays > 90)
    yield invalid('응답 기간은 1~90일입니다.', 'The time to answer is 1 to 90 days.', 'answerDays');
  if (questions.length < 1 || questions.length > 50)
    yield invalid('문항은 1~50개입니다.', 'A questionnaire has 1 to 50 questions.', 'questions');
  if (sections.length > 20) yield invalid('구역은 20개까지입니다.', 'There are at most 20 sections.', 'sections');
  if (quotas.length > 50) yield invalid('할당은 50개까지입니다.', 'There are at most 50 quotas.', 'quotas');
}

const FIELDS: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  code: [
    '코드는 소문자로 시작하는 영문 소문자·숫자·밑줄 1~32자입니다.',
    'A code has 1 to 32 small letters, digits or underscores and starts with a letter.',
  ],
  textKo: ['500자까지 입력해 주십시오.', 'Please enter at most 500 characters.'],
  textEn: ['500자까지 입력해 주십시오.', 'Please enter at most 500 characters.'],
  titleKo: ['500자까지 입력해 주십시오.', 'Please enter at most 500 characters.'],
  titleEn: ['500자까지 입력해 주십시오.', 'Please enter at most 500 characters.'],
  options: ['보기는 50개까지입니다.', 'There are at most 50 options.'],
  rows: ['행은 30개까지입니다.', 'There are at most 30 rows.'],
  tests: ['조건은 1~10개입니다.', 'A condition has 1 to 10 tests.'],
  limit: ['할당은 1명 이상입니다.', 'A quota takes at least one answer.'],
  decimals: ['소수 자릿수는 0~4입니다.', 'A number has 0 to 4 decimals.'],
  points: ['배점은 −1,000~1,000입니다.', 'Points are between −1,000 and 1,000.'],
  standard: ['이행기준 코드를 확인해 주십시오.', 'Please check the code of the standard.'],
};
const OTHER = ['값을 확인해 주십시오.', 'Please check this value.'] as const;

function* partFaults(
  list: string,
  type: typeof question | typeof section | typeof quota,
  parts: readonly { code: string }[],
): Generator<Refusal> {
  for (const [index, part] of parts.entries()) {
    for (const { path } of type.safeParse(part).error?.issues ?? [])
      yield invalid(...(FIELDS[String(path.at(-1))] ?? OTHER), list, String(index), ...path.map(String));
    if (type === question) yield* shapeFaults(part as Question, [list, String(index)]);
  }
  const again = twice(parts.map(({ code }) => code));
  if (again >= 0) yield invalid('코드가 겹칩니다.', 'Two have the same code.', list, String(again), 'code');
}

/**
 * Decides whether a draft can be kept. Texts may be missing and branches may lead nowhere: {@link publicationFaults} asks for the rest.
 * @returns it as it is stored, without the space around its texts
 */
export function decideDraft(draft: Draft): Outcome<Draft> {
  const found = [
    ...headFaults(draft),
    ...partFaults('sections', section, draft.sections),
    ...partFaults('questions', question, draft.questions),
    ...partFaults('quotas', quota, draft.quotas),
  ];
  if (found.length > 0) return refused(...found);
  return accepted({
    ...draft,
    titleKo: draft.titleKo.trim(),
    titleEn: draft.titleEn.trim(),
    sections: draft.sections.map((one) => section.parse(one)),
    questions: draft.questions.map((one) => question.parse(one)),
    quotas: draft.quotas.map((one) => quota.parse(one)),
  });
}
