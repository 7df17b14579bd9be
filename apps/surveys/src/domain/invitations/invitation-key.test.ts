import { randomBytes, randomUUID } from 'node:crypto';
import { InvitationKey } from './invitation-key';

const id = randomUUID();
const key = new InvitationKey(randomBytes(32));
const token = key.token(id);

it('opens its invitation', () => expect(key.read(token)).toBe(id));

it.each([
  ['edited', token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ['cut', token.slice(0, -1)],
  ['made by somebody else', new InvitationKey(randomBytes(32)).token(id)],
  ['for another invitation', randomUUID().replaceAll('-', '') + token.slice(32)],
  ['none', ''],
])('refuses a token that is %s', (_name, given) => expect(key.read(given)).toBeUndefined());

it('marks an invitation always alike, and neither by its id nor by what its token tells', () => {
  expect(key.mark(id)).toBe(key.mark(id));
  expect(key.mark(randomUUID())).not.toBe(key.mark(id));
  expect(key.mark(id)).not.toContain(id);
  expect(Buffer.from(key.mark(id), 'base64url').toString('hex')).not.toBe(token.slice(32));
});

it('tells requests apart by key and answers', () => {
  const request = key.request('k1', [{ question: 'overall', scale: 5 }]);
  expect(key.request('k1', [{ question: 'overall', scale: 5 }])).toBe(request);
  expect(key.request('k2', [{ question: 'overall', scale: 5 }])).not.toBe(request);
  expect(key.request('k1', [{ question: 'overall', scale: 4 }])).not.toBe(request);
});
