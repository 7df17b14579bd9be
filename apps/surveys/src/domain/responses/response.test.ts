import { optionsOf, questionOf } from '../../../test/fixtures/questionnaires';
import type { Question } from '../questionnaires/question';
import type { Answer } from './answer';
import { decideDraftAnswers, decideResponse } from './response';

const [phone, visit, letter] = optionsOf('phone', 'visit', 'letter') as [never, never, never];
const rows = optionsOf('desk', 'hall');
const optional = (code: string, kind: Question['kind'], changes: Partial<Question> = {}): Question =>
  questionOf({ code, kind, required: false, ...changes });

const questions = [
  questionOf(),
  optional('kindness', 'SCALE_5'),
  optional('again', 'SCALE_7'),
  optional('channel', 'SINGLE', { options: [phone, visit] }),
  optional('reasons', 'MULTIPLE', { options: [phone, visit, letter], max: 2 }),
  optional('minutes', 'NUMBER', { min: 0, max: 600, decimals: 1 }),
  optional('words', 'TEXT'),
  optional('order', 'RANKING', { options: [phone, visit, letter] }),
  optional('best', 'RANKING', { options: [phone, visit, letter], max: 1 }),
  optional('places', 'MATRIX', { options: [phone, visit], rows }),
];
const asking = { sections: [], questions };
const overall: Answer = { question: 'overall', scale: 5 };
const desk = { row: 'desk', column: 'visit' };
const hall = { row: 'hall', column: 'phone' };

const complete: Answer[] = [
  overall,
  { question: 'kindness', scale: 4 },
  { question: 'again', scale: 7 },
  { question: 'channel', choice: 'phone' },
  { question: 'reasons', choices: ['phone', 'letter'] },
  { question: 'minutes', number: 12.5 },
  { question: 'words', text: '고맙습니다' },
  { question: 'order', ranking: ['letter', 'phone', 'visit'] },
  { question: 'best', ranking: ['visit'] },
  { question: 'places', cells: [desk, hall] },
];

it('keeps an answer of each kind, in the order of the questions, and the mean of the five-point ones', () => {
  expect(decideResponse(asking, complete)).toEqual({ ok: true, value: { answers: complete, mean: 4.5 } });
  expect(decideResponse(asking, complete.toReversed())).toEqual(decideResponse(asking, complete));
});

it('keeps one field of an answer, without the order of ticking and the space around a text', () => {
  const given: Answer[] = [
    { ...overall, choice: null, text: null },
    { question: 'reasons', choices: ['letter', 'phone'] },
    { question: 'words', text: ' 고맙습니다 ' },
    { question: 'places', cells: [hall, desk] },
  ];
  expect(decideResponse(asking, given)).toEqual({
    ok: true,
    value: { mean: 5, answers: [overall, complete[4], complete[6], complete[9]] },
  });
});

const withOverall = (...answers: Answer[]) => [overall, ...answers];

