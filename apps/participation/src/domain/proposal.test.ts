import { type Submission, decideEndorsement, decideSubmission } from './proposal';

const submission = (changes: Partial<Submission> = {}): Submission => ({
  title: '횡단보도에 그늘막을',
  body: '여름철 보행자를 위해 그늘막을 설치해 주십시오.',
  departmentCode: 'ROADS',
  proposer: { name: '홍길동', phone: '010-1234-5678', email: null },
  ...changes,
});
const roads = { code: 'ROADS', closedOn: null, successorCode: null };
const TODAY = '2026-11-23';

it('accepts a proposal and brings its contacts into one form', () => {
  const decided = decideSubmission(
    submission({ proposer: { name: ' 홍길동 ', phone: '010-1234-5678', email: 'Hong@Example.kr' } }),
    roads,
    TODAY,
  );
  expect(decided).toMatchObject({
    ok: true,
    value: { proposer: { name: '홍길동', phone: '01012345678', email: 'hong@example.kr' } },
  });
});

it('accepts one for a department that closes later', () => {
  expect(decideSubmission(submission(), { ...roads, closedOn: '2026-11-24' }, TODAY)).toMatchObject({ ok: true });
});

it.each([
  ['no title', { title: ' ' }, ['title'], 'INVALID_VALUE'],
  ['a text without end', { body: 'x'.repeat(10_001) }, ['body'], 'INVALID_VALUE'],
  ['no name', { proposer: { name: '', phone: '010-1234-5678', email: null } }, ['proposer', 'name'], 'INVALID_VALUE'],
  ['no contact', { proposer: { name: '홍길동', phone: null, email: null } }, ['proposer'], 'INVALID_VALUE'],
  ['a wrong phone', { proposer: { name: '홍길동', phone: '12', email: null } }, ['proposer', 'phone'], 'INVALID_VALUE'],
  [
    'a wrong e-mail',
    { proposer: { name: '홍길동', phone: null, email: 'hong' } },
    ['proposer', 'email'],
    'INVALID_VALUE',
  ],
  ['a resident number', { body: '제 번호는 000101-3123451 입니다' }, ['body'], 'RESIDENT_NUMBER_PRESENT'],
])('refuses %s', (_name, changes, path, code) => {
  const decided = decideSubmission(submission(changes), roads, TODAY);
  expect(decided).toMatchObject({ ok: false, refusals: [{ code, path }] });
});

it('refuses a department that is not known, and names who carries on for one that was closed', () => {
  expect(decideSubmission(submission(), undefined, TODAY)).toMatchObject({
    ok: false,
    refusals: [{ path: ['departmentCode'] }],
  });
  const closed = decideSubmission(submission(), { ...roads, closedOn: TODAY, successorCode: 'STREETS' }, TODAY);
  expect(closed).toMatchObject({
    ok: false,
    refusals: [{ path: ['departmentCode'], message: { en: expect.stringContaining('STREETS') } }],
  });
});

it.each([
  ['own', 'a', 'a', false, 'CONFLICT_OF_INTEREST'],
  ['twice', 'a', 'b', true, 'ALREADY_DONE'],
])('refuses an endorsement: %s', (_name, proposer, endorser, already, code) => {
  expect(decideEndorsement(proposer, endorser, already)).toMatchObject({ ok: false, refusals: [{ code }] });
});

it('accepts the endorsement of another’s proposal', () =>
  expect(decideEndorsement('a', 'b', false)).toMatchObject({ ok: true }));
