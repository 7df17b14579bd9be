import { greetingFor, sayDue } from './greeting';

const service = {
  ...{ nameKo: '도로 보수', nameEn: 'Road repair', guidanceKo: '위치를 알려 주십시오.', guidanceEn: 'Tell us where.' },
};

it.each([
  ['2026-12-02T00:00:00+09:00', '2026년 12월 1일(화)까지', 'by Tuesday, 1 December 2026'],
  ['2026-12-01T18:00:00+09:00', '2026년 12월 1일(화) 18:00까지', 'by 18:00 on Tuesday, 1 December 2026'],
  ['2027-01-01T00:00:00+09:00', '2026년 12월 31일(목)까지', 'by Thursday, 31 December 2026'],
])('says %s as people do', (dueAt, ko, en) => {
  expect(sayDue('ko', new Date(dueAt))).toBe(ko);
  expect(sayDue('en', new Date(dueAt))).toBe(en);
});

it('greets with the number and the date, in the language asked for', () => {
  const dueAt = new Date('2026-12-02T00:00:00+09:00');
  expect(greetingFor('ko', service, '2026-000123-6', dueAt)).toEqual({
    greeting:
      '안녕하십니까. 신청하신 「도로 보수」 민원을 잘 받았습니다. 접수번호는 2026-000123-6입니다. 2026년 12월 1일(화)까지 성실히 처리하여 결과를 알려 드리겠습니다.',
    guidance: '위치를 알려 주십시오.',
  });
  expect(greetingFor('en', service, '2026-000123-6', dueAt)).toEqual({
    greeting: expect.stringMatching(/“Road repair”.*2026-000123-6.*by Tuesday, 1 December 2026\.$/),
    guidance: 'Tell us where.',
  });
});
