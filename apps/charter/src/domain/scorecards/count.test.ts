import fc from 'fast-check';
import type { Standard } from '../standard';
import { type MonthlyCount, addUp, decideCount } from './count';

const department = { code: 'ROADS' } as never;
const standard = (changes: Partial<Standard> = {}): Standard => ({
  ...{ code: 'LETTERS', category: 'MAIL', departmentCode: null, measuredBy: 'MANUAL' },
  ...{ promiseKo: '약속', promiseEn: 'Promise', measureKo: '비율', measureEn: 'Share' },
  ...{ target: { direction: 'AT_MOST', value: 3, unit: 'DAYS' }, validFrom: '2020-01-01', validTo: null },
  ...changes,
});
const inPercent = standard({ target: { direction: 'AT_LEAST', value: 90, unit: 'PERCENT' } });
const mean: MonthlyCount = {
  ...{ standardCode: 'LETTERS', departmentCode: 'ROADS', month: '2026-02' },
  ...{ n: 40, kept: null, mean: 2.5, evidence: '우편물 접수대장' },
};
const share = { ...mean, mean: null, kept: 38 };
const decide = (count: MonthlyCount, of: Standard | undefined = standard(), today = '2026-03-01', at = department) =>
  decideCount(count, { standard: of, department: at, today });

describe('a count by hand', () => {
  it.each([
    ['a mean', mean, standard()],
    ['a share', share, inPercent],
    ['a share of none kept', { ...share, kept: 0 }, inPercent],
    ['the department’s own standard', mean, standard({ departmentCode: 'ROADS' })],
    ['a standard that began in the month', mean, standard({ validFrom: '2026-02-28' })],
    ['a standard that ended in the month', mean, standard({ validTo: '2026-02-01' })],
  ])('is taken: %s', (_title, count, of) => expect(decide(count, of)).toEqual({ ok: true, value: count }));

  it.each<[string, MonthlyCount, Standard | undefined, string, string]>([
    ['of what monitors measure', mean, standard({ measuredBy: 'MONITORING' }), 'INVALID_VALUE', 'standardCode'],
    [
      'of another department’s standard',
      mean,
      standard({ departmentCode: 'WATER' }),
      'INVALID_VALUE',
      'departmentCode',
    ],
    ['before the standard held', mean, standard({ validFrom: '2026-03-01' }), 'INVALID_VALUE', 'month'],
    ['after the standard had ended', mean, standard({ validTo: '2026-01-31' }), 'INVALID_VALUE', 'month'],
    ['of a month that is none', { ...mean, month: '2026-13' }, standard(), 'INVALID_VALUE', 'month'],
    ['of a month that is not over', { ...mean, month: '2026-03' }, standard(), 'TOO_EARLY', 'month'],
    ['of no case', { ...mean, n: 0 }, standard(), 'INVALID_VALUE', 'n'],
    ['of half a case', { ...mean, n: 1.5 }, standard(), 'INVALID_VALUE', 'n'],
    ['without the mean', { ...mean, mean: null }, standard(), 'INVALID_VALUE', 'mean'],
    ['with a mean below zero', { ...mean, mean: -1 }, standard(), 'INVALID_VALUE', 'mean'],
    ['with a mean that is no number', { ...mean, mean: NaN }, standard(), 'INVALID_VALUE', 'mean'],
    ['of kept ones that are no share', { ...mean, kept: 3 }, standard(), 'INVALID_VALUE', 'kept'],
    ['without the kept ones', { ...share, kept: null }, inPercent, 'INVALID_VALUE', 'kept'],
    ['of more kept than there were', { ...share, kept: 41 }, inPercent, 'INVALID_VALUE', 'kept'],
    ['of a share with a mean', { ...share, mean: 1 }, inPercent, 'INVALID_VALUE', 'mean'],
    ['without evidence', { ...mean, evidence: ' ' }, standard(), 'INVALID_VALUE', 'evidence'],
    [
      'with a resident number',
      { ...mean, evidence: '900101-1234568' },
      standard(),
      'RESIDENT_NUMBER_PRESENT',
      'evidence',
    ],
  ])('is refused %s', (_title, count, of, code, field) =>
    expect(decide(count, of)).toMatchObject({ ok: false, refusals: [{ code, path: [field] }] }),
  );

  it('is refused of a standard or a department that is not there', () => {
    expect(decideCount(mean, { standard: undefined, department, today: '2026-03-01' })).toMatchObject({
      refusals: [{ path: ['standardCode'], message: { en: expect.stringContaining('LETTERS') } }],
    });
    expect(decideCount(mean, { standard: standard(), department: undefined, today: '2026-03-01' })).toMatchObject({
      refusals: [{ path: ['departmentCode'], message: { en: expect.stringContaining('ROADS') } }],
    });
  });

  it('adds up by its cases, never by its means', () => {
    const months = [mean, { ...mean, month: '2026-01', n: 10, mean: 5 }, { ...mean, departmentCode: 'WATER', n: 2 }];
    expect(addUp(months)).toEqual(
      new Map([
        [
          'LETTERS',
          [
            { departmentCode: 'ROADS', n: 50, kept: null, mean: 3 },
            { departmentCode: 'WATER', n: 2, kept: null, mean: 2.5 },
          ],
        ],
      ]),
    );
  });

  it('adds up to the same in any order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ n: fc.integer({ min: 1, max: 99 }), part: fc.nat(99) }), { minLength: 1, maxLength: 12 }),
        (drawn) => {
          const counts = drawn.map(({ n, part }) => ({ ...share, n, kept: Math.floor((part / 100) * n) }));
          expect(addUp([...counts].reverse())).toEqual(addUp(counts));
          const [sum] = addUp(counts).get('LETTERS')!;
          expect(sum!.kept).toBe(counts.reduce((all, { kept }) => all + kept, 0));
          expect(sum!.kept).toBeLessThanOrEqual(sum!.n);
        },
      ),
    ));
});
