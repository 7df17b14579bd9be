import { decideDeclaration, decideRevocation } from './holiday';

const declaration = { date: '2026-12-24', nameKo: '임시공휴일', nameEn: 'Temporary holiday' };

it('accepts a day to come, and today', () => {
  expect(decideDeclaration(declaration, '2026-11-23', undefined)).toEqual({ ok: true, value: declaration });
  expect(decideDeclaration(declaration, '2026-12-24', undefined)).toMatchObject({ ok: true });
});

it.each([
  ['a day that has passed', declaration, '2026-12-25', undefined, 'TOO_LATE'],
  ['a day that is a holiday', declaration, '2026-11-23', '성탄절', 'ALREADY_DONE'],
  ['a day without a name', { ...declaration, nameEn: ' ' }, '2026-11-23', undefined, 'INVALID_VALUE'],
])('refuses %s', (_name, given, today, known, code) => {
  expect(decideDeclaration(given, today, known)).toMatchObject({ ok: false, refusals: [{ code }] });
});

it.each([
  ['2026-12-24', '2026-12-23', true, true],
  ['2026-12-24', '2026-12-24', true, false],
  ['2026-12-24', '2026-12-23', false, false],
])('takes %s back on %s (declared: %s): %s', (date, today, declared, ok) => {
  expect(decideRevocation(date, today, declared).ok).toBe(ok);
});
