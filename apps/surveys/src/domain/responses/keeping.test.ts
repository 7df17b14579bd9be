import { keepUntil } from './keeping';

it.each([
  ['2026-11-23', '2026-12-31'],
  ['2026-12-01', '2027-01-31'],
  ['2027-01-31', '2027-02-28'],
  ['2028-01-15', '2028-02-29'],
])('keeps what can be given until %s to %s', (day, until) => expect(keepUntil(day)).toBe(until));
