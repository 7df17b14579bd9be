import { decidePublication } from './publish';

const ID = '0198a000-0000-7000-8000-0000000000aa';
const OTHER = '0198a000-0000-7000-8000-0000000000bb';
const first = { year: 2026, part: 'YEAR', replaces: null, reason: null } as const;
const again = { ...first, replaces: ID, reason: '늦게 들어온 실적' };

describe('publishing a scorecard', () => {
  it.each([
    ['the first of a period', first, null],
    ['one in the place of the newest', again, ID],
  ])('is allowed: %s', (_title, request, newest) =>
    expect(decidePublication(request, newest, '2026-11-30')).toEqual({ ok: true, value: null }),
  );

  it.each([
    ['a year of three digits', { ...first, year: 999 }, null, 'INVALID_VALUE', 'year'],
    ['half a year', { ...first, year: 2026.5 }, null, 'INVALID_VALUE', 'year'],
    ['a period that has not begun', { ...first, year: 2027 }, null, 'TOO_EARLY', 'part'],
    ['a second one without naming the first', first, ID, 'ALREADY_DONE', 'replaces'],
    ['one in the place of an older one', again, OTHER, 'INVALID_STATE', 'replaces'],
    ['one in the place of what is not there', again, null, 'INVALID_STATE', 'replaces'],
    ['one in the place of another without a reason', { ...again, reason: ' ' }, ID, 'INVALID_VALUE', 'reason'],
    ['one with a reason for nothing', { ...first, reason: '사유' }, null, 'INVALID_VALUE', 'reason'],
    [
      'a reason with a resident number',
      { ...again, reason: '900101-1234568 님의 요청' },
      ID,
      'RESIDENT_NUMBER_PRESENT',
      'reason',
    ],
  ])('is refused: %s', (_title, request, newest, code, field) =>
    expect(decidePublication(request, newest, '2026-11-30')).toMatchObject({
      ok: false,
      refusals: [{ code, path: [field], message: { ko: expect.any(String), en: expect.any(String) } }],
    }),
  );

  it('begins with the first day of the period, in Seoul', () => {
    const q1 = { ...first, year: 2027, part: 'Q1' } as const;
    expect(decidePublication(q1, null, '2026-12-31').ok).toBe(false);
    expect(decidePublication(q1, null, '2027-01-01').ok).toBe(true);
  });
});
