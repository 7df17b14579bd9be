import { admin, anonymous, auditor, citizen, inEnglish, manager } from '@charter/service/testing';
import {
  OVERALL,
  SURVEY,
  type Surveys,
  type UserError,
  empty,
  invite,
  openSurveys,
  publish,
  save,
  submit,
} from './fixtures/surveys';

const NOW = '2026-11-23T10:00:00+09:00';
const IMPORT = `mutation ($input: ImportSurveyInput!) {
  result: importSurvey(input: $input) { survey { id status } unfit { place message } errors { code message path } } }`;
const CLOSE = `mutation ($input: CloseSurveyInput!) {
  result: closeSurvey(input: $input) { survey { status closesAt history { from to } } errors { code message } } }`;
const EXPORT =
  'query ($id: ID!) { survey(id: $id) { surveyJs { json unfit { place } } questions { code showIf { match tests { question operator options value } } } } }';

interface Imported {
  readonly survey: { readonly id: string; readonly status: string } | null;
  readonly unfit: { readonly place: string; readonly message: string }[];
  readonly errors: UserError[];
}
interface Closed {
  readonly survey: { readonly status: string; readonly closesAt: string; readonly history: object[] } | null;
  readonly errors: UserError[];
}

const DESIGNED = {
  title: { ko: '만족도 조사', en: 'Satisfaction' },
  completedHtml: '<b>감사합니다</b>',
  pages: [
    {
      name: 'p1',
      elements: [
        { type: 'rating', name: 'overall', title: { ko: '전반적으로', en: 'Overall' }, isRequired: true },
        { type: 'comment', name: 'why', title: { ko: '이유' }, visibleIf: '{overall} <= 2' },
        { type: 'file', name: 'photo' },
      ],
    },
  ],
};

