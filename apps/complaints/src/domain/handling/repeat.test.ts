import fc from 'fast-check';
import { likeness, mayCloseAsRepeat, repeatedBy, resultsTold } from './repeat';

const pothole = {
  title: '도로에 구멍이 생겼습니다',
  body: '중앙로 12 앞 차도에 구멍이 있어 위험합니다. 보수해 주십시오.',
};

it.each([
  ['the same words', { ...pothole }, true],
  [
    'other spacing and particles',
    { title: '도로에구멍 생겼어요', body: '중앙로12앞 차도에 구멍이 있어서 위험합니다 보수 해주십시오' },
    true,
  ],
  ['another matter', { title: '가로등이 꺼졌습니다', body: '공원 입구의 가로등이 사흘째 켜지지 않습니다.' }, false],
  ['nothing', { title: '', body: '' }, false],
])('sees whether %s repeats it', (_name, earlier, repeats) => {
  expect(repeatedBy(pothole, [earlier])).toHaveLength(repeats ? 1 : 0);
});

it('is the same both ways, 1 for a text and itself, and between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
    }),
  );
  expect(likeness(pothole.body, pothole.body)).toBe(1);
});

it('counts the results that were told, and never closes a statutory complaint', () => {
  const told = [{ status: 'ANSWERED' }, { status: 'WITHDRAWN' }, { status: 'REJECTED' }] as const;
  expect(resultsTold(told)).toBe(2);
  expect(mayCloseAsRepeat('GRIEVANCE', told)).toBe(true);
  expect(mayCloseAsRepeat('GRIEVANCE', told.slice(0, 2))).toBe(false);
  expect(mayCloseAsRepeat('STATUTORY', told)).toBe(false);
});
