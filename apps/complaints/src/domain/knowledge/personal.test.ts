import { masked, publicTextFaults } from './personal';

describe('a text that everybody will read', () => {
  const faults = (text: string) =>
    publicTextFaults(text, 200, ['홍길동'], 'answer').map(({ code, path }) => [code, path]);
  const invalid = ['INVALID_VALUE', ['answer']];

  it.each([
    ['a resident number', '제 번호는 900101-1234568 입니다', [['RESIDENT_NUMBER_PRESENT', ['answer']]]],
    ['a mobile number', '010-1234-5678로 연락 주십시오', [invalid]],
    ['one without hyphens', '01012345678로 연락', [invalid]],
    ['one with spaces', '010 1234 5678', [invalid]],
    ['one from abroad', '+82 10-1234-5678', [invalid]],
    ['a number of the office', '051-888-1101로 문의', [invalid]],
    ['an e-mail address', 'gildong@example.kr로 보내 주십시오', [invalid]],
    ['the name of who filed', '홍길동님의 민원입니다', [invalid]],
    ['several of them', '홍길동 010-1234-5678', [invalid, invalid]],
    ['nothing', '  ', [invalid]],
  ])('is refused with %s', (_what, text, expected) => expect(faults(text)).toEqual(expected));

  it.each([
    '120 다산콜처럼 국번 없이 전화하시면 됩니다',
    '2026-11-24부터 2027-01-31까지 신청하실 수 있습니다',
    '수수료는 10,000원이며 7일이 걸립니다',
    '접수번호 2026-500001-7을 적어 주십시오',
  ])('may say: %s', (text) => expect(faults(text)).toEqual([]));
});

it('masks what tells whose case it was', () => {
  expect(masked('홍길동입니다. 010-1234-5678, gildong@example.kr로 연락 주세요. 2026-11-24', ['홍길동'])).toBe(
    '홍*동입니다. 010-****-5678, g***@example.kr로 연락 주세요. 2026-11-24',
  );
});

it('masks accounts and cars beside phones, each in its way', () => {
  expect(masked('010-1234-5678, 12가3456, 110-123-456789, 홍길동', ['홍길동'])).toBe(
    '010-****-5678, 12가****, ***-***-******, 홍*동',
  );
});
