import type { Language } from '@charter/contracts';
import { writeNotice } from '../text';
import { TEMPLATE_KEYS, builtIn, decideTemplate, isTemplateKey, keptWords, keyParts, wordsFor } from './edit';
import { SAMPLE_TOLD, SAMPLE_WORDS } from './sample';
import type { Template } from './template-set';

const KEY = 'complaint.answered.v1/CITIZEN';
const korean = builtIn(KEY, 'ko');
const decide = (change: Partial<Template>, language: Language = 'ko') => {
  const decided = decideTemplate(KEY, language, { ...builtIn(KEY, language), ...change });
  return decided.ok ? decided.value : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
};

it('knows every text by its key, each once', () => {
  expect(new Set(TEMPLATE_KEYS).size).toBe(TEMPLATE_KEYS.length);
  expect(TEMPLATE_KEYS.length).toBeGreaterThan(150);
  expect(keyParts(KEY)).toEqual({ eventType: 'complaint.answered.v1', audience: 'CITIZEN' });
  expect([isTemplateKey(KEY), isTemplateKey('complaint.answered.v1/OFFICER'), isTemplateKey('toString')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('takes every built-in text as it is, and shows it with words', () => {
  for (const key of TEMPLATE_KEYS) {
    for (const language of ['ko', 'en'] as const) {
      const text = builtIn(key, language);
      expect([key, decideTemplate(key, language, text)]).toEqual([key, { ok: true, value: text }]);
      const wording = { ko: text, en: text };
      const sample = { departmentCode: 'ROADS', words: SAMPLE_WORDS, told: SAMPLE_TOLD[language], templateVersion: 7 };
      const { subject, body } = writeNotice({ ...keyParts(key), ...sample, wording }, language);
      expect(`${subject}\n${body}`).not.toMatch(/[{}]|undefined/);
      if (language === 'en') expect(body).not.toMatch(/[가-힣]/);
    }
  }
});

it('keeps what is in braces in the built-in body', () => {
  for (const word of keptWords(KEY, 'ko')) {
    expect(wordsFor(KEY)).toContain(word);
    expect(decide({ body: korean.body.replaceAll(`{${word}}`, '…') })).toEqual(['INVALID_VALUE body']);
  }
});

it.each<[string, Partial<Template>, string[]]>([
  ['nothing', { subject: ' ', body: ' ' }, ['INVALID_VALUE subject', 'INVALID_VALUE body', 'INVALID_VALUE body']],
  ['a subject of two lines', { subject: '답변\n{receipt}' }, ['INVALID_VALUE subject']],
  ['a subject that nobody reads to its end', { subject: '가'.repeat(61) }, ['INVALID_VALUE subject']],
  ['a word that this text has not', { body: `${korean.body}\n{amount}` }, ['INVALID_VALUE body']],
  ['a word that there is not', { subject: '{name}님' }, ['INVALID_VALUE subject']],
  ['a sentence in the subject', { subject: '{object}' }, ['INVALID_VALUE subject']],
  ['a brace that is left open', { body: `${korean.body} {` }, ['INVALID_VALUE body']],
  ['a particle after a word', { body: `${korean.body}\n{department}은` }, ['INVALID_VALUE body']],
  ['a resident number', { body: `${korean.body}\n000101-3123451` }, ['RESIDENT_NUMBER_PRESENT body']],
  ['a book', { body: `${korean.body}${'가'.repeat(4_000)}` }, ['INVALID_VALUE body']],
])('refuses %s', (_what, change, refusals) => expect(decide(change)).toEqual(refusals));

it('takes a text in one form', () =>
  expect(decide({ subject: ' [답변] {receipt} ', body: `${korean.body.replaceAll('\n', '\r\n')}\r\n` })).toEqual({
    subject: '[답변] {receipt}',
    body: korean.body,
  }));

it('says in a refusal which words are meant', () => {
  const decided = decideTemplate(KEY, 'ko', { ...korean, body: '답변드렸습니다.' });
  if (decided.ok) throw new Error('It was taken.');
  for (const word of keptWords(KEY, 'ko')) expect(decided.refusals[0]!.message.en).toContain(`{${word}}`);
});
