import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Question } from '../questionnaires/question';
import type { Answer } from '../responses/answer';
import { COLUMNS, csvOf, resultsSchema } from './export';
import { DIMENSIONS, type Dimension, type Profile, groupOf } from './group';
import { POINTS, RESPONSES, linesOfResponse } from './line';
import { questionChart } from './question-chart';
import { type Basis, type CountedLine, type Results, resultsOf } from './results';
import { decideShown } from './shown';

const option = (code: string, points?: number) => ({ code, textKo: `${code}를`, textEn: code, points });
const question = (code: string, kind: Question['kind'], changes: Partial<Question> = {}): Question => ({
  ...{ code, kind, textKo: `=${code}?`, textEn: `"${code}", or`, required: false, options: [] },
  ...changes,
});
const abc = [option('a'), option('b'), option('c')];
const QUESTIONS: Question[] = [
  question('overall', 'SCALE_5'),
  question('fair', 'SCALE_7'),
  question('way', 'SINGLE', { options: abc }),
  question('kind', 'SINGLE', { options: [option('good', 25), option('fair', 15), option('poor', 5)] }),
  question('which', 'MULTIPLE', { options: abc }),
  question('minutes', 'NUMBER'),
  question('order', 'RANKING', { options: abc }),
  question('grid', 'MATRIX', { options: [option('yes', 1), option('no', 0)], rows: [option('r'), option('s')] }),
  question('words', 'TEXT'),
];

interface Response {
  readonly department: string;
  readonly channel: string;
  readonly service: string;
  readonly month: string;
  readonly answers: Answer[];
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 6 });
const one = fc.constantFrom('a', 'b', 'c');
const responseOf = fc
  .record({
    place: fc.constantFrom(
      { department: 'ROADS', service: 'POTHOLES' },
      { department: 'ROADS', service: 'LIGHTS' },
      { department: 'WATER', service: 'LEAKS' },
      { department: 'PARKS', service: 'TREES' },
    ),
    channel: fc.constantFrom('ONLINE', 'VISIT'),
    month: fc.constantFrom('2026-10', '2026-11'),
    overall: maybe(fc.integer({ min: 1, max: 5 })),
    fair: maybe(fc.integer({ min: 1, max: 7 })),
    way: maybe(one),
    kind: maybe(fc.constantFrom('good', 'fair', 'poor')),
    which: maybe(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
    minutes: maybe(fc.integer({ min: -20, max: 90 })),
    order: maybe(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 })),
    grid: maybe(fc.record({ r: fc.constantFrom('yes', 'no'), s: fc.constantFrom('yes', 'no') })),
    words: maybe(fc.constantFrom('가로등이 어두워요', '가로등 고장', '주차 단속')),
  })
  .map(({ place, channel, month, ...said }): Response => {
    const answers: (Answer | false)[] = [
      said.overall !== undefined && { question: 'overall', scale: said.overall },
      said.fair !== undefined && { question: 'fair', scale: said.fair },
      said.way !== undefined && { question: 'way', choice: said.way },
      said.kind !== undefined && { question: 'kind', choice: said.kind },
      said.which !== undefined && { question: 'which', choices: said.which },
      said.minutes !== undefined && { question: 'minutes', number: said.minutes },
      said.order !== undefined && { question: 'order', ranking: said.order },
      said.grid !== undefined && {
        question: 'grid',
        cells: Object.entries(said.grid).map(([row, column]) => ({ row, column })),
      },
      said.words !== undefined && { question: 'words', text: said.words },
    ];
    return { ...place, channel, month, answers: answers.filter((each) => each !== false) };
  });
const responses = fc.array(responseOf, { minLength: 0, maxLength: 120, size: 'max' });

const BASIS: Basis = { months: { from: '2026-10', to: '2026-11' }, invited: 400, population: null, weighting: null };

/** What the store does in SQL. */
function made(given: readonly Response[], basis: Basis = BASIS): Results {
  const counts = new Map<string, CountedLine>();
  const profiles = new Map<string, Profile>();
  for (const { answers, ...profile } of given) {
    for (const line of linesOfResponse(QUESTIONS, answers)) {
      if (!line.item && !line.value) {
        const key = JSON.stringify([profile, line.question]);
        profiles.set(key, { ...profile, question: line.question, n: (profiles.get(key)?.n ?? 0) + 1 });
      }
      for (const dimension of DIMENSIONS) {
        const group = groupOf({ ...profile, question: '', n: 0 }, dimension);
        const key = JSON.stringify([line, dimension, group]);
        counts.set(key, { ...line, dimension, group, n: (counts.get(key)?.n ?? 0) + 1 });
      }
    }
  }
  const texts = given.flatMap(({ answers }) => answers.flatMap(({ text }) => (text ? [text] : [])));
  const codes = [RESPONSES, POINTS, ...QUESTIONS.map(({ code }) => code)];
  const shown = decideShown([...profiles.values()], codes, basis.months, []);
  return resultsOf(
    { questions: QUESTIONS, lines: [...counts.values()], shown, texts: new Map([['words', texts]]), crossTables: [] },
    basis,
  );
}

