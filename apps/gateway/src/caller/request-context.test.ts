import { languageFrom, requestIdFrom } from './request-context';

describe('languageFrom', () => {
  it.each([
    [undefined, 'ko'],
    ['', 'ko'],
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en-US,en;q=0.9,ko;q=0.8', 'en'],
    ['en;q=0.5, ko;q=0.7', 'ko'],
    ['EN', 'en'],
    ['fr, en;q=0.3', 'en'],
    ['*', 'ko'],
    ['en;q=zero', 'en'],
    ['en;q=0', 'ko'],
  ] as const)('%s → %s', (header, language) => expect(languageFrom(header)).toBe(language));
});

describe('requestIdFrom', () => {
  it('takes a sane id and nothing else', () => {
    expect(requestIdFrom('order-2026.11_23')).toBe('order-2026.11_23');
    for (const header of [
      undefined,
      ['a', 'b'],
      'short',
      '-leading-dash',
      'line\nbreak-12345',
      'ㄱㄴㄷㄹㅁㅂㅅㅇㅈ',
      'x'.repeat(65),
    ]) {
      expect(requestIdFrom(header)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
