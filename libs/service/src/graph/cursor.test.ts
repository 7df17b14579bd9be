import { Cursors } from './cursor';

const cursors = new Cursors('a secret of at least thirty-two characters');
const position = ['2026-11-23 10:00:00.123456+09', 'b1'];

it('opens what it closed', () => expect(cursors.decode('list', cursors.encode('list', position))).toEqual(position));

it.each([
  ['edited', () => cursors.encode('list', position).replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
  ['cut', () => cursors.encode('list', position).slice(0, -1)],
  ['lengthened', () => `${cursors.encode('list', position)}.more`],
  ['of another list', () => cursors.encode('other', position)],
  [
    'signed with another secret',
    () => new Cursors('another secret of thirty-two characters!').encode('list', position),
  ],
  ['no cursor at all', () => 'hello'],
])('refuses one that is %s, and says what to do', (_name, make) => {
  expect(() => cursors.decode('list', make())).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('endCursor') }),
  );
});
