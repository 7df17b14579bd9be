import {
  type ModerationCommand,
  VISIBILITIES,
  VISIBILITY_TRANSITIONS,
  type Visibility,
  decideModeration,
} from './moderation';

const reason = '다른 사람을 비방하는 표현이 있습니다.';
const COMMANDS: Record<string, ModerationCommand> = {
  hide: { type: 'hide', reason },
  restore: { type: 'restore', reason },
  appeal: { type: 'appeal', text: '비방이 아닙니다.' },
  uphold: { type: 'decideAppeal', restore: false, reason },
  give: { type: 'decideAppeal', restore: true, reason },
};
/** In the order of VISIBILITIES; a dot is a refusal. */
const TABLE: Record<string, string> = {
  hide: 'HIDDEN . . .',
  restore: '. VISIBLE . VISIBLE',
  appeal: '. APPEALED . .',
  uphold: '. . CONFIRMED .',
  give: '. . VISIBLE .',
};
const pairs = Object.entries(TABLE).flatMap(([name, row]) =>
  row.split(' ').map((to, index) => [name, VISIBILITIES[index]!, to] as const),
);

it('walks every visibility and command', () => {
  expect(pairs).toHaveLength(5 * VISIBILITIES.length);
  expect(Object.keys(VISIBILITY_TRANSITIONS)).toHaveLength(4);
});

it.each(pairs)('%s from %s leads to %s', (name, from, to) => {
  const decided = decideModeration(from, from === 'VISIBLE' ? null : 'kim', COMMANDS[name]!, 'park');
  expect(decided).toMatchObject(
    to === '.'
      ? { ok: false, refusals: [{ code: expect.stringMatching(/INVALID_STATE|ALREADY_DONE/) }] }
      : { ok: true, value: to },
  );
});

it.each<[string, Visibility, ModerationCommand, string]>([
  ['deciding over oneself', 'APPEALED', { type: 'decideAppeal', restore: true, reason }, 'SAME_PERSON'],
  ['no reason', 'VISIBLE', { type: 'hide', reason: ' ' }, 'INVALID_VALUE'],
  ['no text', 'HIDDEN', { type: 'appeal', text: '' }, 'INVALID_VALUE'],
])('refuses %s', (_name, from, command, code) =>
  expect(decideModeration(from, 'kim', command, 'kim')).toMatchObject({ ok: false, refusals: [{ code }] }),
);
