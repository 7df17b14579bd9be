import { type Draft, type Question, decideDraft } from './questionnaire';

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
  question({ code: 'channel', kind: 'SINGLE', options: [option('phone'), option('visit')] }),
];
const draft = (changes: Partial<Draft> = {}): Draft => ({
  code: 'SATISFACTION',
  audience: 'PETITIONER',
  titleKo: '만족도',
  titleEn: 'Satisfaction',
  answerDays: 14,
  questions,
  ...changes,
});

it('accepts a questionnaire, without the space around its texts', () => {
  const given = draft({ titleEn: ' Satisfaction ', questions: [question({ textKo: ' 전반적으로 ' })] });
  expect(decideDraft(given)).toEqual({ ok: true, value: draft({ questions: [question()] }) });
});

it.each([
  [['code'], { code: 'satisfaction' }],
  [['titleKo'], { titleKo: '' }],
  [['answerDays'], { answerDays: 0 }],
  [['questions'], { questions: [] }],
  [['questions', '0', 'textEn'], { questions: [question({ textEn: '' })] }],
  [['questions', '0', 'code'], { questions: [question({ code: 'Overall' })] }],
  [['questions', '1', 'code'], { questions: [question(), question()] }],
  [
    ['questions', '0', 'options', '1', 'code'],
    { questions: [question({ kind: 'SINGLE', options: [option('a'), option('a')] })] },
  ],
  [
    ['questions', '0', 'options', '0', 'textKo'],
    { questions: [question({ kind: 'SINGLE', options: [{ ...option('a'), textKo: ' ' }, option('b')] })] },
  ],
  [
    ['questions', '0', 'options'],
    { questions: [question({ kind: 'SINGLE', options: Array.from({ length: 21 }, (_, n) => option(`o${n}`)) })] },
  ],
  [['questions', '0', 'options'], { questions: [question({ kind: 'SINGLE' })] }],
  [['questions', '0', 'options'], { questions: [question({ options: [option('a'), option('b')] })] }],
])('refuses a questionnaire at %j', (path, changes) => {
  expect(decideDraft(draft(changes))).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path }] });
});
