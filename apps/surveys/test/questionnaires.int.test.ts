import { admin, anonymous, auditor, citizen, manager, officer, recordGaps } from '@charter/service/testing';
import { createEmptyDatabase, schemaDrift } from '@charter/testkit';
import { DataSource } from 'typeorm';
import { store } from '../src/store/store';
import { PUBLISH, SAVE, SURVEY, type Surveys, empty, openSurveys, publish, save } from './fixtures/surveys';

interface Listed {
  readonly surveys: { readonly version: number; readonly status: string; readonly titleEn: string }[];
}
const LIST = '{ surveys { version status titleEn } }';
const ONE = 'query ($id: ID!) { survey(id: $id) { version audience questions { code } history { from to by } } }';

describe('questionnaires', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(() => empty(service));

  const listed = async (who: object = admin) =>
    (await service.ask<Listed>(who as never, LIST)).data!.surveys.map(({ version, status }) => `${version} ${status}`);
  const one = async (id: string, who: object) =>
    (await service.ask<{ survey: { history: object[] | null } | null }>(who as never, ONE, { id })).data!.survey;

  it('have entities that agree with the migrations, which go down again', async () => {
    expect(await schemaDrift(service.dataSource)).toEqual([]);
    expect(await recordGaps(service.dataSource, store)).toEqual([]);
    const bare = await createEmptyDatabase();
    const dataSource = await new DataSource({
      ...{ type: 'postgres', url: bare.url, migrations: [...store.migrations] as never[] },
    }).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    for (let left = store.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    expect(await dataSource.query(`SELECT to_regclass('survey') AS survey`)).toEqual([{ survey: null }]);
    await dataSource.destroy();
    await bare.drop();
  });

  it('are drafts until they are published, and then new versions', async () => {
    const draft = await save(service);
    expect(await save(service, { titleEn: 'Better' })).toEqual(draft);
    expect(draft).toMatchObject({ survey: { version: 1, status: 'DRAFT' }, errors: [] });
    expect(await listed()).toEqual(['1 DRAFT']);
    expect(await listed(anonymous)).toEqual([]);
    expect((await publish(service)).survey).toMatchObject({ id: draft.survey!.id, status: 'PUBLISHED' });
    expect((await service.ask<Listed>(anonymous, LIST)).data!.surveys[0]!.titleEn).toBe('Better');
    const next = await save(service, { titleEn: 'Newer' });
    expect(next.survey).toMatchObject({ version: 2, status: 'DRAFT' });
    expect((await publish(service, { surveyId: next.survey!.id })).survey).toMatchObject({ status: 'PUBLISHED' });
    expect(await listed()).toEqual(['2 PUBLISHED', '1 REPLACED']);
    expect(await listed(anonymous)).toEqual(['2 PUBLISHED']);
  });

  it('keep their steps, for administrators and auditors', async () => {
    const { survey } = await save(service);
    await save(service);
    await publish(service);
    const steps = [
      [null, 'DRAFT'],
      ['DRAFT', 'DRAFT'],
      ['DRAFT', 'PUBLISHED'],
    ].map(([from, to]) => ({ from, to, by: admin.id }));
    expect((await one(survey!.id, admin))!.history).toEqual(steps);
    expect((await one(survey!.id, auditor))!.history).toEqual(steps);
    expect((await one(survey!.id, citizen))!.history).toBeNull();
  });

  it('are one for an audience, whatever its code', async () => {
    await save(service);
    await publish(service);
    await save(service, { code: 'OTHER' });
    await publish(service, { code: 'OTHER' });
    expect(await listed(anonymous)).toEqual(['1 PUBLISHED']);
    expect(await listed()).toEqual(['1 PUBLISHED', '1 REPLACED']);
  });

  it.each([
    ['questions', `questions = '[]'`],
    ['title', `title_en = 'Other'`],
    ['time to answer', 'answer_days = 15'],
  ])('never change their %s once they are published, by the database itself', async (_name, change) => {
    await save(service);
    await publish(service);
    await expect(service.dataSource.query(`UPDATE "survey" SET ${change}`)).rejects.toThrow('never changes');
  });

  it('are published once when two do it at once', async () => {
    await save(service);
    const { survey } = await save(service);
    const both = await Promise.all([1, 2].map(() => publish(service, { surveyId: survey!.id })));
    expect(both.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'ALREADY_DONE' }]);
  });

  it('are refused with the place of each fault, and nothing is stored', async () => {
    const { survey, errors } = await save(service, {
      answerDays: 0,
      questions: [...SURVEY.questions, { ...SURVEY.questions[2], options: [], textKo: ' ' }],
    });
    expect(survey).toBeNull();
    expect(errors.map(({ code, path }) => [code, path!.join('.')])).toEqual([
      ['INVALID_VALUE', 'answerDays'],
      ['INVALID_VALUE', 'questions.4.options'],
      ['INVALID_VALUE', 'questions.4.code'],
    ]);
    expect(await service.count('survey')).toBe(0);
  });

  it.each([
    ['an anonymous caller', anonymous, 'UNAUTHENTICATED'],
    ['a citizen', citizen, 'FORBIDDEN'],
    ['an officer', officer, 'FORBIDDEN'],
    ['a manager', manager, 'FORBIDDEN'],
    ['an auditor', auditor, 'FORBIDDEN'],
  ])('are not for %s to save or publish', async (_name, who, code) => {
    const { survey } = await save(service);
    for (const [query, input] of [
      [SAVE, SURVEY],
      [PUBLISH, { surveyId: survey!.id }],
    ] as const)
      expect((await service.ask(who, query, { input })).errors).toMatchObject([{ extensions: { code } }]);
    expect(await listed()).toEqual(['1 DRAFT']);
    expect(await one(survey!.id, who)).toBeNull();
  });

  it.each([
    [{ surveyId: 'nonsense' }, 'NOT_FOUND'],
    [{ code: 'NONE' }, 'NOT_FOUND'],
    [{}, 'BAD_USER_INPUT'],
    [{ code: 'NONE', surveyId: '0198a000-0000-7000-8000-000000000099' }, 'BAD_USER_INPUT'],
  ])('are not published for %j', async (input, code) =>
    expect((await service.ask(admin, PUBLISH, { input })).errors).toMatchObject([{ extensions: { code } }]),
  );
});
