import { type Refusal, refusal } from '@charter/contracts';
import { maskEmail, maskName, maskPhone, normalisePhone, textFaults } from '@charter/privacy';
import { maskNumbers } from '../publication/numbers';

/** What looks like a phone number, Korean or international, written with or without signs between. */
const PHONE = /(?<![\d-])(?:\+?82[\s.-]?)?\(?0?\d{1,3}\)?[\s.-]?\d{3,4}[\s.-]?\d{4}(?![\d-])/g;
const EMAIL = /[^\s@<>,;"'()]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;

const isPhone = (text: string): boolean => normalisePhone(text) !== undefined;

const phonesIn = (text: string): string[] => (text.match(PHONE) ?? []).filter(isPhone);

/** A published text as others may read it: phones, e-mail addresses, other long numbers, cars and the names of those concerned are masked. */
export function masked(text: string, names: readonly string[]): string {
  const contacts = text
    .replace(EMAIL, (email) => maskEmail(email))
    .replace(PHONE, (phone) => (isPhone(phone) ? maskPhone(phone) : phone));
  return names
    .filter((name) => name.trim().length > 1)
    .reduce((said, name) => said.split(name.trim()).join(maskName(name.trim())), maskNumbers(contacts));
}

const personal = (ko: string, en: string, path: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `${ko} 누구의 일인지 알 수 없게 고쳐 써 주십시오.`,
    `${en} Please write it so that nobody can tell whose case it was.`,
    path,
  );

/**
 * The faults of a text that everybody will read: besides those of every text, anything that tells whose case it was. Numbers of
 * the office itself (051-…) are refused too: they belong to the department's page, where they are kept right.
 * @param names of those concerned by the complaint it was written from
 */
export function publicTextFaults(text: string, limit: number, names: readonly string[], path: string): Refusal[] {
  const faults = textFaults(text, limit, path);
  if (faults.length > 0) return faults;
  if (phonesIn(text).length > 0)
    faults.push(personal('전화번호가 들어 있습니다.', 'It contains a phone number.', path));
  if (text.match(EMAIL))
    faults.push(personal('전자우편 주소가 들어 있습니다.', 'It contains an e-mail address.', path));
  if (names.some((name) => name.trim().length > 1 && text.includes(name.trim())))
    faults.push(personal('민원인의 이름이 들어 있습니다.', 'It contains the name of who filed.', path));
  return faults;
}
