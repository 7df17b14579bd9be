import { type Refusal, refusal } from '@charter/contracts';
import { normaliseEmail, normaliseName, normalisePhone } from './contact';
import { containsResidentNumber } from './resident-number';

/** Characters that no keyboard writes into a text; PostgreSQL takes no NUL at all. Tabs and line ends are fine. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A resident registration number is never stored, wherever it stands (개인정보 보호법 제24조의2). */
const residentNumberFaults = (value: string, ...path: string[]): Refusal[] =>
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

/** Somebody as they give themselves: a name and at least one contact. */
export interface GivenPerson {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/**
 * The faults of a person's name and contacts: both are required of whoever files (민원 처리에 관한 법률 시행령 제5조,
 * 국민 제안 규정 제5조), so that they can be told the result.
 * @param field where the person stands in the input
 */
export function* personFaults({ name, phone, email }: GivenPerson, field: string): Generator<Refusal> {
  yield* textFaults(name, 100, field, 'name');
  if (phone === null && email === null) {
    yield refusal(
      'INVALID_VALUE',
      '처리 결과를 알려 드릴 전화번호나 전자우편 주소를 입력해 주십시오.',
      'Please give a phone number or an e-mail address, so that we can tell you the result.',
      field,
    );
  }
  if (phone !== null && !normalisePhone(phone)) {
    yield refusal(
      'INVALID_VALUE',
      '전화번호를 확인해 주십시오. 예: 010-1234-5678',
      'Please check the phone number, such as 010-1234-5678.',
      field,
      'phone',
    );
  }
  if (email !== null && !normaliseEmail(email)) {
    yield refusal(
      'INVALID_VALUE',
      '전자우편 주소를 확인해 주십시오. 예: hong@example.kr',
      'Please check the e-mail address, such as hong@example.kr.',
      field,
      'email',
    );
  }
  for (const [part, value] of Object.entries({ phone, email })) {
    if (value !== null) yield* residentNumberFaults(value, field, part);
  }
}

/** A person without faults, with name and contacts in one form. */
export const inOneForm = ({ name, phone, email }: GivenPerson): GivenPerson => ({
  name: normaliseName(name),
  phone: phone && normalisePhone(phone)!,
  email: email && normaliseEmail(email)!,
});
