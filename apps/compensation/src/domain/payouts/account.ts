import { type Refusal, refusal } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

/** Where a citizen wants to be paid, as they write it. */
export interface GivenAccount {
  /** The three digits of the bank (금융결제원 기관코드). */
  readonly bankCode: string;
  readonly number: string;
  readonly holder: string;
}

/** Digits alone: people write accounts with dashes and blanks. */
export const accountDigits = (number: string): string => number.replace(/[\s-]/g, '');

/** The faults of an account; the bank itself says whether it is there. */
export function* accountFaults({ bankCode, number, holder }: GivenAccount): Generator<Refusal> {
  if (!/^\d{3}$/.test(bankCode))
    yield refusal(
      'INVALID_VALUE',
      '은행 코드는 숫자 3자리입니다. 예: 032',
      'A bank code has three digits, such as 032.',
      'bankCode',
    );
  if (!/^\d{8,16}$/.test(accountDigits(number)))
    yield refusal(
      'INVALID_VALUE',
      '계좌번호는 숫자 8~16자리입니다.',
      'An account number has 8 to 16 digits.',
      'number',
    );
  yield* textFaults(holder, 50, 'holder');
}
