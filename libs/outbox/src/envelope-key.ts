import { createHash } from 'node:crypto';
import { z } from 'zod';

const head = z.object({ id: z.uuid().catch(''), type: z.string().catch(''), producer: z.string().catch('') });

const isName = (text: string): boolean => /^[a-z\d.-]{1,100}$/.test(text);

/** What can be told of a job that does not keep its contract. */
export interface Unreadable {
  readonly eventId: string;
  readonly type: string;
  readonly producer: string;
}

/**
 * Names a job that cannot be parsed, the same name each time it comes: the event's id when it has one, in the data or in the
 * job's id, or else one made from its content.
 */
export function nameUnreadable(jobId: string, data: unknown): Unreadable {
  const parsed = head.safeParse(data);
  const { id, type, producer } = parsed.success ? parsed.data : { id: '', type: '', producer: '' };
  return {
    eventId: id || (/^evt-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})-/.exec(jobId)?.[1] ?? fromContent(data)),
    type: isName(type) ? type : 'unknown',
    producer: isName(producer) ? producer : 'unknown',
  };
}

function fromContent(data: unknown): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(data) ?? '')
    .digest('hex');
  // The shape of a UUID of version 8, "custom" (RFC 9562, section 5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
