import fc from 'fast-check';
import { draftOf, optionsOf, questionOf } from '../../../test/fixtures/questionnaires';
import type { Answer } from '../responses/answer';
import { askedQuestions } from '../responses/branching';
import { decideDraftAnswers } from '../responses/response';
import type { Condition, Test } from './condition';
import { publicationFaults } from './publication';
import type { Question, Quota, Section } from './question';
import type { Draft } from './questionnaire';

const all = (...tests: Test[]): Condition => ({ match: 'ALL', tests });
const any = (...tests: Test[]): Condition => ({ match: 'ANY', tests });
const answered = (question: string): Test => ({ question, operator: 'ANSWERED' });
const oneOf = (question: string, ...options: string[]): Test => ({ question, operator: 'ONE_OF', options });
const noneOf = (question: string, ...options: string[]): Test => ({ question, operator: 'NONE_OF', options });
const atLeast = (question: string, value: number): Test => ({ question, operator: 'AT_LEAST', value });
const atMost = (question: string, value: number): Test => ({ question, operator: 'AT_MOST', value });

const single = (code: string, showIf?: Condition): Question =>
  questionOf({ code, kind: 'SINGLE', options: optionsOf('x', 'y', 'z'), ...(showIf && { showIf }) });
const several = (code: string, max?: number): Question =>
  questionOf({ code, kind: 'MULTIPLE', options: optionsOf('x', 'y', 'z'), ...(max && { max }) });
const scale = (code: string, showIf?: Condition): Question => questionOf({ code, ...(showIf && { showIf }) });
const section = (code: string, showIf?: Condition): Section => ({
  ...{ code, titleKo: code, titleEn: code, ...(showIf && { showIf }) },
});
const quota = (when: Condition): Quota => ({ code: 'some', limit: 1, when });
const of = (...questions: Question[]): Draft => draftOf({ questions });

it.each<[string, Draft]>([
  ['without branches', draftOf()],
  ['with a branch', of(scale('a'), scale('b', all(atMost('a', 2))))],
  [
    'with a section that is asked of some',
    {
      ...of(single('a'), { ...scale('b'), section: 's' }),
      sections: [section('s', all(oneOf('a', 'x')))],
    },
  ],
  [
    'with branches that meet again',
    of(single('a'), scale('b', all(oneOf('a', 'x'))), scale('c', any(answered('b'), noneOf('a', 'x')))),
  ],
  ['that wants two of several', of(several('a', 2), scale('b', all(oneOf('a', 'x'), oneOf('a', 'y'))))],
  ['with a quota', { ...of(single('a')), quotas: [quota(all(oneOf('a', 'x')))] }],
])('publishes a questionnaire %s', (_name, draft) => expect(publicationFaults(draft)).toEqual([]));

it.each<[string, Draft, string[]]>([
  ['titles', draftOf({ titleKo: ' ', titleEn: '' }), ['titleKo', 'titleEn']],
  [
    'a section',
    { ...of({ ...scale('a'), section: 's' }), sections: [{ ...section('s'), titleEn: '' }] },
    ['sections.0.titleEn'],
  ],
  ['a question', of(scale('a'), { ...scale('b'), textEn: '' }), ['questions.1.textEn']],
  [
    'an option',
    of({ ...single('a'), options: [...optionsOf('x'), { code: 'y', textKo: '', textEn: 'Y' }] }),
    ['questions.0.options.1.textKo'],
  ],
  [
    'a row',
    of(questionOf({ kind: 'MATRIX', options: optionsOf('x', 'y'), rows: [{ code: 'r', textKo: '행', textEn: '' }] })),
    ['questions.0.rows.0.textEn'],
  ],
])('refuses missing translations of %s', (_name, draft, places) => expect(placesOf(draft)).toEqual(places));

