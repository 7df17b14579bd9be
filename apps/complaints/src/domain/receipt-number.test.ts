import fc from 'fast-check';
import { checkCharacter, isReceiptNumber, receiptNumber } from './receipt-number';

const CHARACTERS = '0123456789X';
const numbers = fc.tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 999_999_999 }));

/** Every number that somebody may have meant who changed one character of it. */
function* oneWrong(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '-') continue;
    for (const character of CHARACTERS) {
      if (character !== text[at]) yield text.slice(0, at) + character + text.slice(at + 1);
    }
  }
}

/** Every number that swaps two neighbours, over a hyphen too. */
function* swapped(text: string): Generator<string> {
  const places = [...text].flatMap((character, at) => (character === '-' ? [] : [at]));
  for (const [index, at] of places.entries()) {
    const next = places[index + 1];
    if (next === undefined || text[at] === text[next]) continue;
    const letters = [...text];
    [letters[at], letters[next]] = [letters[next]!, letters[at]!];
    yield letters.join('');
  }
}

it.each([
  ['0794', '0', 'the example of ISO/IEC 7064'],
  ['000000021825009', '7', 'an ORCID iD'],
  ['000000012146438', 'X', 'an ISNI'],
])('gives %s the check character %s: %s', (digits, check) => expect(checkCharacter(digits)).toBe(check));

it('is short enough to read over the phone, and grows when a year has more than a million', () => {
  expect(receiptNumber(2026, 123)).toBe('2026-000123-6');
  expect(receiptNumber(2026, 1_234_567)).toBe('2026-1234567-1');
});

it('reads every number that it gave out', () => {
  fc.assert(fc.property(numbers, ([year, running]) => isReceiptNumber(receiptNumber(year, running))));
});

it('catches every single wrong character and every swap of neighbours', () => {
  fc.assert(
    fc.property(numbers, ([year, running]) => {
      const given = receiptNumber(year, running);
      for (const wrong of [...oneWrong(given), ...swapped(given)]) {
        if (isReceiptNumber(wrong)) throw new Error(`${wrong} passes for ${given}.`);
      }
    }),
  );
});

it.each(['', '2026', '2026-1-5', '2026-000123', '2026-000123-X-1', 'abcd-000123-X', '2026-00012a-X'])(
  'is no receipt number: %s',
  (text) => expect(isReceiptNumber(text)).toBe(false),
);
