import fc from 'fast-check';
import { disclosed } from '../disclosure/audit';
import type { Question } from '../questionnaires/question';
import { type DayTally, standingScores, toldDays } from './standing-scores';
import { MEANS, RESPONSES, tallyOf } from './tally';
import { isTold } from './telling';

it.each([
  [0, 0, false],
  [4, 4, false],
  [5, 5, true],
  [5, 4, false],
  [9, 4, false],
  [9, 5, true],
  [4, 0, false],
  [5, 0, true], // a questionnaire without five points
])('of %d responses with %d means, told: %s', (responses, means, told) =>
  expect(isTold({ responses, means })).toBe(told),
);

const DAYS = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'];
const DEPARTMENTS = ['ROADS', 'WATER'];

/** Somebody who answers: to which department, on which day, and whether also the question that not everybody is asked. */
interface Person {
  readonly department: string;
  readonly day: number;
  readonly phoned: boolean;
}
/** A look at a figure after so many have answered: of a department or, without one, of the whole city. */
interface Look {
  readonly after: number;
  readonly department: string | null;
  readonly from: number;
  readonly to: number;
}

const people = fc
  .array(
    fc.record({
      department: fc.constantFrom(...DEPARTMENTS),
      day: fc.integer({ min: 0, max: DAYS.length - 1 }),
      phoned: fc.boolean(),
    }),
    { minLength: 6, maxLength: 32 },
  )
  .map((all) => all.toSorted((a, b) => a.day - b.day));
const looks = fc.array(
  fc
    .record({
      after: fc.integer({ min: 1, max: 32 }),
      department: fc.constantFrom(null, ...DEPARTMENTS),
      from: fc.integer({ min: 0, max: DAYS.length - 1 }),
      to: fc.integer({ min: 0, max: DAYS.length - 1 }),
    })
    .map((look) => ({ ...look, from: Math.min(look.from, look.to), to: Math.max(look.from, look.to) })),
  { minLength: 2, maxLength: 25 },
);

/** On which day each is told, as far as the first so many have answered. */
function toldOn(given: readonly Person[], rule: typeof isTold): (number | null)[] {
  const told: (number | null)[] = given.map(() => null);
  for (const [now, { department, day }] of given.entries()) {
    const waiting = given.flatMap((one, n) =>
      n <= now && one.department === department && told[n] === null ? [n] : [],
    );
    if (rule({ responses: waiting.length, means: waiting.length })) for (const n of waiting) told[n] = day;
  }
  return told;
}

/** Of whom each look is told. */
const seen = (given: readonly Person[], each: readonly Look[], rule: typeof isTold): number[][] =>
  each.map(({ after, department, from, to }) => {
    const told = toldOn(given.slice(0, after), rule);
    return told.flatMap((day, n) =>
      day !== null && day >= from && day <= to && (department === null || given[n]!.department === department)
        ? [n]
        : [],
    );
  });

