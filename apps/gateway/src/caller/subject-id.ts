import { createHash } from 'node:crypto';
import { z } from 'zod';

/** RFC 9562, 6.6: the namespace of names that are URLs. */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** A UUID of version 5 (RFC 9562, 5.5): the same for the same name, for ever. */
export function nameBasedUuid(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The id under which this platform knows an issuer's subject: the subject itself where it is a UUID, and otherwise one made
 * from the issuer and the subject, so that two issuers' `admin` are two people.
 */
export function subjectId(issuer: string, subject: string): string {
  if (z.uuid().safeParse(subject).success) return subject.toLowerCase();
  return nameBasedUuid(nameBasedUuid(URL_NAMESPACE, issuer), subject);
}
