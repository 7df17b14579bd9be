import { STATUSES, type Status } from '../proposals/status';
import { type CommentFacts, decideComment, decideEdit } from './comment';

const facts = (changes: Partial<CommentFacts> = {}): CommentFacts => ({
  ...{ status: 'SUBMITTED', parent: null, written: [0, 0] },
  ...changes,
});
const parent = (depth: number, visibility: 'VISIBLE' | 'HIDDEN' = 'VISIBLE') => ({ parent: { depth, visibility } });

it.each([
  ['about the proposal', {}, 1],
  ['an answer', parent(1), 2],
  ['an answer to an answer', parent(2), 3],
])('takes %s', (_name, changes, depth) =>
  expect(decideComment('좋은 생각입니다.', facts(changes))).toEqual({ ok: true, value: depth }),
);

it.each<[string, string, Partial<CommentFacts>, string]>([
  ['a fourth level', '네', parent(3), 'LIMIT_REACHED'],
  ['an answer to what is hidden', '네', parent(1, 'HIDDEN'), 'INVALID_STATE'],
  ['nothing', ' ', {}, 'INVALID_VALUE'],
  ['too much', 'x'.repeat(2_001), {}, 'INVALID_VALUE'],
  ['a resident number', '900101-1234568', {}, 'RESIDENT_NUMBER_PRESENT'],
  ['an eleventh in ten minutes', '네', { written: [10, 10] }, 'LIMIT_REACHED'],
  ['a fifty-first in a day', '네', { written: [0, 50] }, 'LIMIT_REACHED'],
])('refuses %s', (_name, body, changes, code) =>
  expect(decideComment(body, facts(changes))).toMatchObject({ ok: false, refusals: [{ code }] }),
);

it.each(STATUSES)('is taken or not while a proposal is %s', (status: Status) => {
  const closed = ['MERGED', 'WITHDRAWN', 'CONVERTED', 'EXCLUDED'].includes(status);
  expect(decideComment('네', facts({ status })).ok).toBe(!closed);
});

it.each([
  ['something else', ' 고쳤습니다. ', 'VISIBLE', undefined],
  ['the same', '처음', 'VISIBLE', 'ALREADY_DONE'],
  ['what is hidden', '고침', 'HIDDEN', 'INVALID_STATE'],
  ['nothing', '', 'VISIBLE', 'INVALID_VALUE'],
] as const)('rewrites into %s', (_name, body, visibility, code) =>
  expect(decideEdit(body, { body: '처음', visibility })).toMatchObject(
    code ? { ok: false, refusals: [{ code }] } : { ok: true, value: '고쳤습니다.' },
  ),
);
