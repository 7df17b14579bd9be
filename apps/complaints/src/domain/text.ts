import { type Refusal, refusal } from '@charter/contracts';
import { containsResidentNumber } from '@charter/privacy';

/** The faults of a text that a person wrote: its length, and a resident registration number in it. */
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
  if (!containsResidentNumber(value)) return [];
  return [
    refusal(
      'RESIDENT_NUMBER_PRESENT',
      '주민등록번호가 들어 있습니다. 번호를 지우고 다시 제출해 주십시오. 저희는 주민등록번호를 받지 않습니다.',
      'This text contains a resident registration number. Please remove it: we never take such numbers.',
      ...path,
    ),
  ];
}
