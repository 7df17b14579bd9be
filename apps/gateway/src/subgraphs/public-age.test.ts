import { publicAge } from './public-age';

describe('publicAge', () => {
  it.each([
    ['max-age=60, public', 60],
    ['public,max-age=5', 5],
    ['Public, Max-Age=5', 5],
    ['max-age=60', undefined],
    ['max-age=60, private', undefined],
    ['public, max-age=60, no-store', undefined],
    ['public, max-age=60, no-cache', undefined],
    ['public, max-age=0', undefined],
    ['public, max-age=-1', undefined],
    ['public, x-max-age=60', undefined],
    [['public', 'max-age=60'], 60],
    [undefined, undefined],
  ])('reads %j as %s', (header, expected) => expect(publicAge(header)).toBe(expected));
});
