import { randomUUID } from 'node:crypto';
import { invitationToken, readInvitationToken } from './invitation-token';

const id = randomUUID();
const token = invitationToken('secret', id);

it('opens its invitation', () => expect(readInvitationToken('secret', token)).toBe(id));

it.each([
  ['edited', token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ['cut', token.slice(0, -1)],
  ['made by somebody else', invitationToken('other secret', id)],
  ['for another invitation', randomUUID().replaceAll('-', '') + token.slice(32)],
  ['none', ''],
])('refuses one that is %s', (_name, given) => expect(readInvitationToken('secret', given)).toBeUndefined());
