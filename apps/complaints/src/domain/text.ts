import { type Refusal, refusal } from '@charter/contracts';
import { containsResidentNumber } from '@charter/privacy';

/** Characters that no keyboard writes into a text; PostgreSQL takes no NUL at all. Tabs and line ends are fine. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A resident registration number is never stored, wherever it stands (개인정보 보호법 제24조의2). */
export const residentNumberFaults = (value: string, ...path: string[]): Refusal[] =>
  containsResidentNumber(value)
    ? [
        refusal(
          'RESIDENT_NUMBER_PRESENT',
          '주민등록번호가 들어 있습니다. 번호를 지우고 다시 제출해 주십시오. 저희는 주민등록번호를 받지 않습니다.',
          'This text contains a resident registration number. Please remove it: we never take such numbers.',
          ...path,
        ),
      ]
    : [];

/** The faults of a text that a person wrote: its length, unreadable characters, and a resident registration number in it. */
export function textFaults(value: string, limit: number, ...path: string[]): Refusal[] {
  if (!value.trim() || value.length > limit) {
    return [
      refusal(
        'INVALID_VALUE',
        `1자 이상 ${limit.toLocaleString('en')}자 이하로 입력해 주십시오.`,
        `Please enter 1 to ${limit.toLocaleString('en')} characters.`,
        ...path,
      ),
    ];
  }
  if (CONTROL.test(value)) {
    return [
      refusal(
        'INVALID_VALUE',
        '읽을 수 없는 제어 문자가 들어 있습니다. 지우고 다시 제출해 주십시오.',
        'This text contains unreadable control characters. Please remove them.',
        ...path,
      ),
    ];
  }
  return residentNumberFaults(value, ...path);
}