it.each<[string, Draft, string[]]>([
  ['of a question that there is not', of(scale('a', all(answered('b')))), ['questions.0.showIf.tests.0.question']],
  [
    'of an option that there is not',
    of(single('a'), scale('b', all(oneOf('a', 'w')))),
    ['questions.1.showIf.tests.0.options'],
  ],
  [
    'of options without naming one',
    of(single('a'), scale('b', all(oneOf('a')))),
    ['questions.1.showIf.tests.0.options'],
  ],
  [
    'of options of a scale',
    of(scale('a'), scale('b', all(oneOf('a', 'x')))),
    ['questions.1.showIf.tests.0.operator', 'questions.1.showIf.tests.0.options'],
  ],
  [
    'of a number of a choice',
    of(single('a'), scale('b', all(atLeast('a', 1)))),
    ['questions.1.showIf.tests.0.operator'],
  ],
  [
    'without a number',
    of(scale('a'), scale('b', all({ question: 'a', operator: 'AT_MOST' }))),
    ['questions.1.showIf.tests.0.value'],
  ],
  ['of a later question', of(scale('a', all(answered('b'))), scale('b')), ['questions.0.showIf']],
])('refuses conditions %s', (_name, draft, places) => expect(placesOf(draft)).toEqual(places));

it('refuses sections that are not there or empty', () => {
  const draft = { ...of({ ...scale('a'), section: 'none' }), sections: [section('s')] };
  expect(placesOf(draft)).toEqual(['questions.0.section', 'sections.0']);
});

it.each<[string, Draft, string, string]>([
  ['a question of itself', of(scale('a', all(answered('a')))), 'questions.0.showIf', 'a → a'],
  [
    'two of each other',
    of(scale('a', all(answered('b'))), scale('b', all(answered('a')))),
    'questions.0.showIf',
    'a → b → a',
  ],
  [
    'three',
    of(scale('z'), scale('a', all(answered('b'))), scale('b', any(answered('c'))), scale('c', all(answered('a')))),
    'questions.1.showIf',
    'a → b → c → a',
  ],
  [
    'over a section',
    { ...of({ ...scale('a'), section: 's' }), sections: [section('s', all(answered('a')))] },
    'questions.0',
    'a → a',
  ],
])('refuses a cycle of %s once, and names it', (_name, draft, place, way) => {
  const faults = publicationFaults(draft);
  expect(faults.map(({ path }) => path!.join('.'))).toEqual([place]);
  expect(faults[0]!.message.en).toContain(way);
});

it.each<[string, Draft, string[]]>([
  [
    'an option and another one of a single choice',
    of(single('a'), scale('b', all(oneOf('a', 'x'), oneOf('a', 'y')))),
    ['questions.1'],
  ],
  [
    'an option and not this option',
    of(several('a'), scale('b', all(oneOf('a', 'x'), noneOf('a', 'x')))),
    ['questions.1'],
  ],
  [
    'more options than may be chosen',
    of(several('a', 1), scale('b', all(oneOf('a', 'x'), oneOf('a', 'y')))),
    ['questions.1'],
  ],
  ['more than five points', of(scale('a'), scale('b', all(atLeast('a', 6)))), ['questions.1']],
  ['points between two', of(scale('a'), scale('b', all(atLeast('a', 4), atMost('a', 3)))), ['questions.1']],
  [
    'a whole number where there is none',
    of(questionOf({ code: 'a', kind: 'NUMBER', min: 0 }), scale('b', all(atLeast('a', 0.2), atMost('a', 0.8)))),
    ['questions.1'],
  ],
  [
    'a branch that excludes it',
    of(single('a'), scale('b', all(oneOf('a', 'x'))), scale('c', all(answered('b'), oneOf('a', 'y')))),
    ['questions.2'],
  ],
  [
    'what cannot be reached',
    of(single('a'), scale('b', all(noneOf('a', 'x', 'y', 'z'))), scale('c', any(answered('b')))),
    ['questions.1', 'questions.2'],
  ],
  [
    'a quota that nobody fills',
    { ...of(single('a')), quotas: [quota(all(oneOf('a', 'x'), oneOf('a', 'y')))] },
    ['quotas.0'],
  ],
])('refuses what nobody reaches: %s', (_name, draft, places) => expect(placesOf(draft)).toEqual(places));

