import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Answer } from '../responses/answer';

/**
 * What only this service can make of an invitation's id. The key stands in no database, so that who reads the database can
 * neither make a token nor tell which invitation a used one belongs to. It must outlive the invitations.
 */
export class InvitationKey {
  constructor(private readonly key: Buffer) {}

  /** The token of an invitation: whoever has it may answer once. It is made anew when it is needed and stored nowhere. */
  token(id: string): string {
    return `${id.replaceAll('-', '')}${this.mac('token', id).toString('hex')}`;
  }

  /** The invitation that a token opens; undefined for a token that this service did not make. */
  read(token: string): string | undefined {
    const [, a, b, c, d, e, mac] =
      /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-f]{64})$/.exec(token) ?? [];
    if (!mac) return undefined;
    const id = [a, b, c, d, e].join('-');
    return timingSafeEqual(Buffer.from(mac, 'hex'), this.mac('token', id)) ? id : undefined;
  }

  /** What is kept of an answered invitation, in place of its id. */
  mark(id: string): string {
    return this.mac('mark', id).toString('base64url');
  }

  /** What is kept of a person who has answered a survey without an invitation. */
  markOfPerson(surveyId: string, personId: string): string {
    return this.mac('person', `${surveyId} ${personId}`).toString('base64url');
  }

  /** What is kept of a request to a survey that anybody answers, however often: the same request counts once. */
  markOfRequest(surveyId: string, idempotencyKey: string): string {
    return this.mac('once', `${surveyId} ${idempotencyKey}`).toString('base64url');
  }

  /** Where answers are kept that somebody has begun: another mark, so that it leads to no answer. */
  draftMark(mark: string): string {
    return this.mac('draft', mark).toString('base64url');
  }

  /** Tells the same request from another one without keeping it. */
  request(idempotencyKey: string, answers: readonly Answer[]): string {
    return this.mac('request', JSON.stringify([idempotencyKey, answers])).toString('base64url');
  }

  private mac(purpose: 'token' | 'mark' | 'request' | 'person' | 'once' | 'draft', text: string): Buffer {
    return createHmac('sha256', this.key).update(`survey ${purpose}\u0000${text}`).digest();
  }
}
