import fc from 'fast-check';
import { Model, Serializer } from 'survey-core';
import { draftOf, optionsOf, questionOf } from '../../../test/fixtures/questionnaires';
import type { Condition, Test } from '../questionnaires/condition';
import type { Draft } from '../questionnaires/questionnaire';
import type { Answer } from '../responses/answer';
import { askedQuestions } from '../responses/branching';
import { toSurveyJs } from './export';
import { fromSurveyJs } from './import';

const test = (question: string, operator: Test['operator'], rest: Partial<Test> = {}): Test => ({
  question,
  operator,
  ...rest,
});
const all = (...tests: Test[]): Condition => ({ match: 'ALL', tests });
const any = (...tests: Test[]): Condition => ({ match: 'ANY', tests });
const rows = optionsOf('wait', 'words');

const everything = draftOf({
  sections: [
    { code: 'first', titleKo: '먼저', titleEn: 'First' },
    { code: 'why', titleKo: '이유', titleEn: 'Why', showIf: all(test('overall', 'AT_MOST', { value: 3 })) },
  ],
  questions: [
    questionOf({ section: 'first' }),
    questionOf({ code: 'again', kind: 'SCALE_7', section: 'first', required: false }),
    questionOf({ code: 'channel', kind: 'SINGLE', options: optionsOf('phone', 'visit'), section: 'first' }),
    questionOf({
      code: 'reasons',
      kind: 'MULTIPLE',
      options: optionsOf('slow', 'far', 'rude'),
      min: 1,
      max: 2,
      section: 'why',
    }),
    questionOf({ code: 'minutes', kind: 'NUMBER', min: 0, max: 600, decimals: 1, section: 'why', required: false }),
    questionOf({
      code: 'who',
      kind: 'TEXT',
      max: 300,
      section: 'why',
      showIf: any(test('reasons', 'ONE_OF', { options: ['rude'] }), test('channel', 'NONE_OF', { options: ['phone'] })),
    }),
    questionOf({ code: 'order', kind: 'RANKING', options: optionsOf('a', 'b', 'c'), required: false }),
    questionOf({ code: 'best', kind: 'RANKING', options: optionsOf('a', 'b', 'c'), min: 1, max: 2, required: false }),
    questionOf({
      code: 'desk',
      kind: 'MATRIX',
      options: optionsOf('good', 'bad'),
      rows,
      showIf: all(test('channel', 'NONE_OF', { options: ['phone'] }), test('again', 'ANSWERED')),
    }),
  ],
});

const imported = (json: unknown) => {
  const outcome = fromSurveyJs(json);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};

describe('export', () => {
  it('is a questionnaire that SurveyJS itself reads without a fault', () => {
    const model = new Model(toSurveyJs(everything).survey);
    expect(model.jsonErrors).toBeNull();
    expect(model.getAllQuestions().map((one) => one.name)).toEqual(everything.questions.map(({ code }) => code));
    model.locale = 'ko';
    expect([model.title, model.getQuestionByName('overall').title]).toEqual(['만족도', '전반적으로']);
    expect(Serializer.findClass('survey')).toBeTruthy();
  });

  it('comes back as it was', () => {
    const { titleKo, titleEn, sections, questions, unfit } = imported(toSurveyJs(everything).survey);
    expect({ titleKo, titleEn, sections, questions }).toEqual({
      ...{
        titleKo: everything.titleKo,
        titleEn: everything.titleEn,
        sections: everything.sections,
        questions: everything.questions,
      },
    });
    expect(unfit).toEqual([]);
  });

  it('tells what SurveyJS has no place for', () => {
    const draft = draftOf({
      questions: [
        questionOf({ standard: 'WAIT' }),
        questionOf({
          code: 'old',
          kind: 'SINGLE',
          options: [{ code: 'good', textKo: '좋음', textEn: 'Good', points: 25 }, ...optionsOf('bad')],
        }),
      ],
      quotas: [{ code: 'total', limit: 10 }],
    });
    expect(toSurveyJs(draft).unfit.map(({ place }) => place)).toEqual([
      'overall.standard',
      'old.options',
      'quotas.total',
    ]);
  });
});

