import { type Submission, decideEndorsement, decideSubmission } from './submission';

const submission = (changes: Partial<Submission> = {}): Submission => ({
  title: '횡단보도에 그늘막을',
  body: '여름철 보행자를 위해 그늘막을 설치해 주십시오.',
  departmentCode: 'ROADS',
  proposer: { name: '홍길동', phone: '010-1234-5678', email: null },
  share: 100,
  jointAuthors: [],
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

it.each([
  ['two who share', 60, [{ name: '김철수', share: 40 }], undefined],
  ['less than the whole', 60, [{ name: '김철수', share: 30 }], 'INVALID_VALUE'],
  ['more than the whole', 100, [{ name: '김철수', share: 30 }], 'INVALID_VALUE'],
  ['nothing for one', 100, [{ name: '김철수', share: 0 }], 'INVALID_VALUE'],
  ['part of a percent', 99.5, [{ name: '김철수', share: 0.5 }], 'INVALID_VALUE'],
  ['no name', 50, [{ name: ' ', share: 50 }], 'INVALID_VALUE'],
  ['a crowd', 89, Array.from({ length: 11 }, () => ({ name: '김철수', share: 1 })), 'LIMIT_REACHED'],
])('takes joint authors: %s', (_name, share, jointAuthors, code) => {
  const decided = decideSubmission(submission({ share, jointAuthors }), roads, TODAY);
  expect(decided).toMatchObject(code ? { ok: false, refusals: [{ code }] } : { ok: true });
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
