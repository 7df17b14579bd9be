import { questionOf, draftOf, optionsOf } from '../../../test/fixtures/questionnaires';
import type { Question } from './question';
import { type Draft, decideDraft } from './questionnaire';

it('accepts a questionnaire, without the space around its texts and what is null', () => {
  const given = draftOf({
    titleEn: ' Satisfaction ',
    questions: [questionOf({ textKo: ' 전반적으로 ', min: null as never, section: null as never })],
  });
  expect(decideDraft(given)).toEqual({ ok: true, value: draftOf({ questions: [questionOf()] }) });
});

it('accepts a draft with texts that are still missing', () => {
  const given = draftOf({ titleEn: '', questions: [questionOf({ textEn: ' ' })] });
  expect(decideDraft(given)).toMatchObject({ ok: true, value: { titleEn: '', questions: [{ textEn: '' }] } });
});

const [a, b] = optionsOf('a', 'b') as [never, never];
const showIf = { match: 'ALL', tests: [] } as never;
const row = { code: 'desk', textKo: '창구', textEn: 'Desk' };

it.each<[string, Partial<Draft>]>([
  ['code', { code: 'satisfaction' }],
  ['titleKo', { titleKo: 'x'.repeat(201) }],
  ['answerDays', { answerDays: 0 }],
  ['answerDays', { answerDays: 91 }],
  ['questions', { questions: [] }],
  ['questions', { questions: Array.from({ length: 51 }, (_, n) => questionOf({ code: `q${n}` })) }],
  ['questions.1.code', { questions: [questionOf(), questionOf()] }],
  ['sections.1.code', { sections: [sectionOf('one'), sectionOf('one')] }],
  ['sections', { sections: Array.from({ length: 21 }, (_, n) => sectionOf(`s${n}`)) }],
  ['sections.0.showIf.tests', { sections: [{ ...sectionOf('one'), showIf }] }],
  ['quotas.0.limit', { quotas: [{ code: 'all', limit: 0 }] }],
  ['quotas.1.code', { quotas: [quotaOf('all'), quotaOf('all')] }],
  ['quotas', { quotas: Array.from({ length: 51 }, (_, n) => quotaOf(`q${n}`)) }],
])('refuses a questionnaire at %s', (path, changes) => {
  expect(places(draftOf(changes))).toEqual([path]);
});

it.each<[string, Partial<Question>]>([
  ['textKo', { textKo: 'x'.repeat(501) }],
  ['code', { code: 'Overall' }],
  ['standard', { standard: 'not a code' }],
  ['options', { kind: 'SINGLE' }],
  ['options', { kind: 'MULTIPLE', options: [a] }],
  ['options', { kind: 'SCALE_7', options: [a, b] }],
  ['options', { kind: 'SINGLE', options: optionsOf(...Array.from({ length: 51 }, (_, n) => `o${n}`)) }],
  ['options.1.code', { kind: 'SINGLE', options: [a, a] }],
  ['options.0.points', { kind: 'SINGLE', options: [{ ...(a as object), points: 1_001 } as never, b] }],
  ['rows', { kind: 'MATRIX', options: [a, b] }],
  ['rows', { kind: 'SINGLE', options: [a, b], rows: [row] }],
  ['rows.1.code', { kind: 'MATRIX', options: [a, b], rows: [row, row] }],
  ['min', { min: 1 }],
  ['max', { kind: 'SINGLE', options: [a, b], max: 1 }],
  ['max', { kind: 'MULTIPLE', options: [a, b], max: 3 }],
  ['min', { kind: 'MULTIPLE', options: [a, b], min: 1.5 }],
  ['max', { kind: 'NUMBER', min: 2, max: 1 }],
  ['max', { kind: 'TEXT', max: 2_001 }],
  ['min', { kind: 'TEXT', min: 1 }],
  ['decimals', { kind: 'NUMBER', decimals: 5 }],
  ['decimals', { decimals: 1 }],
  ['showIf.tests', { showIf }],
])('refuses a question at %s: %j', (path, changes) => {
  expect(places(draftOf({ questions: [questionOf(changes)] }))).toEqual([`questions.0.${path}`]);
});

function sectionOf(code: string) {
  return { code, titleKo: code, titleEn: code };
}
function quotaOf(code: string) {
  return { code, limit: 1 };
}
function places(draft: Draft): unknown {
  const decided = decideDraft(draft);
  return decided.ok ? decided : decided.refusals.map(({ path }) => path!.join('.'));
}
