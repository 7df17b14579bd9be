import { randomBytes, randomUUID } from 'node:crypto';
import type { InvitationRecord } from '@charter/contracts';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { InvitationKey } from '../src/domain/invitations/invitation-key';
import type { Question } from '../src/domain/questionnaires/question';
import { importHistory } from '../src/import-history';
import { store } from '../src/store/store';
import { ResponseEntity, UsedTokenEntity } from '../src/store/answer.entity';
import { InvitationEntity, SurveyEntity } from '../src/store/survey.entity';
import { ToldEntity } from '../src/store/told.entity';

const env = { PRIVACY_KEYS: { current: 'k1', keys: { k1: randomBytes(32) }, lookup: randomBytes(32) } };

const question = (code: string, kind: Question['kind']): Question => ({
  ...{ code, kind, textKo: code, textEn: code, required: kind === 'SCALE_5', options: [] },
});

const record = (over: Partial<InvitationRecord> = {}): InvitationRecord => ({
  ...{ kind: 'invitation', id: randomUUID(), complaintId: randomUUID(), receiptNumber: '2026-500001-3' },
  ...{ citizenId: randomUUID(), departmentCode: 'ROADS', serviceCode: 'ROAD_REPAIR' },
  ...{ invitedAt: '2026-03-10T01:00:00.000Z', expiresAt: '2026-03-24T01:00:00.000Z' },
  response: { at: '2026-03-11T16:00:00.000Z', points: [5, 4], comment: '감사합니다.' },
  ...over,
});

describe('import of invitations', () => {
  let database: TestDatabase;
  const take = (...records: object[]): Promise<void> =>
    importHistory({ env, dataSource: database.dataSource }, records);

  beforeAll(async () => {
    database = await createTestDatabase(store);
    await database.dataSource.manager.insert(SurveyEntity, {
      ...{
        id: randomUUID(),
        code: 'SATISFACTION',
        audience: 'PETITIONER',
        version: 1,
        status: 'PUBLISHED',
        titleKo: '만족도',
        titleEn: 'Satisfaction',
      },
      ...{ answerDays: 14, publishedAt: new Date(), oncePerPerson: true, byToken: true, sections: [], quotas: [] },
      questions: [question('overall', 'SCALE_5'), question('comment', 'TEXT'), question('speed', 'SCALE_5')],
    });
  });
  afterAll(() => database.drop());

  it('keeps who was asked and, apart from it, what was said on which day, once', async () => {
    const answered = record();
    const silent = record({ response: null });
    await take(answered, silent);
    await take(answered, { ...silent, id: randomUUID() });
    const { manager } = database.dataSource;
    expect((await manager.find(InvitationEntity)).map(({ id }) => id).sort()).toEqual([answered.id, silent.id].sort());
    const key = new InvitationKey(env.PRIVACY_KEYS.lookup);
    expect(await manager.find(UsedTokenEntity)).toEqual([
      { mark: key.mark(answered.id), request: null, freshOn: null },
    ]);
    const [response, ...more] = await manager.find(ResponseEntity);
    expect(more).toEqual([]);
    expect(response).toMatchObject({
      ...{ departmentCode: 'ROADS', answeredOn: null, mean: 4.5 },
      answers: [
        { question: 'overall', scale: 5 },
        { question: 'comment', text: '감사합니다.' },
        { question: 'speed', scale: 4 },
      ],
    });
    const said = JSON.stringify(response);
    for (const trace of [answered.id, answered.citizenId, answered.complaintId]) expect(said).not.toContain(trace);
  });

  it('stores nothing of a batch with a fault', async () => {
    const good = record();
    await expect(
      take(good, record({ response: { at: '2026-03-11T16:00:00.000Z', points: [9], comment: null } })),
    ).rejects.toThrow();
    expect(await database.dataSource.manager.countBy(InvitationEntity, { id: good.id })).toBe(0);
  });

  it('is counted again where its month was counted before, and refused where results of it were told', async () => {
    const tables = async (): Promise<number> =>
      Number((await database.dataSource.query('SELECT count(*) AS n FROM "survey_counted_month"'))[0].n);
    const month = '2026-03';
    const [{ id }] = await database.dataSource.query(`SELECT "id" FROM "survey" WHERE "status" = 'PUBLISHED'`);
    await database.dataSource.query('INSERT INTO "survey_counted_month" VALUES ($1, $2)', [id, month]);
    await take(record(), record(), record());
    expect(await tables()).toBe(1);
    await take(record());
    expect(await tables()).toBe(0);
    await database.dataSource.query(`INSERT INTO "survey_shown" VALUES ($1, $2, $2, '{}', '2026-12-01', '')`, [
      id,
      month,
    ]);
    await expect(take(record(), record(), record(), record(), record())).rejects.toThrow('told already');
  });

  it('tells five and more together, in the order of their days, whatever comes first', async () => {
    const at = (day: number): Partial<InvitationRecord> => ({
      departmentCode: 'PARKS',
      response: { at: `2026-04-${10 + day}T03:00:00.000Z`, points: [5, 4], comment: null },
    });
    await take(...[6, 1, 5, 2, 3].map((day) => record(at(day))));
    await take(...[9, 7, 8].map((day) => record(at(day))));
    const { manager } = database.dataSource;
    const days = (await manager.findBy(ResponseEntity, { departmentCode: 'PARKS' })).map(
      ({ answeredOn }) => answeredOn,
    );
    expect(days.toSorted()).toEqual([...Array.from({ length: 5 }, () => '2026-04-16'), null, null, null]);
    await take(...[20, 11].map((day) => record(at(day))));
    expect(await manager.findBy(ToldEntity, { departmentCode: 'PARKS', question: '*mean' })).toMatchObject([
      { toldOn: '2026-04-16', n: 5, sum: 22.5 },
      { toldOn: '2026-04-30', n: 5, sum: 22.5 },
    ]);
  });
});
