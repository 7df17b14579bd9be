import fc from 'fast-check';
import { containsResidentNumber } from './resident-number';

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** Made by the rule itself for the test: no living person's number. */
const checkDigit = (twelve: string): number => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(twelve[index]), 0);
  return ((/[5-8]/.test(twelve[6]!) ? 13 : 11) - (sum % 11)) % 10;
};
const withCheckDigit = (twelve: string): string => twelve + checkDigit(twelve);
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const birth = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2019-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(2, 10).replaceAll('-', ''));
const number = fc
  .tuple(birth, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 99_999 }))
  .map(([day, first, rest]) => withCheckDigit(`${day}${first}${String(rest).padStart(5, '0')}`));
const between = fc.constantFrom(
  '',
  '-',
  ' ',
  ' - ',
  '\n',
  '\t',
  '\u00a0',
  '‐',
  '–',
  '−',
  '－',
  '_',
  '.',
  '\u200b',
  '\u00ad',
  '--',
);
const around = fc.constantFrom('', ' ', '번호는 ', '(', ':', '\n');

describe('a resident registration number', () => {
  it('is found whatever stands between its halves and around it', () => {
    fc.assert(
      fc.property(number, between, around, (digits, gap, before) => {
        const written = `${before}${digits.slice(0, 6)}${gap}${digits.slice(6)}입니다`;
        return containsResidentNumber(written) && containsResidentNumber(wide(written));
      }),
      { numRuns: 500 },
    );
  });

  const known = withCheckDigit('000101312345');
  const [front, back] = [known.slice(0, 6), known.slice(6)];
  it.each([
    ['run together', known],
    ['every digit by itself', [...known].join(' ')],
    ['every digit by itself, with a hyphen', `${[...front].join(' ')} - ${[...back].join(' ')}`],
    ['the first digit of the number apart', `${front} ${back[0]} ${back.slice(1)}`],
    ['the birth date in pairs', `${front.match(/../g)!.join('.')} - ${back}`],
    ['over two lines', `${front}-\n${back}`],
    ['directional marks in it', `${front}\u202e-\u202c${back}`],
    ['between letters', `no.${known}번`],
    ['given out since 2020, without a check digit, by its form', '210305-3123456'],
  ])('is found: %s', (_name, text) => expect(containsResidentNumber(text)).toBe(true));
});

describe('another number passes', () => {
  it('of thirteen digits whose check digit does not fit: an order, a parcel, a bar code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }), between, (order, gap) => {
        const digits = String(order);
        fc.pre(checkDigit(digits.slice(0, 12)) !== Number(digits[12]));
        fc.pre(!(Number(digits.slice(0, 2)) >= 20 && /[3478]/.test(digits[6]!))); // by their form with a hyphen
        return !containsResidentNumber(`주문 ${digits.slice(0, 6)}${gap}${digits.slice(6)}`);
      }),
      { numRuns: 1_000 },
    );
  });

  it('that is longer, whatever is in it', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 9 }), (digits, more) => {
        return !containsResidentNumber(`${more}${digits}`) && !containsResidentNumber(`${digits}${more}`);
      }),
    );
  });

  it('of a mobile phone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('-', ' ', '', '.'), (subscriber, gap) => {
        const eight = String(subscriber).padStart(8, '0');
        return !containsResidentNumber(['전화 010', eight.slice(0, 4), eight.slice(4)].join(gap));
      }),
    );
  });

  it.each([
    ['an account', '110-123-456789'],
    ['an account of thirteen digits', '301-0123-4567-89'],
    ['a card', '1234-5678-9012-3456'],
    ['a business number', '123-45-67890'],
    ['a corporate number', '110111-0000000'],
    ['a receipt number', '2026-000123-4'],
    ['two phones', '051-888-1234 010-1234-5678'],
    ['a moment', '2026-11-23 10:00:00.123'],
    ['a day that does not exist', withCheckDigit('900231112345').replace(/^(.{6})/, '$1-')],
    ['an order made since 2020, run together', '2103053123456'],
  ])('%s', (_name, text) => expect(containsResidentNumber(text)).toBe(false));
});
