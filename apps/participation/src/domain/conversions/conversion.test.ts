import { refusal } from '@charter/contracts';
import { decideConversion, decidePublication } from './conversion';

const closed = refusal('INVALID_VALUE', '폐지', 'closed', 'serviceCode');

it('converts what was handed in, with a reason, for a service that is offered', () =>
  expect(decideConversion('SUBMITTED', '도로 보수를 요청하는 내용입니다.', [])).toEqual({
    ok: true,
    value: 'CONVERTED',
  }));

it.each([
  ['twice', 'CONVERTED', '이유', [], 'ALREADY_DONE', undefined],
  ['without a reason', 'SUBMITTED', ' ', [], 'INVALID_VALUE', ['reason']],
  ['with a resident number', 'SUBMITTED', '900101-1234568', [], 'RESIDENT_NUMBER_PRESENT', ['reason']],
  ['for a closed service', 'SUBMITTED', '이유', [closed], 'INVALID_VALUE', ['serviceCode']],
] as const)('converts nothing %s', (_name, status, reason, offer, code, path) => {
  const decided = decideConversion(status, reason, offer);
  expect(decided).toMatchObject({ ok: false, refusals: [{ code, ...(path && { path }) }] });
});

it.each([
  ['SUBMITTED', false, undefined],
  ['SUBMITTED', true, 'ALREADY_DONE'],
  ['CONVERTED', false, 'INVALID_STATE'],
  ['CONVERTED', true, 'INVALID_STATE'],
] as const)('publishes a %s one, public: %s → %s', (status, isPublic, code) => {
  const decided = decidePublication({ status, public: isPublic });
  expect(decided).toMatchObject(code ? { ok: false, refusals: [{ code }] } : { ok: true });
});
