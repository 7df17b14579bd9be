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
  const letters = [...name];
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `${letters[0]}*`;
  const korean = /^[가-힣]+$/.test(name);
  return `${letters[0]}${'*'.repeat(letters.length - (korean ? 2 : 1))}${korean ? letters.at(-1) : ''}`;
}

/** 010-1234-5678 → 010-****-5678. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}-****-${digits.slice(-4)}`;
}

/** hong@example.kr → h***@example.kr. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email[0]}***${email.slice(at)}`;
}