describe('branches', () => {
  const asked: Draft = everything;
  const points = (question: string, most: number) =>
    fc.option(fc.integer({ min: 1, max: most }).map((scale): Answer => ({ question, scale })));
  const answers = fc.tuple(
    points('overall', 5),
    points('again', 7),
    fc.option(fc.constantFrom('phone', 'visit').map((choice): Answer => ({ question: 'channel', choice }))),
    fc.option(
      fc
        .subarray(['slow', 'far', 'rude'], { minLength: 1, maxLength: 2 })
        .map((choices): Answer => ({ question: 'reasons', choices })),
    ),
  );

  it('show in SurveyJS the questions that are asked here', () => {
    const model = new Model(toSurveyJs(asked).survey);
    fc.assert(
      fc.property(answers, (given) => {
        const said = given.flatMap((answer) => answer ?? []);
        model.clear();
        for (const { question, scale, choice, choices } of said) model.setValue(question, scale ?? choice ?? choices);
        const shown = model
          .getAllQuestions()
          .filter((one) => one.isVisible && (one.page as { isVisible: boolean }).isVisible);
        expect(shown.map(({ name }) => name)).toEqual([...askedQuestions(asked, said)]);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, object | undefined, string[]]>([
    [
      "{score} = 3 and {pick} = 'x'",
      all(
        test('score', 'AT_LEAST', { value: 3 }),
        test('score', 'AT_MOST', { value: 3 }),
        test('pick', 'ONE_OF', { options: ['x'] }),
      ),
      [],
    ],
    ['{score} > 3', all(test('score', 'AT_LEAST', { value: 4 })), []],
    ['{amount} < 3', all(test('amount', 'AT_MOST', { value: 2.9 })), []],
    [
      '({pick} == "x") or {some} contains \'y\'',
      any(test('pick', 'ONE_OF', { options: ['x'] }), test('some', 'ONE_OF', { options: ['y'] })),
      [],
    ],
    [
      "{some} allof ['x', 'y']",
      all(test('some', 'ONE_OF', { options: ['x'] }), test('some', 'ONE_OF', { options: ['y'] })),
      [],
    ],
    ["{pick} <> 'x'", all(test('pick', 'NONE_OF', { options: ['x'] })), ['late.visibleIf']],
    ["{pick} notempty and {pick} <> 'x'", all(test('pick', 'NONE_OF', { options: ['x'] })), []],
    ["{pick} = 'w'", undefined, ['late.visibleIf']],
    ['{other} notempty', undefined, ['late.visibleIf']],
    ["{pick} = 'x' and ({some} = 'y' or {score} > 1)", undefined, ['late.visibleIf']],
    ['{score} + 1 > 3', undefined, ['late.visibleIf']],
    ['iif({score} > 1, true, false)', undefined, ['late.visibleIf']],
    ['{pick} empty', undefined, ['late.visibleIf']],
    ['{pick} = ', undefined, ['late.visibleIf']],
    ["{pick} = 'x' {some}", undefined, ['late.visibleIf']],
  ])('of SurveyJS are read or reported: %s', (visibleIf, showIf, places) => {
    const choices = ['x', 'y'];
    const found = imported({
      elements: [
        { type: 'rating', name: 'score' },
        { type: 'radiogroup', name: 'pick', choices },
        { type: 'checkbox', name: 'some', choices },
        { type: 'text', inputType: 'number', name: 'amount', step: 0.1 },
        { type: 'comment', name: 'late', visibleIf },
      ],
    });
    expect(found.questions.at(-1)!.showIf).toEqual(showIf);
    expect(found.unfit.map(({ place }) => place)).toEqual(places);
  });
});

describe('import', () => {
  it('makes codes of names and values, and tells which', () => {
    const found = imported({
      title: { ko: '조사' },
      locale: 'ko',
      elements: [
        {
          type: 'dropdown',
          name: 'Question 1',
          title: '어디서?',
          choices: [1, { value: 2, text: { default: '둘', en: 'Two' } }],
        },
        { type: 'comment', name: '의견', visibleIf: '{Question 1} = 2' },
      ],
    });
    expect(found).toMatchObject({
      ...{ titleKo: '조사', titleEn: '' },
      questions: [
        {
          ...{ code: 'question_1', textKo: '어디서?', textEn: '' },
          options: [
            { code: 'option_1', textKo: '1', textEn: '' },
            { code: 'option_2', textKo: '둘', textEn: 'Two' },
          ],
        },
        { code: 'question', textKo: '의견', showIf: all(test('question_1', 'ONE_OF', { options: ['option_2'] })) },
      ],
    });
    expect(found.unfit.map(({ place, message }) => [place, message.en])).toEqual([
      ['Question 1', 'Its code is question_1 now.'],
      ['의견', 'Its code is question now.'],
    ]);
  });

  it('takes panels apart, with their conditions', () => {
    const found = imported({
      pages: [
        {
          elements: [
            { type: 'rating', name: 'score' },
            {
              ...{ type: 'panel', name: 'panel', visibleIf: '{score} <= 2', title: 'Why' },
              elements: [{ type: 'comment', name: 'why', visibleIf: '{score} >= 2' }],
            },
          ],
        },
      ],
    });
    expect(found.questions[1]!.showIf).toEqual(
      all(test('score', 'AT_MOST', { value: 2 }), test('score', 'AT_LEAST', { value: 2 })),
    );
    expect(found.unfit.map(({ place }) => place)).toEqual(['panel.title']);
  });

  it.each<[string, object, string[]]>([
    ['a type that there is not here', { type: 'file', name: 'photo' }, ['photo']],
    ['an input for what is no number', { type: 'text', inputType: 'email', name: 'mail' }, ['mail']],
    ['a rating of ten', { type: 'rating', name: 'ten', rateMax: 10 }, ['ten']],
    ['a rating from none', { type: 'rating', name: 'none', rateMin: 0 }, ['none']],
    ['values of a rating', { type: 'rating', name: 'own', rateValues: [1, 2] }, ['own']],
    ['choices that cannot be read', { type: 'radiogroup', name: 'pick', choices: 'all' }, ['pick']],
  ])('leaves out and reports %s', (_name, element, places) => {
    const found = imported({ elements: [{ type: 'comment', name: 'words' }, element] });
    expect(found.questions.map(({ code }) => code)).toEqual(['words']);
    expect(found.unfit.map(({ place }) => place)).toEqual(places);
  });

  it('reports every property without a counterpart, of questions, pages and the whole', () => {
    const found = imported({
      completedHtml: 'x',
      pages: [
        {
          ...{ name: 'p', title: 'P', maxTimeToFinish: 3 },
          elements: [
            { type: 'radiogroup', name: 'pick', choices: ['x', 'y'], showOtherItem: true, validators: [] },
            { type: 'matrix', name: 'grid', columns: ['x', 'y'], rows: ['r'], isRequired: true },
          ],
        },
      ],
    });
    expect(found.unfit.map(({ place }) => place).toSorted()).toEqual([
      'grid.isRequired',
      'p.maxTimeToFinish',
      'pick.showOtherItem',
      'pick.validators',
      'survey.completedHtml',
    ]);
  });

  it.each([null, 'text', { pages: 'many' }, { elements: [{ type: 'text' }] }, { elements: [{ name: 'x' }] }])(
    'refuses what is no questionnaire: %j',
    (json) => {
      const outcome = fromSurveyJs(json);
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE' }] });
    },
  );

  it('is not drowned by brackets and panels without end', () => {
    const panel = (depth: number): object =>
      depth === 0 ? { type: 'comment', name: 'deep' } : { type: 'panel', name: 'p', elements: [panel(depth - 1)] };
    const visibleIf = `${'('.repeat(100_000)}{words} notempty`;
    const found = imported({ elements: [{ type: 'comment', name: 'words', visibleIf }, panel(2_000)] });
    expect(found.unfit.map(({ place }) => place)).toEqual(['p', 'words.visibleIf']);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void fromSurveyJs(json)));
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            type: fc.constantFrom('rating', 'text', 'matrix', 'panel', 'checkbox'),
            name: fc.string({ minLength: 1 }),
            choices: fc.jsonValue(),
            visibleIf: fc.string(),
          }),
        ),
        (elements) => void fromSurveyJs({ elements }),
      ),
    );
  });
});
