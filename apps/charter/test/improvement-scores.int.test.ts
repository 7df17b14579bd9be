import { randomUUID } from 'node:crypto';
import { emptyTables } from '@charter/testkit';
import { type Someone, admin, manager, officer } from '@charter/service/testing';
import { type Charter, MONDAY, openCharter } from './fixtures/improvements';

const SAVE = 'mutation ($input: SaveStandardInput!) { saveStandard(input: $input) { errors { code } } }';
const KINDNESS = {
  ...{ promiseKo: '친절하게 맞이합니다', promiseEn: 'We are kind', measureKo: '만족도', measureEn: 'Satisfaction' },
  ...{ code: 'KINDNESS', category: 'VISIT', measuredBy: 'SURVEY', validFrom: '2026-01-01' },
  target: { direction: 'AT_LEAST', value: 80, unit: 'POINTS' },
};

describe('a standard that a survey has found', () => {
  let charter: Charter;
  beforeAll(async () => {
    charter = await openCharter();
    await save(KINDNESS);
    await save({ ...KINDNESS, code: 'ROADS_KINDNESS', departmentCode: 'ROADS' });
  });
  afterAll(() => charter.close());
  beforeEach(() => emptyTables(charter.dataSource, 'improvement_action', 'outbox_event'));

  async function save(input: object): Promise<void> {
    const { data, errors } = await charter.ask<{ saveStandard: { errors: object[] } }>(admin, SAVE, { input });
    if (errors ?? data!.saveStandard.errors[0]) throw new Error(JSON.stringify(errors ?? data));
  }
  const heard = (changes: object = {}, id?: string): Promise<void> =>
    charter.hear(
      'charter-scores',
      'survey.standard-scored.v1',
      {
        ...{ campaignId: randomUUID(), surveyId: randomUUID(), startedBy: admin.id, departmentCode: 'WATER' },
        ...{
          standardCode: 'KINDNESS',
          method: 'LIKERT_100_OF_5',
          score: 71.25,
          n: 812,
          from: '2026-03-01',
          to: '2026-03-31',
        },
        ...changes,
      },
      id,
    );
  const opened = () => charter.told('improvement.opened.v1');

  it('short of its target gets an improvement action with a date, of the department that asked', async () => {
    await heard();
    const [told, ...more] = await opened();
    expect(more).toEqual([]);
    expect(told).toMatchObject({ departmentCode: 'WATER', officerId: null, citizenId: null, sourceKind: null });
    const head = { ...manager, department: 'WATER' };
    const fields = 'title description status standard { code } deadline { state dueAt }';
    expect(await charter.see(head as never, told!.improvementId, fields)).toEqual({
      ...{ title: '만족도 71.3점, 목표 80점 이상: 친절하게 맞이합니다', status: 'OPEN' },
      ...{
        description: expect.stringContaining('812명'),
        standard: { code: 'KINDNESS' },
        deadline: { state: 'RUNNING', dueAt: '2027-02-23T00:00:00+09:00' },
      },
    });
  });

  it('of one department gets it there, for its head to give to an officer', async () => {
    await heard({ standardCode: 'ROADS_KINDNESS' });
    const [told, ...more] = await opened();
    expect([told, more]).toMatchObject([{ departmentCode: 'ROADS', officerId: null }, []]);
    const { improvementId: id } = told!;
    expect(await charter.see(admin, id, 'officerId department { code } deadline { state }')).toEqual({
      ...{ officerId: null, department: { code: 'ROADS' }, deadline: { state: 'RUNNING' } },
    });
    const ASSIGN = `mutation ($input: AssignImprovementActionInput!) { assignImprovementAction(input: $input) { improvementAction { officerId } errors { code } } }`;
    const assign = async (who: Someone) => {
      const input = { improvementActionId: id, officerId: officer.id };
      const { data, errors } = await charter.ask<{ assignImprovementAction: object }>(who, ASSIGN, { input });
      return data?.assignImprovementAction ?? errors![0]!.extensions.code;
    };
    expect(await assign({ ...manager, department: 'WATER' } as never)).toBe('NOT_FOUND');
    expect(await assign(admin)).toBe('FORBIDDEN');
    expect(await assign(manager)).toEqual({ improvementAction: { officerId: officer.id }, errors: [] });
    expect(await charter.told('improvement.assigned.v1')).toMatchObject([{ officerId: officer.id }]);
  });

  it.each([
    ['that reaches its target', { score: 80 }],
    ['that is measured otherwise', { standardCode: 'CITY_WIDE', score: 1 }],
    ['that there is not', { standardCode: 'NONE' }],
  ])('%s gets none', async (_name, changes) => {
    await heard(changes);
    expect(await opened()).toEqual([]);
  });

  it('of a department that was closed goes to its successor, and of none is a dead letter', async () => {
    await heard({ departmentCode: 'OLD' });
    expect(await opened()).toMatchObject([{ departmentCode: 'ROADS' }]);
    await expect(heard({ departmentCode: 'NOWHERE' })).rejects.toThrow('no department NOWHERE');
    expect(charter.clock.now()).toEqual(MONDAY);
  });
});
