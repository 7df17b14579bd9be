import { createHmac, timingSafeEqual } from 'node:crypto';
import { badInput } from './errors';

/** A place in an ordered list: the texts of its ordering columns, the id last. */
export type Position = readonly string[];

/**
 * Opaque, signed cursors. `list` names the list and its order, so that a cursor of one list does not open another.
 * Positions are SQL texts: a JavaScript Date would drop the microseconds and repeat rows.
 */
export class Cursors {
  constructor(private readonly secret: string) {}

  encode(list: string, position: Position): string {
    const body = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${body}.${this.sign(list, body)}`;
  }

  /** @throws BAD_USER_INPUT for a cursor that was edited, cut, or made for another list */
  decode(list: string, cursor: string): Position {
    const [body, signature, ...more] = cursor.split('.');
    const expected = Buffer.from(this.sign(list, body ?? ''));
    const given = Buffer.from(signature ?? '');
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw badInput(
        '`after` is not a cursor of this list: take pageInfo.endCursor of the page before, with the same order.',
      );
    }
    return JSON.parse(Buffer.from(body!, 'base64url').toString('utf8')) as Position;
  }

  private sign(list: string, body: string): string {
    return createHmac('sha256', this.secret).update(`${list}\n${body}`).digest('base64url').slice(0, 22);
  }
}
