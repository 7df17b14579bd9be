const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** Full-width digits, exotic hyphens and invisible characters read as what they look like. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212\u00b7\u318d~_./]/g, '-');

const isDate = (digits: string): boolean => {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
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
 * Whether a text contains a resident registration number (주민등록번호), with a hyphen, spaced or run together.
 * Such numbers are never stored (개인정보 보호법 제24조의2).
 */
export function containsResidentNumber(text: string): boolean {
  for (const found of plain(text).matchAll(/(?<!\d)(\d{6})(\s*-\s*|\s*)([1-8]\d{6})(?!\d)/g)) {
    const digits = found[1]! + found[3]!;
    if (!isDate(digits)) continue;
    const bornSince2020 = Number(digits.slice(0, 2)) >= 20 && /[3478]/.test(digits[6]!);
    if (checks(digits) || (found[2]!.includes('-') && bornSince2020)) return true;
  }
  return false;
}
