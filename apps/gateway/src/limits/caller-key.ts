import { isIPv6 } from 'node:net';
import type { Person } from '../caller/person';

/**
 * Under which name a network address is counted. Whoever has IPv6 has a whole /64 of addresses at least, so that counts as one;
 * an IPv4 address written as IPv6 is the IPv4 address.
 */
export function addressKey(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [plain = ''] = address.split('%');
  return isIPv6(plain) ? `${networkOf(plain)}::/64` : address;
}

/** The first four groups of an IPv6 address, without leading zeros. */
function networkOf(address: string): string {
  const [before = '', after] = address.split('::');
  const head = before.split(':').filter(Boolean);
  const tail = after?.split(':').filter(Boolean) ?? [];
  // A trailing IPv4 part stands for two groups; it is never among the first four.
  const tailLength = tail.length + (tail.at(-1)?.includes('.') ? 1 : 0);
  const gap = after === undefined ? 0 : Math.max(8 - head.length - tailLength, 0);
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** Whose points a request spends: the person's wherever they are, otherwise the address's. */
export const callerKey = (person: Person | undefined, address: string | undefined): string =>
  person ? `person ${person.id}` : `address ${addressKey(address)}`;