it.each<[string, readonly Answer[], string]>([
  ['a question that is not asked', withOverall({ question: 'age', scale: 5 }), 'answers.1.question'],
  ['a required question left out', [{ question: 'kindness', scale: 5 }], 'answers'],
  ['a number out of range', [{ question: 'overall', scale: 6 }], 'answers.0'],
  ['no points', [{ question: 'overall', scale: 0 }], 'answers.0'],
  ['half a point', [{ question: 'overall', scale: 4.5 }], 'answers.0'],
  ['nothing in an answer', [{ question: 'overall' }], 'answers.0'],
  ['an answer of another kind', [{ question: 'overall', text: 'five' }], 'answers.0'],
  ['two answers in one', [{ ...overall, text: 'five' }], 'answers.0'],
  ['the same question twice', withOverall({ question: 'overall', scale: 4 }), 'answers.1.question'],
  ['eight of seven points', withOverall({ question: 'again', scale: 8 }), 'answers.1'],
  ['an empty text', withOverall({ question: 'words', text: ' ' }), 'answers.1'],
  ['a text that is too long', withOverall({ question: 'words', text: 'x'.repeat(2_001) }), 'answers.1'],
  ['an option that does not exist', withOverall({ question: 'channel', choice: 'fax' }), 'answers.1'],
  ['one that does not exist among several', withOverall({ question: 'reasons', choices: ['fax'] }), 'answers.1'],
  ['an option twice', withOverall({ question: 'reasons', choices: ['phone', 'phone'] }), 'answers.1'],
  ['too many', withOverall({ question: 'reasons', choices: ['phone', 'visit', 'letter'] }), 'answers.1'],
  ['too few', withOverall({ question: 'reasons', choices: [] }), 'answers.1'],
  ['too small a number', withOverall({ question: 'minutes', number: -1 }), 'answers.1'],
  ['too great a number', withOverall({ question: 'minutes', number: 601 }), 'answers.1'],
  ['too many decimals', withOverall({ question: 'minutes', number: 1.25 }), 'answers.1'],
  ['no number', withOverall({ question: 'minutes', number: Infinity }), 'answers.1'],
  ['half an order', withOverall({ question: 'order', ranking: ['phone', 'visit'] }), 'answers.1'],
  ['one twice in an order', withOverall({ question: 'order', ranking: ['phone', 'visit', 'visit'] }), 'answers.1'],
  ['two of the best', withOverall({ question: 'best', ranking: ['phone', 'visit'] }), 'answers.1'],
  ['no row', withOverall({ question: 'places', cells: [] }), 'answers.1'],
  ['an unknown row', withOverall({ question: 'places', cells: [{ ...desk, row: 'roof' }] }), 'answers.1'],
  ['an unknown column', withOverall({ question: 'places', cells: [{ ...desk, column: 'letter' }] }), 'answers.1'],
  ['a row twice', withOverall({ question: 'places', cells: [desk, { ...desk, column: 'phone' }] }), 'answers.1'],
])('refuses %s', (_name, answers, path) => {
  const decided = decideResponse(asking, answers);
  expect(decided.ok ? decided : decided.refusals.map((one) => [one.code, one.path!.join('.')])).toEqual([
    ['INVALID_VALUE', path],
  ]);
});

it('asks for every row of a required matrix, and for one of another', () => {
  const half: Answer[] = [{ question: 'places', cells: [desk] }];
  const matrix = { ...questions[9]!, required: true };
  expect(decideResponse({ sections: [], questions: [questions[9]!] }, half)).toMatchObject({ ok: true });
  expect(decideResponse({ sections: [], questions: [matrix] }, half)).toMatchObject({ ok: false });
});

it('refuses a resident number', () => {
  const answers = withOverall({ question: 'words', text: '000101-3123451' });
  expect(decideResponse(asking, answers)).toMatchObject({
    ok: false,
    refusals: [{ code: 'RESIDENT_NUMBER_PRESENT', path: ['answers', '1'] }],
  });
});

it('keeps a mean only of five-point answers', () => {
  const answers: Answer[] = [{ question: 'again', scale: 7 }];
  const seven = { sections: [], questions: [questions[2]!] };
  expect(decideResponse(seven, answers)).toEqual({ ok: true, value: { answers, mean: null } });
});

describe('answers that are kept until they are complete', () => {
  it('may leave out what is required, and be half of an order, a choice or a matrix', () => {
    const answers: Answer[] = [
      { question: 'reasons', choices: [] },
      { question: 'order', ranking: ['letter'] },
      { question: 'places', cells: [] },
    ];
    expect(decideDraftAnswers(asking, answers)).toEqual({ ok: true, value: answers });
  });

  it.each<[string, Answer]>([
    ['an option that does not exist', { question: 'channel', choice: 'fax' }],
    ['a number out of range', { question: 'minutes', number: 601 }],
    ['a resident number', { question: 'words', text: '000101-3123451' }],
  ])('are refused for %s', (_name, answer) => {
    expect(decideDraftAnswers(asking, [answer])).toMatchObject({ ok: false, refusals: [{ path: ['answers', '0'] }] });
  });
});
