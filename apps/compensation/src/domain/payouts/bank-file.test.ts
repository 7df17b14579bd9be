import { WorkingCalendar } from '@charter/calendar';
import fc from 'fast-check';
import { accountFaults } from './account';
import { decideRow, readConfirmation, writeBankFile, writeConfirmation } from './bank-file';
import { nextPayDay, payDayOf } from './pay-day';

const heading = { number: '202611-001', payOn: '2026-11-30' };
const row = fc.record({
  seq: fc.integer({ min: 1, max: 9_999_999 }),
  code: fc.constantFrom('0000', '0101'),
  amount: fc.nat(10 ** 9),
});

it('writes a file of fixed format, closed by count, total and checksum', () => {
  const transfers = [
    { seq: 1, bankCode: '032', account: '11122233344', amount: 10_000 },
    { seq: 2, bankCode: '004', account: '1234567890123456', amount: 30_000 },
  ];
  expect(writeBankFile(heading, transfers)).toMatch(
    /^H01202611-00120261130\nD000000103211122233344     0000000010000\nD000000200412345678901234560000000030000\nT0000002000000000040000[0-9a-f]{64}\n$/,
  );
});

it('reads what a bank writes, whatever the ends of its lines', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.boolean(), (rows, windows) => {
      const text = writeConfirmation(heading, rows);
      const read = readConfirmation(windows ? text.replaceAll('\n', '\r\n') : text, heading.number);
      expect(read).toEqual({ ok: true, value: rows.map((each, at) => ({ ...each, line: at + 1 })) });
    }),
  );
});

it('refuses a file of which any character was changed, or that was cut', () => {
  const text = writeConfirmation(heading, [
    { seq: 1, code: '0000', amount: 10_000 },
    { seq: 2, code: '0101', amount: 20_000 },
  ]);
  fc.assert(
    fc.property(fc.nat(text.length - 2), fc.constantFrom('0', '9', 'x'), (at, other) => {
      if (text[at] === other) return;
      expect(readConfirmation(text.slice(0, at) + other + text.slice(at + 1), heading.number)).toMatchObject({
        ok: false,
      });
      expect(readConfirmation(text.slice(0, at), heading.number)).toMatchObject({ ok: false });
    }),
  );
  expect(readConfirmation(text, '202611-002')).toMatchObject({ ok: false });
});

it.each([
  ['an unknown row', undefined, false, 'UNKNOWN_ROW'],
  ['a row twice', { amount: 1, status: 'SENT' }, true, 'DUPLICATE_ROW'],
  ['a row settled before', { amount: 1, status: 'PAID' }, false, 'ALREADY_SETTLED'],
  ['another amount', { amount: 2, status: 'SENT' }, false, 'AMOUNT_DIFFERS'],
  ['a payment', { amount: 1, status: 'SENT' }, false, 'PAID'],
] as const)('makes of %s …', (_name, sent, seen, outcome) =>
  expect(decideRow({ line: 1, seq: 1, code: '0000', amount: 1 }, sent, seen)).toBe(outcome),
);

it('makes of any other code a failure', () =>
  expect(decideRow({ line: 1, seq: 1, code: '0101', amount: 1 }, { amount: 1, status: 'SENT' }, false)).toBe('FAILED'));

it.each([
  ['2026-11-10', '2026-11-30', '2026-11-30'],
  ['2026-02-10', '2026-02-27', '2026-02-27'], // the 28th is a Saturday
  ['2026-12-31', '2026-12-31', '2026-12-31'],
  ['2026-02-28', '2026-02-27', '2026-03-31'],
  ['2026-10-31', '2026-10-30', '2026-11-30'],
])('pays on the last working day of the month of %s: %s, next %s', (day, payDay, next) => {
  const calendar = new WorkingCalendar();
  expect([payDayOf(day, calendar), nextPayDay(day, calendar)]).toEqual([payDay, next]);
});

it('moves the pay day when a holiday is declared', () => {
  const calendar = new WorkingCalendar([{ date: '2026-11-30', nameKo: '임시공휴일', nameEn: 'Holiday' }]);
  expect(payDayOf('2026-11-01', calendar)).toBe('2026-11-27');
});

it('takes accounts with dashes', () => {
  const codes = (changes: object) =>
    [...accountFaults({ bankCode: '032', number: '111-2223-3344', holder: '홍길동', ...changes })].map(
      ({ path }) => path,
    );
  expect([codes({}), codes({ bankCode: '32' }), codes({ number: '12-34' }), codes({ holder: ' ' })]).toEqual([
    [],
    [['bankCode']],
    [['number']],
    [['holder']],
  ]);
});
