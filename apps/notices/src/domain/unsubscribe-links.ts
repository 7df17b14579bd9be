import { createHmac, timingSafeEqual } from 'node:crypto';

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The links in mail by which its reader ends mail of its kind: they name the notice, nobody else, and last as long as the mail. */
export class UnsubscribeLinks {
  private readonly key: Buffer;

  /** @param base where readers reach the platform */
  constructor(
    private readonly base: string,
    secret: string,
  ) {
    this.key = createHmac('sha256', secret).update('links that end mail').digest();
  }

  make(noticeId: string): string {
    return new URL(`/unsubscribe/${noticeId}.${this.sign(noticeId)}`, this.base).toString();
  }

  /** @returns the notice of a link that we made; undefined for any other */
  read(token: string): string | undefined {
    const [noticeId = '', given = ''] = token.split('.');
    if (!ID.test(noticeId)) return undefined;
    const [expected, found] = [Buffer.from(this.sign(noticeId)), Buffer.from(given)];
    return expected.length === found.length && timingSafeEqual(expected, found) ? noticeId : undefined;
  }

  private sign(noticeId: string): string {
    return createHmac('sha256', this.key).update(noticeId).digest('base64url');
  }
}