it('gives up on a questionnaire that is a labyrinth, instead of never ending', () => {
  const wide = (code: string, before: string): Question =>
    single(code, any(...Array.from({ length: 10 }, () => oneOf(before, 'x'))));
  const codes = Array.from({ length: 12 }, (_, n) => `q${n}`);
  const never = single('never', all(answered('q11'), oneOf('q0', 'y')));
  const draft = of(single('q0'), ...codes.slice(1).map((code, n) => wide(code, codes[n]!)), never);
  expect(publicationFaults(draft)).toMatchObject([{ path: ['questions', '12'], message: { en: /too many branches/ } }]);
});

/** Every way to answer a question, and not to. */
const ways = ({ code: question, kind }: Question): (Answer | undefined)[] => {
  if (kind === 'SINGLE') return [undefined, ...['x', 'y', 'z'].map((choice) => ({ question, choice }))];
  if (kind === 'SCALE_5') return [undefined, ...[1, 2, 3, 4, 5].map((points) => ({ question, scale: points }))];
  const choices = [['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']];
  return [undefined, ...choices.map((one) => ({ question, choices: one }))];
};
const codes = ['a', 'b', 'c', 'd'];
const testOn = (kind: Question['kind'], question: string): fc.Arbitrary<Test> =>
  kind === 'SCALE_5'
    ? fc
        .tuple(fc.constantFrom(atLeast, atMost), fc.integer({ min: 0, max: 6 }))
        .map(([make, value]) => make(question, value))
    : fc
        .tuple(fc.constantFrom(oneOf, noneOf), fc.subarray(['x', 'y', 'z'], { minLength: 1 }))
        .map(([make, options]) => make(question, ...options));
const questionnaires = fc
  .tuple(...codes.map(() => fc.constantFrom<Question['kind']>('SINGLE', 'MULTIPLE', 'SCALE_5')))
  .chain((kinds) =>
    fc.tuple(
      ...codes.map((code, index) => {
        const tests = kinds.slice(0, index).map((kind, n) => testOn(kind, codes[n]!));
        const showIf =
          index === 0
            ? fc.constant(undefined)
            : fc.option(
                fc.record({
                  match: fc.constantFrom('ALL' as const, 'ANY' as const),
                  tests: fc.array(fc.oneof(...tests), { minLength: 1, maxLength: 3 }),
                }),
                { nil: undefined },
              );
        return showIf.map((condition): Question => {
          const base =
            kinds[index] === 'SCALE_5' ? scale(code) : kinds[index] === 'SINGLE' ? single(code) : several(code, 2);
          return { ...base, ...(condition && { showIf: condition }) };
        });
      }),
    ),
  );

it('finds a question out of reach exactly where no answers lead to it', () => {
  fc.assert(
    fc.property(questionnaires, (questions) => {
      const draft = of(...questions);
      const reached = new Set<string>();
      const valid = questions.map((one) => ways(one).filter((way) => !way || decideDraftAnswers(draft, [way]).ok));
      const walk = (index: number, said: Answer[]): void => {
        if (index === questions.length) return askedQuestions(draft, said).forEach((code) => reached.add(code));
        for (const way of valid[index]!) walk(index + 1, way ? [...said, way] : said);
      };
      walk(0, []);
      const missed = questions.flatMap(({ code }, index) => (reached.has(code) ? [] : [`questions.${index}`]));
      expect(placesOf(draft)).toEqual(missed);
    }),
    { numRuns: 150 },
  );
});

function placesOf(draft: Draft): string[] {
  return publicationFaults(draft).map(({ path }) => path!.join('.'));
}
