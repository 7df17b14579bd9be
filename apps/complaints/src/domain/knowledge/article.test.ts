import { type ArticleStatus, decideDraft, decidePublication, decideWithdrawal, mayApprove, mayWrite } from './article';
import { STATUSES } from '../handling';

const codes = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  outcome.ok ? 'ok' : outcome.refusals!.map(({ code }) => code).join();
const text = { question: ' 가로등이 꺼지면? ', answer: '기둥의 번호를 알려 주십시오.' };

describe('a draft', () => {
  it.each(STATUSES)('is written from an answered complaint, not from one that is %s otherwise', (status) => {
    expect(codes(decideDraft(text, { status }, []))).toBe(status === 'ANSWERED' ? 'ok' : 'INVALID_STATE');
  });
  it('keeps out whose case it was', () => {
    const said = { question: '홍길동님', answer: '010-1234-5678' };
    expect(codes(decideDraft(said, { status: 'ANSWERED' }, ['홍길동']))).toBe('INVALID_VALUE,INVALID_VALUE');
  });
});

describe('publication', () => {
  it.each([
    ['DRAFT', 1, 'writer', 'manager', 'ok'],
    ['PUBLISHED', 2, 'writer', 'manager', 'ok'],
    ['WITHDRAWN', 2, 'writer', 'manager', 'ok'],
    ['DRAFT', 1, 'manager', 'manager', 'SAME_PERSON'],
    ['PUBLISHED', null, 'writer', 'manager', 'INVALID_STATE'],
    ['WITHDRAWN', null, 'writer', 'manager', 'INVALID_STATE'],
  ] as const)('of a %s article with draft %s by %s, by %s: %s', (status, draftNumber, draftedBy, by, expected) => {
    expect(codes(decidePublication({ status, draftNumber }, draftedBy, by))).toBe(expected);
  });
});

it.each([
  ['PUBLISHED', '내용이 바뀌었습니다', 'ok'],
  ['PUBLISHED', ' ', 'INVALID_VALUE'],
  ['DRAFT', '내용이 바뀌었습니다', 'INVALID_STATE'],
  ['WITHDRAWN', '내용이 바뀌었습니다', 'INVALID_STATE'],
] as [ArticleStatus, string, string][])('withdraws a %s article because of “%s”: %s', (status, reason, expected) => {
  expect(codes(decideWithdrawal({ status, draftNumber: null }, reason))).toBe(expected);
});

it.each([
  ['OFFICER', 'ROADS', true, false],
  ['MANAGER', 'ROADS', true, true],
  ['MANAGER', 'WATER', false, false],
  ['ADMIN', 'ROADS', false, false],
  ['CITIZEN', 'ROADS', false, false],
] as const)('a %s of %s may write: %s, approve: %s', (role, departmentCode, write, approve) => {
  const caller = { id: 'someone', roles: [role], departmentCode, language: 'ko' as const };
  expect(mayWrite(caller as never, { departmentCode: 'ROADS' })).toBe(write);
  expect(mayApprove(caller as never, { departmentCode: 'ROADS' })).toBe(approve);
});
