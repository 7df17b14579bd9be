import { type Answer, type Draft, type Question, decideDraft, decideResponse, score100 } from './questionnaire';

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
const draft = (changes: Partial<Draft> = {}): Draft => ({
  code: 'SATISFACTION',
  titleKo: '만족도',
  titleEn: 'Satisfaction',
  answerDays: 14,
  questions,
  ...changes,
});

it('accepts a questionnaire', () => expect(decideDraft(draft())).toMatchObject({ ok: true }));

it.each([
  [['code'], { code: 'satisfaction' }],
  [['titleKo'], { titleKo: '' }],
  [['answerDays'], { answerDays: 0 }],
  [['questions'], { questions: [] }],
  [['questions', '0', 'textEn'], { questions: [question({ textEn: '' })] }],
  [['questions', '1', 'code'], { questions: [question(), question()] }],
  [['questions', '0', 'options'], { questions: [question({ kind: 'SINGLE' })] }],
  [['questions', '0', 'options'], { questions: [question({ options: [option('a'), option('b')] })] }],
])('refuses a questionnaire at %j', (path, changes) => {
  expect(decideDraft(draft(changes))).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path }] });
});

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

it.each([
  [1, 0],
  [3, 50],
  [4.2, 80],
  [5, 100],
])('scores a mean of %s as %s', (mean, score) => expect(score100(mean)).toBe(score));
