import { decideReveal } from './reveal';

describe('a reason to see whose a case is', () => {
  it('is kept in one line', () => {
    expect(decideReveal('  감사 표본 점검:\n 동일인 여부 확인  ')).toEqual({
      ...{ ok: true, value: '감사 표본 점검: 동일인 여부 확인' },
    });
  });

  it.each([
    ['none', '', 'INVALID_VALUE'],
    ['nine characters', '가나다라마바사아자', 'INVALID_VALUE'],
    ['spaces for characters', '감사    점검    함', 'INVALID_VALUE'],
    ['one key held down', 'ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ', 'INVALID_VALUE'],
    ['too long a one', '감사 점검 '.repeat(84), 'INVALID_VALUE'],
    ['a resident number', '000101-3123451 확인을 위하여', 'RESIDENT_NUMBER_PRESENT'],
  ])('is not taken: %s', (_what, reason, code) => {
    expect(decideReveal(reason)).toMatchObject({ ok: false, refusals: [{ code, path: ['reason'] }] });
  });

  it('is taken from ten characters on', () => expect(decideReveal('가나다라마바사아자차').ok).toBe(true));
});
