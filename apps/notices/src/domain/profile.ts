import { type Outcome, type Refusal, type Role, accepted, refusal, refused } from '@charter/contracts';
import { containsResidentNumber, normaliseEmail, normaliseName, normalisePhone } from '@charter/privacy';

export type PersonKind = 'CITIZEN' | 'STAFF';
export type ProfileLanguage = 'KO' | 'EN';

/** How somebody can be reached, and in which language. */
export interface Contacts {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: ProfileLanguage;
}

const STAFF: readonly Role[] = ['OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN'];

/** Who has an office is staff, also when they are a citizen of the city besides. */
export const kindOf = (roles: readonly Role[]): PersonKind =>
  roles.some((role) => STAFF.includes(role)) ? 'STAFF' : 'CITIZEN';

const withoutNumber = (text: string, field: string): Refusal[] =>
  containsResidentNumber(text)
    ? [
        refusal(
          'RESIDENT_NUMBER_PRESENT',
          '주민등록번호를 지워 주십시오.',
          'Please remove the resident registration number.',
          field,
        ),
      ]
    : [];

function* faults({ name, email, phone }: Contacts): Generator<Refusal> {
  if (!name.trim() || name.length > 100)
    yield refusal('INVALID_VALUE', '이름은 1~100자입니다.', 'A name has 1 to 100 characters.', 'name');
  yield* withoutNumber(name, 'name');
  yield* withoutNumber(email ?? '', 'email');
  yield* withoutNumber(phone ?? '', 'phone');
  if (email === null && phone === null)
    yield refusal(
      'INVALID_VALUE',
      '전자우편 주소나 전화번호 가운데 하나는 필요합니다.',
      'Give an e-mail address or a phone number.',
      'email',
    );
  if (email !== null && !normaliseEmail(email))
    yield refusal(
      'INVALID_VALUE',
      '전자우편 주소를 확인해 주십시오. 예: hong@example.kr',
      'Please check the e-mail address, such as hong@example.kr.',
      'email',
    );
  if (phone !== null && !normalisePhone(phone))
    yield refusal(
      'INVALID_VALUE',
      '전화번호를 확인해 주십시오. 예: 010-1234-5678',
      'Please check the phone number, such as 010-1234-5678.',
      'phone',
    );
}

/** Decides whether these contacts can be kept. @returns them in one form */
export function decideProfile(contacts: Contacts): Outcome<Contacts> {
  const found = [...faults(contacts)];
  if (found.length > 0) return refused(...found);
  const { name, email, phone, language } = contacts;
  return accepted({
    name: normaliseName(name),
    email: email && normaliseEmail(email)!,
    phone: phone && normalisePhone(phone)!,
    language,
  });
}
