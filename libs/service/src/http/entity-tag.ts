import { createHash } from 'node:crypto';

/** 160 bits: nobody finds two contents of one tag. */
const TAG_LENGTH = 27;
/** As RFC 9110 8.8.3 writes one; `W/` before it makes no difference where tags are compared for If-None-Match. */
const OPAQUE = /"[\x21\x23-\x7e\x80-\xff]*"/g;

/**
 * The entity tag of a content. A weak one: whether packed or not, it means the same, and two ways to write it may not share a strong
 * tag (RFC 9110 8.8.3).
 */
export const weakTag = (content: Buffer | string): string =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, TAG_LENGTH)}"`;

/**
 * Whether a client has what a tag stands for, by weak comparison (RFC 9110 13.1.2).
 * @param ifNoneMatch the header: a list of tags, or `*` for anything
 * @param tag the entity tag of what would be sent
 */
export function isHeldBy(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  return ifNoneMatch.match(OPAQUE)?.includes(opaque) ?? false;
}
