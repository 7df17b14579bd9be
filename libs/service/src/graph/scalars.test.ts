import { Kind } from 'graphql';
import { DateTime, LocalDate, Money, ReceiptNumber } from './scalars';

it.each([
  ['2026-11-23T10:00:00+09:00', '2026-11-23T10:00:00+09:00'],
  ['2026-11-23T01:00:00Z', '2026-11-23T10:00:00+09:00'],
  ['2026-11-23T01:00:00.250Z', '2026-11-23T10:00:00.250+09:00'],
])('reads the instant %s and answers it in Korean time', (text, answered) => {
  expect(DateTime.serialize(DateTime.parseValue(text))).toBe(answered);
});

it.each(['2026-11-23', '2026-11-23T10:00:00', '2026-13-01T00:00:00Z', 7, null])('refuses %s as an instant', (value) => {
  expect(() => DateTime.parseValue(value)).toThrow('RFC 3339');
});

it.each(['2026-02-29', '2026-1-1', '23.11.2026', 20261123])('refuses %s as a day', (value) =>
  expect(() => LocalDate.parseValue(value)).toThrow('a day'),
);
it('takes a day', () => expect(LocalDate.parseValue('2028-02-29')).toBe('2028-02-29'));

it.each([-1, 1.5, '100', 2 ** 53])('refuses %s as money', (value) =>
  expect(() => Money.parseValue(value)).toThrow('KRW'),
);
it('reads bigint texts of the database as money', () => expect(Money.serialize('30000')).toBe(30_000));
it('takes money written into the query', () =>
  expect(Money.parseLiteral({ kind: Kind.INT, value: '10000' }, {})).toBe(10_000));

it('takes a receipt number as people type it', () =>
  expect(ReceiptNumber.parseValue(' 2026-000123-x ')).toBe('2026-000123-X'));
it('refuses what is no receipt number', () => expect(() => ReceiptNumber.parseValue('123')).toThrow('2026-000123-4'));
