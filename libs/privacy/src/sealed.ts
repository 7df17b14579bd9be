import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { PrivacyKeys } from './keys';

/** Where a sealed value stands. It is bound to this place: copied to another row or column it does not open. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

const boundTo = (place: Place): Buffer => Buffer.from(JSON.stringify([place.table, place.column, place.row]));

/** What stands in a sealed column whose value was erased, where a row needs one. */
export const ERASED = 'erased';
/** What is read there. */
export const ERASED_TEXT = '(삭제됨)';

/** Encrypts personal data for one column of one row: `<key id>.<nonce>.<tag>.<text>`, AES-256-GCM. */
export function seal(keys: PrivacyKeys, place: Place, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.keys[keys.current]!, nonce).setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [keys.current, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/**
 * @returns the text, or `ERASED_TEXT` where it was erased
 * @throws when the key is unknown, the value was changed, or it stands in another place than it was sealed for
 */
export function open(keys: PrivacyKeys, place: Place, sealed: string): string {
  if (sealed === ERASED) return ERASED_TEXT;
  const [keyId, nonce, tag, text] = sealed.split('.');
  const key = keys.keys[keyId ?? ''];
  if (!key || !nonce || !tag || text === undefined) throw new Error('A sealed value names no known key.');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
    .setAAD(boundTo(place))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
}

/** A keyed hash to find a person's rows by; without the key it tells nothing. `kind` keeps phones and names apart. */
export const lookupHash = (
  keys: PrivacyKeys,
  kind: 'name' | 'phone' | 'email' | 'account' | 'push',
  normalised: string,
): string => createHmac('sha256', keys.lookup).update(`${kind}\u0000${normalised}`).digest('base64url');
