import { decideGrade } from './award-grade';

const gold = { code: 'GOLD', nameKo: '금상', nameEn: 'Gold', amount: 8_000_000, validFrom: '2026-11-24' };

it.each([
  ['the most that the ordinance gives', {}, undefined],
  ['nothing but the honour', { amount: 0 }, undefined],
  ['a won more', { amount: 8_000_001 }, 'amount'],
  ['yesterday', { validFrom: '2026-11-23' }, 'validFrom'],
  ['a code in small letters', { code: 'gold' }, 'code'],
  ['no Korean name', { nameKo: ' ' }, 'nameKo'],
])('a grade with %s', (_name, changes, path) =>
  expect(decideGrade({ ...gold, ...changes }, '2026-11-24')).toMatchObject(
    path ? { ok: false, refusals: [{ code: 'INVALID_VALUE', path: [path] }] } : { ok: true },
  ),
);
