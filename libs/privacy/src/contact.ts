import { ERASED_TEXT } from './sealed';

/** A Korean or international phone number as digits, `+82 10…` and `010-…` alike; undefined when it can be none. */
export function normalisePhone(text: string): string | undefined {
  const digits = text.replace(/[\s().-]/g, '').replace(/^\+82\(?0?\)?/, '0');
  return /^(0\d{8,10}|1[568]\d{6}|\+\d{8,15})$/.test(digits) ? digits : undefined;
}

/** An e-mail address in lower case; undefined when it can be none. */
export function normaliseEmail(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  return /^[^\s@<>,;"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address) && address.length <= 254 ? address : undefined;
}

export const normaliseName = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/** 홍길동 → 홍*동, 김철 → 김*, Hong Gildong → H***********. */
export function maskName(name: string): string {
  if (name === ERASED_TEXT) return name;
  const letters = [...name];
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `${letters[0]}*`;
  const korean = /^[가-힣]+$/.test(name);
  return `${letters[0]}${'*'.repeat(letters.length - (korean ? 2 : 1))}${korean ? letters.at(-1) : ''}`;
}

/** 010-1234-5678 → 010-****-5678, 02-123-4567 → 02-****-4567, 1588-1234 → ****-1234: three digits or more stay hidden. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 8) return '****';
  const area = digits.startsWith('02') ? 2 : 3;
  return `${digits.length < area + 7 ? '' : `${digits.slice(0, area)}-`}****-${digits.slice(-4)}`;
}

/** hong@example.kr → h***@example.kr; of one letter before the @ nothing is left. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${at === 1 ? '' : email[0]}***${email.slice(at)}`;
}

/** 부산광역시 연제구 중앙대로 1001 → 부산광역시 연제구 …: city and district, never street or house. */
export function maskAddress(address: string): string {
  const [city, district] = address.trim().split(/\s+/);
  return district ? `${city} ${district} …` : '…';
}

/** 110-123-456789 → ****6789: the last four digits. */
export const maskAccount = (account: string): string => `****${account.replace(/\D/g, '').slice(-4)}`;
