import { isHeldBy, weakTag } from './entity-tag';

it('makes weak tags, one for each content', () => {
  expect(weakTag('a')).toMatch(/^W\/"[\w-]{27}"$/);
  expect(weakTag(Buffer.from('a'))).toBe(weakTag('a'));
  expect(weakTag('b')).not.toBe(weakTag('a'));
});

it.each([
  ['no header', undefined, false],
  ['the tag', 'W/"a"', true],
  ['the tag as a strong one', '"a"', true],
  ['anything', ' * ', true],
  ['a list with it', '"x", W/"a" ,"y"', true],
  ['a list without it', '"x", W/"aa"', false],
  ['a tag with a comma and an asterisk in it', '"x,*"', false],
  ['a tag that contains it between commas', '"x,a,y"', false],
  ['nothing but its letters', 'a', false],
  ['an empty header', '', false],
])('compares weakly: %s', (_name, header, held) => {
  for (const tag of ['W/"a"', '"a"']) expect(isHeldBy(header, tag)).toBe(held);
});
