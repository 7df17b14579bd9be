const CHARACTERS = '0123456789X';

/** The check character of ISO/IEC 7064 MOD 11-2: it catches every single wrong digit and every swap of two neighbours. */
export function checkCharacter(digits: string): string {
  let product = 0;
  for (const digit of digits) product = ((product + Number(digit)) * 2) % 11;
  return CHARACTERS[(12 - product) % 11]!;
}

/** A receipt number (접수번호) that people can read over the phone: year, running number, check character. */
export function receiptNumber(year: number, running: number): string {
  const number = String(running).padStart(6, '0');
  return `${year}-${number}-${checkCharacter(`${year}${number}`)}`;
}

/** Whether a receipt number was read right. @param text as `2026-000123-4` */
export function isReceiptNumber(text: string): boolean {
  const [, year, number, check] = /^(\d{4})-(\d{6,9})-([0-9X])$/.exec(text) ?? [];
  return check !== undefined && checkCharacter(`${year}${number}`) === check;
}
