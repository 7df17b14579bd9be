import { decidePublication } from './conversion';

it.each([
  ['SUBMITTED', false, undefined],
  ['UNDER_EXAMINATION', false, undefined],
  ['SUBMITTED', true, 'ALREADY_DONE'],
  ['CONVERTED', false, 'INVALID_STATE'],
  ['CONVERTED', true, 'INVALID_STATE'],
] as const)('publishes a %s one, public: %s → %s', (status, isPublic, code) => {
  const decided = decidePublication({ status, public: isPublic });
  expect(decided).toMatchObject(code ? { ok: false, refusals: [{ code }] } : { ok: true });
});
