import { takesEncoding } from './accept-encoding';

it.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['GZIP', true],
  ['br, gzip;q=0.5', true],
  ['gzip;q=0', false],
  ['br, gzip; q=0.000', false],
  ['gzip;q=0.001', true],
  ['x-gzip', false],
  ['deflate, br', false],
])('takes gzip where %p says so: %p', (header, taken) =>
  expect(takesEncoding({ 'accept-encoding': header }, 'gzip')).toBe(taken),
);
