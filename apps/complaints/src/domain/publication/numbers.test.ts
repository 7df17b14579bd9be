import fc from 'fast-check';
import { maskNumbers } from './numbers';

it.each([
  ['a car', '12가 3456 차량입니다', '12가 **** 차량입니다'],
  ['a car of the new kind', '부산 123허4567이', '부산 123허****이'],
  ['an account', '국민 123456-01-123456으로', '국민 ******-**-******으로'],
  ['an account in one piece', '계좌 3333011234567', '계좌 *************'],
  ['a card', '1234-5678-9012-3456', '****-****-****-****'],
  ['a card with spaces', '1234 5678 9012 3456', '**** **** **** ****'],
  ['a driving licence', '11-12-123456-78', '**-**-******-**'],
  ['a resident number of old', '900101-1234568', '******-*******'],
  ['a passport', '여권 M12345678, M123A4567.', '여권 M********, M***A****.'],
])('masks %s', (_what, text, expected) => expect(maskNumbers(text)).toBe(expected));

it.each([
  '2026-11-24부터 2027-01-31까지, 10:30',
  '수수료 1,234,567,890원, 7일',
  '중앙로 123번길 45-6, 101동 1203호',
  '12월 2026년, 버스 1001번',
])('leaves as it is: %s', (text) => expect(maskNumbers(text)).toBe(text));

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const words = fc.constantFrom('', '계좌는 ', '으로 보냈습니다', ' (', '번: ', '\n');

it('leaves no digit of a long number, wherever it stands and however it is hyphened', () => {
  fc.assert(
    fc.property(
      words,
      fc.array(digits(2, 6), { minLength: 5, maxLength: 7 }),
      fc.boolean(),
      words,
      (a, groups, joined, b) => {
        const number = groups.join(joined ? '' : '-');
        expect(maskNumbers(a + number + b)).toBe(a + number.replace(/\d/g, '*') + b);
      },
    ),
  );
});

it('masks once: what was masked stays, and the length with it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-가허 M,') }), (text) => {
      const once = maskNumbers(text);
      expect(once).toHaveLength(text.length);
      expect(maskNumbers(once)).toBe(once);
    }),
  );
});