describe('publication', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(NOW);
  });

  const run = async <T>(query: string, input: object, who: object = admin): Promise<T> =>
    (await service.ask<{ result: T }>(inEnglish(who as never), query, { input })).data!.result;
  const bring = (surveyJs: unknown): Promise<Imported> =>
    run(IMPORT, {
      code: 'DESIGNED',
      audience: 'EVERYONE',
      answerDays: 7,
      surveyJs: typeof surveyJs === 'string' ? surveyJs : JSON.stringify(surveyJs),
    });
  const close = (surveyId: string): Promise<Closed> => run(CLOSE, { surveyId });

  it('of what was designed in SurveyJS: imported with a report, refused with the place of what is missing, and exported again', async () => {
    const { survey, unfit, errors } = await bring(DESIGNED);
    expect([survey!.status, errors]).toEqual(['DRAFT', []]);
    expect(unfit.map(({ place }) => place)).toEqual(['survey.completedHtml', 'photo']);
    const refusedOnce = await publish(service, { code: 'DESIGNED' });
    expect(refusedOnce).toMatchObject({
      survey: null,
      errors: [{ code: 'INVALID_VALUE', path: ['questions', '1', 'textEn'] }],
    });
    DESIGNED.pages[0]!.elements[1]!.title = { ko: '이유', en: 'Why' };
    const again = await bring(DESIGNED);
    expect(again.survey!.id).toBe(survey!.id);
    expect((await publish(service, { code: 'DESIGNED' })).survey).toMatchObject({ status: 'PUBLISHED' });
    const { data } = await service.ask<{
      survey: { surveyJs: { json: string; unfit: object[] }; questions: object[] };
    }>(anonymous, EXPORT, { id: survey!.id });
    expect(data!.survey.questions).toEqual([
      { code: 'overall', showIf: null },
      {
        code: 'why',
        showIf: { match: 'ALL', tests: [{ question: 'overall', operator: 'AT_MOST', options: null, value: 2 }] },
      },
    ]);
    expect(data!.survey.surveyJs.unfit).toEqual([]);
    const { survey: copy, unfit: nothing } = await bring(data!.survey.surveyJs.json);
    expect([copy!.status, nothing]).toEqual(['DRAFT', []]);
  });

  it.each([
    ['no JSON', '{', ['surveyJs']],
    ['no questionnaire', '[]', ['surveyJs']],
    ['a questionnaire without questions', '{}', ['questions']],
  ])('is not made of %s', async (_name, surveyJs, path) => {
    expect(await bring(surveyJs)).toMatchObject({ survey: null, unfit: [], errors: [{ code: 'INVALID_VALUE', path }] });
    expect(await service.count('survey')).toBe(0);
  });

  it('refuses cycles and questions that nobody is asked, with their place, and leaves the draft as it was', async () => {
    const showIf = (question: string) => ({ tests: [{ question, operator: 'ANSWERED' }] });
    const [one, two] = [
      { ...SURVEY.questions[0]!, showIf: showIf('speed') },
      { ...SURVEY.questions[1]!, showIf: showIf('overall') },
    ];
    await save(service, { questions: [one, two] });
    expect((await publish(service)).errors).toMatchObject([
      { path: ['questions', '0', 'showIf'], message: expect.stringContaining('overall → speed → overall') },
    ]);
    const never = { tests: [{ question: 'overall', operator: 'AT_LEAST', value: 6 }] };
    await save(service, { questions: [SURVEY.questions[0], { ...two, showIf: never }] });
    expect((await publish(service)).errors).toMatchObject([{ path: ['questions', '1'] }]);
    expect((await save(service)).survey).toMatchObject({ version: 1, status: 'DRAFT' });
  });

  it('can say when it closes: to the second', async () => {
    await save(service);
    expect((await publish(service, { code: SURVEY.code, closesAt: NOW })).errors).toMatchObject([
      { code: 'INVALID_VALUE', path: ['closesAt'] },
    ]);
    await publish(service, { code: SURVEY.code, closesAt: '2026-11-23T11:00:00+09:00' });
    const [early, late] = [await invite(service), await invite(service)];
    service.clock.set('2026-11-23T10:59:59.999+09:00');
    expect(await submit(service, { invitationId: early })).toMatchObject({ errors: [] });
    service.clock.set('2026-11-23T11:00:00+09:00');
    expect(await submit(service, { invitationId: late })).toMatchObject({ errors: [{ code: 'TOO_LATE' }] });
    const { data } = await service.ask<{ surveys: object[] }>(anonymous, '{ surveys { status closesAt } }');
    expect(data!.surveys).toEqual([{ status: 'CLOSED', closesAt: '2026-11-23T11:00:00+09:00' }]);
  });

  it('ends by closing, once and for good, with its step', async () => {
    const { survey } = await save(service);
    expect(await close(survey!.id)).toMatchObject({ survey: null, errors: [{ code: 'INVALID_STATE' }] });
    await publish(service);
    const invitationId = await invite(service);
    expect(await close(survey!.id)).toMatchObject({
      survey: { status: 'CLOSED', closesAt: NOW, history: [{}, {}, { from: 'PUBLISHED', to: 'CLOSED' }] },
      errors: [],
    });
    expect(await close(survey!.id)).toMatchObject({ survey: null, errors: [{ code: 'ALREADY_DONE' }] });
    expect(await submit(service, { invitationId })).toMatchObject({ errors: [{ code: 'TOO_LATE' }] });
  });

  it('counts what it took while 200 were answering: whoever was thanked is there, whoever was too late is not', async () => {
    await save(service);
    const { survey } = await publish(service);
    const ids: string[] = [];
    for (let n = 0; n < 200; n += 1) ids.push(await invite(service));
    const answers = ids.map(
      (invitationId, n) => async () => submit(service, { invitationId, answers: OVERALL((n % 5) + 1) }),
    );
    const half = answers.slice(0, 100).map((answer) => answer());
    const closing = close(survey!.id);
    const results = await Promise.all([...half, ...answers.slice(100).map((answer) => answer())]);
    expect((await closing).errors).toEqual([]);
    const taken = results.filter(({ errors }) => errors.length === 0).length;
    expect(new Set(results.flatMap(({ errors }) => errors.map(({ code }) => code)))).toEqual(new Set(['TOO_LATE']));
    expect([await service.count('survey_response'), await service.count('survey_used_token')]).toEqual([taken, taken]);
    expect(taken).toBeLessThan(200);
  }, 60_000);

  it.each([
    ['nobody', anonymous, 'UNAUTHENTICATED'],
    ['a citizen', citizen, 'FORBIDDEN'],
    ['a manager', manager, 'FORBIDDEN'],
    ['an auditor', auditor, 'FORBIDDEN'],
  ])('is not closed or imported by %s', async (_name, who, code) => {
    const { survey } = await save(service);
    await publish(service);
    for (const [query, input] of [
      [CLOSE, { surveyId: survey!.id }],
      [IMPORT, { code: 'X1', answerDays: 7, surveyJs: '{}' }],
    ] as const)
      expect((await service.ask(who, query, { input })).errors).toMatchObject([{ extensions: { code } }]);
  });

  it.each(['nonsense', '0198a000-0000-7000-8000-000000000099'])('is not closed for %s', async (surveyId) =>
    expect((await service.ask(admin, CLOSE, { input: { surveyId } })).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]),
  );
});
