import type { Verdict } from './verdict';
import { verdictInWords } from './words';

const whole: Verdict = {
  ...{ links: 1_204, holding: 1_204, waiting: 0, erasures: 0, removals: 0, broken: 0, first: null },
  head: { seq: 1_204, hash: 'ab' },
};

it.each<[string, Partial<Verdict>, string[]]>([
  ['holds', {}, ['complaints: 1,204 of 1,204 links hold.', 'complaints: keep this head elsewhere: 1204:ab']],
  ['is empty', { links: 0, holding: 0, head: null }, ['complaints: 0 of 0 links hold.']],
  [
    'tells what waits and what was erased',
    { waiting: 1, erasures: 2, removals: 1, head: null },
    ['complaints: 1,204 of 1,204 links hold, 1 entry waits to be linked, 2 erasures, 1 removal.'],
  ],
  [
    'names the first broken link, and no head to keep',
    {
      broken: 1,
      holding: 1_203,
      head: null,
      first: { fault: 'CHANGED', seq: 17, table: 'complaint_history', row: '9' },
    },
    [
      'complaints: 1,203 of 1,204 links hold.',
      'complaints: BROKEN in 1 place. The first: link 17, row 9 of complaint_history: the row is not as it was written.',
    ],
  ],
  [
    'names a link that is gone',
    { broken: 2, head: null, first: { fault: 'LINK_REMOVED', seq: 4, table: null, row: null } },
    ['complaints: 1,204 of 1,204 links hold.', 'complaints: BROKEN in 2 places. The first: link 4: a link is gone.'],
  ],
  [
    'names a row without a link',
    { broken: 1, head: null, first: { fault: 'NEVER_RECORDED', seq: null, table: 'note', row: '1' } },
    [
      'complaints: 1,204 of 1,204 links hold.',
      'complaints: BROKEN in 1 place. The first: row 1 of note: the row was written past the record.',
    ],
  ],
  [
    'names a row whose link is to come',
    { broken: 1, head: null, first: { fault: 'REMOVED', seq: null, table: 'note', row: '1' } },
    [
      'complaints: 1,204 of 1,204 links hold.',
      'complaints: BROKEN in 1 place. The first: row 1 of note, not linked yet: the row is gone, and nothing says that it was to go.',
    ],
  ],
])('a record that %s', (_, changes, words) => {
  expect(verdictInWords('complaints', { ...whole, ...changes })).toEqual(words);
});
