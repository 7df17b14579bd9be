import { createHmac, timingSafeEqual } from 'node:crypto';

const macOf = (secret: string, id: string): Buffer =>
  createHmac('sha256', secret).update(`survey invitation ${id}`).digest();

/** The token of an invitation: whoever has it may answer once. It is made anew when it is needed, so no database holds it. */
export const invitationToken = (secret: string, id: string): string =>
  `${id.replaceAll('-', '')}${macOf(secret, id).toString('hex')}`;

/** The invitation that a token opens; undefined for a token that this service did not make. */
export function readInvitationToken(secret: string, token: string): string | undefined {
  const [, a, b, c, d, e, mac] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-f]{64})$/.exec(token) ?? [];
  if (!mac) return undefined;
  const id = [a, b, c, d, e].join('-');
  return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(secret, id)) ? id : undefined;
}
