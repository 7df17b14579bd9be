/**
 * Receipt numbers of the history, in the form of the complaints service: year, running number, and the check character of
 * ISO/IEC 7064 MOD 11-2. They start far above what a live stack reaches, so that the two never meet.
 */
const FIRST = 500_001;

export class ReceiptNumbers {
  private readonly running = new Map<string, number>();

  /** The next number. @param year of receipt in Seoul */
  next(year: string): string {
    const number = this.running.get(year) ?? FIRST;
    this.running.set(year, number + 1);
    return `${year}-${number}-${check(`${year}${number}`)}`;
  }
}

function check(digits: string): string {
  const sum = [...digits].reduce((product, digit) => ((product + Number(digit)) * 2) % 11, 0);
  return '0123456789X'.charAt((12 - sum) % 11);
}
