import { type Language, type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { AUDIENCES_OF, type Audience, type NoticeEvent } from '../audiences';
import { PLACEHOLDERS, type Template, type TemplateKey } from './template-set';
import { TEMPLATE_VERSION, templates } from './versions';

/** Every text by its key, in the order of the alphabet. */
export const TEMPLATE_KEYS: readonly TemplateKey[] = (Object.keys(AUDIENCES_OF) as NoticeEvent[])
  .flatMap((event) => AUDIENCES_OF[event].map((audience) => `${event}/${audience}` as TemplateKey))
  .sort();

const KEYS: ReadonlySet<string> = new Set(TEMPLATE_KEYS);
export const isTemplateKey = (key: string): key is TemplateKey => KEYS.has(key);

/** Whom a text tells of what. */
export function keyParts(key: TemplateKey): { readonly eventType: NoticeEvent; readonly audience: Audience } {
  const [eventType, audience] = key.split('/') as [NoticeEvent, Audience];
  return { eventType, audience };
}

/** The text that came with the platform: version 1 of each. */
export const builtIn = (key: TemplateKey, language: Language): Template =>
  templates(TEMPLATE_VERSION, language).notices[key];

const BODY_LIMIT = 4_000;
/** A subject is read at a glance, and cut off by most readers beyond. */
const SUBJECT_LIMIT: Readonly<Record<Language, number>> = { ko: 60, en: 90 };

const wordsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, word]) => word!);

/** The words in braces that a text may have: those that its built-in text has in either language. Of others nothing is known. */
export const wordsFor = (key: TemplateKey): readonly string[] => [
  ...new Set((['ko', 'en'] as const).flatMap((language) => wordsIn(Object.values(builtIn(key, language)).join('\n')))),
];

/** The words that it must keep: each is a fact, a date, or a way to object, that its reader would else not be told. */
export const keptWords = (key: TemplateKey, language: Language): readonly string[] => [
  ...new Set(wordsIn(builtIn(key, language).body)),
];

function* wordFaults(key: TemplateKey, language: Language, { subject, body }: Template): Generator<Refusal> {
  const known = wordsFor(key);
  const values: readonly string[] = PLACEHOLDERS;
  for (const [field, text] of Object.entries({ subject, body })) {
    const allowed = field === 'subject' ? known.filter((word) => values.includes(word)) : known;
    const unknown = wordsIn(text).find((word) => !allowed.includes(word));
    const broken = /[{}]/.test(text.replace(/\{\w+\}/g, ''));
    if (unknown === undefined && !broken) continue;
    const list = allowed.map((word) => `{${word}}`).join(', ');
    yield refusal(
      'INVALID_VALUE',
      `중괄호 안에는 이 글에 쓸 수 있는 낱말만 넣어 주십시오: ${list}`,
      `Braces hold only the words that this text can have: ${list}`,
      field,
    );
  }
  const missing = keptWords(key, language).filter((word) => !wordsIn(body).includes(word));
  if (missing.length > 0) {
    const list = missing.map((word) => `{${word}}`).join(', ');
    yield refusal(
      'INVALID_VALUE',
      `알려 드려야 하는 내용이 빠졌습니다. 다음을 본문에 넣어 주십시오: ${list}`,
      `Something that has to be told is missing. Please put into the body: ${list}`,
      'body',
    );
  }
  if (
    language === 'ko' &&
    /\}(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/.test(`${subject}\n${body}`.replaceAll('{promise}', ''))
  ) {
    yield refusal(
      'INVALID_VALUE',
      '중괄호 바로 뒤에는 앞말에 따라 달라지는 조사(은/는, 이/가 등)를 쓰지 말아 주십시오. 예: “기한: {due}”',
      'A particle that depends on the word before it cannot follow a brace. Write “기한: {due}” instead.',
      'body',
    );
  }
}

/**
 * Decides whether a text can be sent instead of the present one: it is short enough, has no resident number, knows its words,
 * and still tells every fact.
 */
export function decideTemplate(key: TemplateKey, language: Language, written: Template): Outcome<Template> {
  const subject = written.subject.trim();
  const body = written.body.replace(/\r\n?/g, '\n').trim();
  const faults = [
    ...textFaults(subject, SUBJECT_LIMIT[language], 'subject'),
    ...textFaults(body, BODY_LIMIT, 'body'),
    ...(/[\t\n]/.test(subject)
      ? [refusal('INVALID_VALUE', '제목은 한 줄로 입력해 주십시오.', 'A subject is one line.', 'subject')]
      : []),
    ...wordFaults(key, language, { subject, body }),
  ];
  return faults.length > 0 ? refused(...faults) : accepted({ subject, body });
}