/** The same again from the single answers, by the definitions. */
const by = (given: readonly Response[], dimension: Dimension, group: string): Response[] =>
  given.filter((each) => groupOf({ ...each, question: '', n: 0 }, dimension) === group);
const saidOf = <T>(given: readonly Response[], code: string, pick: (answer: Answer) => T): T[] =>
  given.flatMap(({ answers }) => answers.filter((answer) => answer.question === code).map(pick));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

it('are what the single answers say, in every group that is shown', () => {
  fc.assert(
    fc.property(responses, (given) => {
      for (const { question: asked, groups } of made(given).questions) {
        for (const { dimension, group, n, estimates } of groups) {
          const own = by(given, dimension as Dimension, group);
          const values = saidOf(own, asked.code, (answer) => answer);
          expect(n).toBe(values.length);
          expect(n).toBeGreaterThanOrEqual(5);
          const figure = (statistic: string, item: string | null = null, row: string | null = null) =>
            estimates.find((each) => each.statistic === statistic && each.item === item && each.row === row)?.value;
          if (asked.kind === 'SCALE_5') {
            const points = values.map(({ scale }) => scale!);
            expect(figure('MEAN')).toBeCloseTo(mean(points), 3);
            expect(figure('SCORE')).toBeCloseTo((mean(points) - 1) * 25, 2);
            expect(figure('TOP2_SHARE')).toBeCloseTo(points.filter((each) => each > 3).length / n, 3);
            expect(figure('SHARE', '5')).toBeCloseTo(points.filter((each) => each === 5).length / n, 3);
          }
          if (asked.kind === 'SCALE_7')
            expect(figure('SCORE')).toBeCloseTo(((mean(values.map(({ scale }) => scale!)) - 1) / 6) * 100, 2);
          if (asked.code === 'way')
            expect(figure('SHARE', 'b')).toBeCloseTo(values.filter(({ choice }) => choice === 'b').length / n, 3);
          if (asked.code === 'kind') {
            const points: Record<string, number> = { good: 25, fair: 15, poor: 5 };
            expect(figure('MEAN')).toBeCloseTo(mean(values.map(({ choice }) => points[choice!]!)), 3);
          }
          if (asked.kind === 'MULTIPLE')
            expect(figure('SHARE', 'a')).toBeCloseTo(
              values.filter(({ choices }) => choices!.includes('a')).length / n,
              3,
            );
          if (asked.kind === 'NUMBER') expect(figure('MEAN')).toBeCloseTo(mean(values.map(({ number }) => number!)), 3);
          if (asked.kind === 'RANKING') {
            const places = values.flatMap(({ ranking }) => (ranking!.includes('c') ? [ranking!.indexOf('c') + 1] : []));
            if (places.length >= 5) expect(figure('AVERAGE_RANK', 'c')).toBeCloseTo(mean(places), 3);
            else expect(figure('AVERAGE_RANK', 'c')).toBeUndefined();
          }
          if (asked.kind === 'MATRIX') {
            const yes = values.filter(({ cells }) => cells!.some(({ row, column }) => row === 's' && column === 'yes'));
            expect(figure('SHARE', 'yes', 's')).toBeCloseTo(yes.length / n, 3);
            expect(figure('MEAN', null, 's')).toBeCloseTo(yes.length / n, 3);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('keep numbers in ranges that five or more are in, and count everybody once', () => {
  fc.assert(
    fc.property(responses, (given) => {
      const { groups } = made(given).questions.find(({ question: { kind } }) => kind === 'NUMBER')!;
      for (const { n, estimates } of groups) {
        const ranges = estimates.filter(({ statistic }) => statistic === 'SHARE').map(({ count }) => count!);
        if (ranges.length > 0) expect(ranges.reduce((sum, count) => sum + count)).toBe(n);
        expect(ranges.filter((count) => count < 5)).toEqual([]);
      }
    }),
  );
});

it('say nothing of four, nor how many they are', () => {
  const [sample] = fc.sample(responseOf, { numRuns: 1, seed: 1 });
  const { responses: n, marginOfError, responsesByGroup, questions } = made(Array.from({ length: 4 }, () => sample!));
  expect([n, marginOfError, responsesByGroup]).toEqual([null, null, []]);
  expect(questions.every(({ suppressed, groups }) => suppressed && groups.length === 0)).toBe(true);
});

it('weighted, are as if each department had answered by its size', () => {
  const said = (department: string, n: number, overall: number): Response[] =>
    Array.from({ length: n }, (_, index) => ({
      ...{ department, channel: 'ONLINE', service: department, month: '2026-11' },
      answers: [{ question: 'overall', scale: overall + (index % 2) }],
    }));
  const given = [...said('ROADS', 80, 4), ...said('WATER', 20, 1), ...said('PARKS', 3, 1), ...said('TREES', 3, 1)];
  const population = [{ group: 'ROADS', size: 1000 }, { group: 'WATER', size: 3000 }, { group: 'PARKS', size: 1000 }]; // prettier-ignore
  const { questions, coverage } = made(given, { ...BASIS, weighting: { dimension: 'DEPARTMENT', population } });
  const total = questions[0]!.groups.find(({ dimension }) => dimension === 'WEIGHTED_TOTAL')!;
  // The two that are withheld weigh together as the 1,000 of PARKS: (4.5 × 1000 + 1.5 × 3000 + 8 ÷ 6 × 1000) ÷ 5000
  expect(total.estimates.find(({ statistic }) => statistic === 'MEAN')!.value).toBeCloseTo(2.0667, 4);
  expect(total.n).toBe(106);
  expect(coverage).toBe(1);
  expect(questions[0]!.groups.map(({ group }) => group)).not.toContain('PARKS');
});

it('come back from JSON and from the sheet as they were', () => {
  fc.assert(
    fc.property(responses, (given) => {
      const results = made(given);
      expect(resultsSchema.parse(JSON.parse(JSON.stringify(results)))).toEqual(JSON.parse(JSON.stringify(results)));
      const [header, ...lines] = parse(csvOf(results), { bom: true }) as string[][];
      expect(header).toEqual([...COLUMNS]);
      const read = lines.map(
        ([code, ko, en, dimension, group, statistic, method, version, row, item, , , ...numbers]) => {
          const [n, count, value, low, high] = numbers.map((cell) => (cell === '' ? null : Number(cell)));
          return {
            ...{ code, ko: ko!.replace(/^'(?==)/, ''), en, dimension, group },
            estimate: {
              ...{ statistic, method, methodVersion: Number(version) },
              ...{ row: row || null, item: item!.replace(/^'(?=-)/, '') || null, n, count, value, low, high },
            },
          };
        },
      );
      const flat = [
        { code: '', textKo: '배점 합계', textEn: 'Sum of points', groups: results.score },
        ...results.questions.map(({ question: asked, groups }) => ({ ...asked, groups })),
      ].flatMap(({ code, textKo: ko, textEn: en, groups }) =>
        groups.flatMap(({ dimension, group, estimates }) =>
          estimates.map((estimate) => ({ code, ko, en, dimension, group, estimate })),
        ),
      );
      expect(read).toEqual(flat);
    }),
    { numRuns: 40 },
  );
});

it('are drawn, each question by what it is about, in both languages', () => {
  const given = fc.sample(responseOf, { numRuns: 200, seed: 7 });
  for (const result of made(given).questions) {
    for (const language of ['ko', 'en'] as const) {
      const chart = questionChart(result, language)!;
      expect(chart.svg).toContain('role="img"');
      expect(chart.description.split('\n').length).toBeGreaterThan(1);
    }
  }
  expect(questionChart(made([]).questions[0]!, 'ko')).toBeNull();
});

it('name the score of the older scale by its method, beside the others', () => {
  const given = fc.sample(responseOf, { numRuns: 200, seed: 7 });
  const points: Record<string, number> = { good: 25, fair: 15, poor: 5 };
  const expected = mean(saidOf(given, 'kind', ({ choice }) => points[choice!]!));
  const { score } = made(given);
  expect(score[0]!.estimates).toMatchObject([{ statistic: 'SCORE', method: 'SUM_OF_POINTS', methodVersion: 1 }]);
  expect(score[0]!.estimates[0]!.value).toBeCloseTo(expected, 3);
});