describe('somebody who reads as often as they like, of whatever days, before and after any answer', () => {
  it('learns of nobody, nor of two, three or four, however they add and subtract', () => {
    fc.assert(
      fc.property(people, looks, (given, each) => {
        expect(
          disclosed(
            seen(given, each, isTold),
            given.map(() => 1),
          ),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('finds two readings equal or five and more apart', () => {
    fc.assert(
      fc.property(people, looks, (given, each) => {
        const sets = seen(given, each, isTold).map((set) => new Set(set));
        for (const one of sets)
          for (const other of sets) {
            const apart = [...one].filter((n) => !other.has(n)).length;
            expect(apart === 0 || apart >= 5).toBe(true);
          }
      }),
      { numRuns: 100 },
    );
  });

  it('would without the rule', () => {
    let found = 0;
    for (const [given, each] of fc.sample(fc.tuple(people, looks), { numRuns: 40, seed: 7 })) {
      const told = disclosed(
        seen(given, each, ({ responses }) => responses > 0).filter((set) => set.length >= 5),
        given.map(() => 1),
      );
      found += Number(told.length > 0);
    }
    expect(found).toBeGreaterThan(5);
  });
});

const phone: Question = {
  ...{ code: 'phone', kind: 'SCALE_5', textKo: '전화', textEn: 'Phone', required: true, options: [] },
  ...{ standard: 'PHONE_RINGS', showIf: { match: 'ALL', tests: [] } },
};
const everybody: Question = { ...phone, code: 'overall', showIf: undefined };

/** Tallies of a question that not everybody is asked, with a bit of the sum for each who answered it. */
const tallies = (given: readonly Person[]): DayTally[] => {
  const told = toldOn(given, isTold);
  return DAYS.flatMap((on, day) => {
    const own = given.flatMap(({ phoned }, n) => (phoned && told[n] === day ? [n] : []));
    return own.length > 0
      ? [{ question: 'phone', on, n: own.length, sum: own.reduce((sum, n) => sum + 2 ** n, 0) }]
      : [];
  });
};

describe('a question that not everybody is asked', () => {
  it('tells nobody of fewer than five either', () => {
    fc.assert(
      fc.property(people, looks, (given, each) => {
        const sets = each.map(({ after, from, to }) => {
          const so = given.slice(0, after);
          const today = DAYS[so.at(-1)!.day]!;
          const period = { from: DAYS[from]!, to: DAYS[to]! };
          const sum = toldDays(phone, [], tallies(so), period, today).reduce((all, day) => all + day.sum, 0);
          return given.flatMap((_, n) => (Math.floor(sum / 2 ** n) % 2 === 1 ? [n] : []));
        });
        expect(
          disclosed(
            sets,
            given.map(() => 1),
          ),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  const day = (on: number, n: number, sum = n * 4): DayTally => ({ question: 'phone', on: DAYS[on]!, n, sum });
  const all = { from: DAYS[0]!, to: DAYS[3]! };

  it('waits until five have come, and until the day is over', () => {
    const days = [day(0, 3), day(1, 2), day(2, 6), day(3, 9)];
    const told = (question: Question, today: string) =>
      toldDays(question, [], days, all, today).map(({ on, n }) => [on, n]);
    expect(told(phone, DAYS[3]!)).toEqual([[DAYS[1], 5], [DAYS[2], 6]]); // prettier-ignore
    expect(told(phone, DAYS[2]!)).toEqual([[DAYS[1], 5]]);
    expect(told(phone, DAYS[1]!)).toEqual([]);
    expect(told(everybody, DAYS[3]!)).toEqual(days.map(({ on, n }) => [on, n]));
    const section = { code: 'calls', titleKo: '', titleEn: '', showIf: phone.showIf };
    const inSection = { ...everybody, section: 'calls' };
    expect(toldDays(inSection, [section], [day(3, 9)], all, DAYS[3]!)).toEqual([]);
    expect(toldDays({ ...everybody, required: false }, [], [day(3, 9)], all, DAYS[3]!)).toEqual([]);
  });
});

describe('the score of a standard by the standing questionnaire', () => {
  const seven: Question = { ...everybody, code: 'again', kind: 'SCALE_7' };
  const questions = [everybody, seven, { ...everybody, code: 'other', standard: undefined }];
  const day = (question: string, on: number, n: number, mean: number) => ({
    ...{ question, on: DAYS[on]!, n, sum: n * mean },
  });
  const days = [day('overall', 0, 6, 4), day('again', 0, 6, 7), day('overall', 2, 6, 3)];

  it('names method, version and n of each scale, never mixed', () =>
    expect(standingScores({ questions, sections: [] }, days, { from: DAYS[0]!, to: DAYS[3]! }, DAYS[3]!)).toEqual([
      { standard: 'PHONE_RINGS', method: 'LIKERT_100_OF_5', methodVersion: 1, score: 62.5, n: 12, questions: ['overall'] }, // prettier-ignore
      { standard: 'PHONE_RINGS', method: 'LIKERT_100_OF_7', methodVersion: 1, score: 100, n: 6, questions: ['again'] },
    ]));

  it('is of the days asked for, and of fewer than five there is none', () => {
    const of = (from: number, to: number, given = days) =>
      standingScores({ questions, sections: [] }, given, { from: DAYS[from]!, to: DAYS[to]! }, DAYS[3]!);
    expect(of(1, 3)).toMatchObject([{ score: 50, n: 6 }]);
    expect(of(1, 1)).toEqual([]);
    expect(of(0, 0, [day('overall', 0, 4, 5)])).toEqual([]);
  });
});

it('a batch adds its responses, their means, and the points of questions that measure a standard', () => {
  const questions = [everybody, { ...everybody, code: 'other', standard: undefined }, phone];
  const batch = [
    { mean: 3, answers: [{ question: 'overall', scale: 2 }, { question: 'other', scale: 4 }] },
    { mean: null, answers: [{ question: 'phone', scale: 5 }] },
  ]; // prettier-ignore
  expect(tallyOf(questions, batch)).toEqual([
    { question: RESPONSES, n: 2, sum: 2 },
    { question: MEANS, n: 1, sum: 3 },
    { question: 'overall', n: 1, sum: 2 },
    { question: 'phone', n: 1, sum: 5 },
  ]);
});
