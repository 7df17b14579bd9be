import type { Question } from './questionnaire';
import { type Answer, decideResponse } from './response';

const question = (changes: Partial<Question> = {}): Question => ({
  code: 'overall',
  kind: 'SCALE_5',
  textKo: '전반적으로',
  textEn: 'Overall',
  required: true,
  options: [],
  ...changes,
});
const option = (code: string) => ({ code, textKo: code, textEn: code });
const questions = [
  question(),
  question({ code: 'kindness', required: false }),
  question({ code: 'channel', kind: 'SINGLE', required: false, options: [option('phone'), option('visit')] }),
  question({ code: 'words', kind: 'TEXT', required: false }),
];

it('keeps the answers and the mean of the five-point ones', () => {
  const answers: Answer[] = [
    { question: 'overall', scale: 5 },
    { question: 'kindness', scale: 4 },
    { question: 'channel', choice: 'phone' },
    { question: 'words', text: ' 고맙습니다 ' },
  ];
  expect(decideResponse(questions, answers)).toMatchObject({
    ok: true,
    value: { mean: 4.5, answers: expect.arrayContaining([{ question: 'words', text: '고맙습니다' }]) },
  });
});

it.each([
  [
    'a question that is not asked',
    [
      { question: 'overall', scale: 5 },
      { question: 'age', scale: 5 },
    ],
    'INVALID_VALUE',
    ['answers', '1', 'question'],
  ],
  ['a required question left out', [{ question: 'kindness', scale: 5 }], 'INVALID_VALUE', ['answers']],
  ['a number out of range', [{ question: 'overall', scale: 6 }], 'INVALID_VALUE', ['answers', '0']],
  ['no points', [{ question: 'overall', scale: 0 }], 'INVALID_VALUE', ['answers', '0']],
  ['nothing in an answer', [{ question: 'overall' }], 'INVALID_VALUE', ['answers', '0']],
  [
    'an empty text',
    [
      { question: 'overall', scale: 5 },
      { question: 'words', text: ' ' },
    ],
    'INVALID_VALUE',
    ['answers', '1'],
  ],
  ['half a point', [{ question: 'overall', scale: 4.5 }], 'INVALID_VALUE', ['answers', '0']],
  [
    'an option that does not exist',
    [
      { question: 'overall', scale: 5 },
      { question: 'channel', choice: 'fax' },
    ],
    'INVALID_VALUE',
    ['answers', '1'],
  ],
  ['an answer of another kind', [{ question: 'overall', text: 'five' }], 'INVALID_VALUE', ['answers', '0']],
  ['two answers in one', [{ question: 'overall', scale: 5, text: 'five' }], 'INVALID_VALUE', ['answers', '0']],
  [
    'the same question twice',
    [
      { question: 'overall', scale: 5 },
      { question: 'overall', scale: 4 },
    ],
    'INVALID_VALUE',
    ['answers', '1', 'question'],
  ],
  [
    'a resident number',
    [
      { question: 'overall', scale: 5 },
      { question: 'words', text: '000101-3123451' },
    ],
    'RESIDENT_NUMBER_PRESENT',
    ['answers', '1'],
  ],
] as const)('refuses %s', (_name, answers, code, path) => {
  expect(decideResponse(questions, answers)).toMatchObject({ ok: false, refusals: [{ code, path }] });
});

it('keeps a mean only of five-point answers', () => {
  expect(decideResponse([question({ kind: 'TEXT' })], [{ question: 'overall', text: '좋습니다' }])).toEqual({
    ok: true,
    value: { answers: [{ question: 'overall', text: '좋습니다' }], mean: null },
  });
});
