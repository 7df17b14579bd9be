const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Full-width digits, exotic hyphens and invisible characters read as what they look like. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u115f\u1160]/gu, '')
    .replace(/[\u2010-\u2015\u2212\u00b7\u318d~_./]/g, '-');

/** What people put between the parts: nothing, spaces, a line's end, hyphens. */
const GAP = '[\\s-]{0,5}';
/**
 * How people write the thirteen digits: birth date and number; the first digit of the number apart; the birth date in pairs;
 * every digit by itself. No digit before or after: a longer number is another number.
 */
const FORMS = [
  `(\\d{6})(${GAP})([1-8]\\d{6})`,
  `(\\d{6})(${GAP})([1-8]${GAP}\\d{6})`,
  `(\\d{2}[\\s-]{1,5}\\d{2}[\\s-]{1,5}\\d{2})(${GAP})([1-8]${GAP}\\d{6})`,
  `(\\d(?:[\\s-]\\d){5})([\\s-]{1,5})([1-8](?:[\\s-]\\d){6})`,
].map((form) => new RegExp(`(?<!\\d)${form}(?!\\d)`, 'g'));

const isDate = (digits: string): boolean => {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return day >= 1 && day <= (DAYS_IN[month - 1] ?? 0);
};

/**
 * The check digit of a resident registration number (주민등록법 시행규칙): citizens end in (11 − sum mod 11) mod 10, numbers of
 * foreign residents (5–8) in (13 − sum mod 11) mod 10. Numbers given out since October 2020 carry random digits and no
 * valid check digit; with a hyphen, as people write them, those are recognised by their form alone.
 */
function checks(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const foreign = /[5-8]/.test(digits[6]!);
  return ((foreign ? 13 : 11) - (sum % 11)) % 10 === Number(digits[12]);
}

/**
 * Whether a text contains a resident registration number (주민등록번호): with a hyphen, spaced, run together, over two lines.
 * Other numbers pass: of thirteen digits that begin like a birth date, the check digit decides. Such numbers are never
 * stored (개인정보 보호법 제24조의2).
 */
export function containsResidentNumber(text: string): boolean {
  const read = plain(text);
  return FORMS.some((form, index) =>
    [...read.matchAll(form)].some(([, birth, gap, number]) => {
      const digits = `${birth}${number}`.replace(/\D/g, '');
      if (!isDate(digits)) return false;
      const bornSince2020 = Number(digits.slice(0, 2)) >= 20 && /[3478]/.test(digits[6]!);
      return checks(digits) || (index === 0 && gap!.includes('-') && bornSince2020);
    }),
  );
}
