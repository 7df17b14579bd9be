import { type Someone, admin, auditor, citizen, manager, officer } from '@charter/service/testing';
import { Office } from './fixtures/office';

const SETTINGS = '{ settings { key value standard least most unit savedAt } }';
const SAVE = `mutation ($input: SaveSettingInput!) {
  saveSetting(input: $input) { setting { key value savedAt } errors { code path } } }`;

interface Saved {
  readonly saveSetting: { setting: { value: number } | null; errors: { code: string; path: string[] }[] };
}

describe('the settings', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open('smtp://127.0.0.1:9');
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.reset();
    await office.sql.query('TRUNCATE "setting"');
  });

  const read = async () =>
    (
      await office.service.ask<{ settings: { key: string; value: number; savedAt: string | null }[] }>(
        auditor,
        SETTINGS,
      )
    ).data!.settings;
  const save = async (value: number, reason = '야간 점검', key = 'QUEUE_LATE_AFTER') =>
    (await office.service.ask<Saved>(admin, SAVE, { input: { key, value, reason } })).data!.saveSetting;
  const recorded = async (): Promise<object[]> =>
    office.sql.query(`SELECT person_id, action, details FROM "admin_action" ORDER BY id`);

  it('are as they come until somebody sets them, and hold at once', async () => {
    expect(await read()).toEqual([
      {
        ...{ key: 'QUEUE_LATE_AFTER', value: 60, standard: 60, unit: 'SECONDS' },
        ...{ least: 5, most: 86_400, savedAt: null },
      },
      {
        ...{ key: 'QUEUE_CROWDED_FROM', value: 1_000, standard: 1_000, unit: 'EVENTS' },
        ...{ least: 1, most: 1_000_000, savedAt: null },
      },
    ]);
    expect(await save(120)).toMatchObject({ setting: { key: 'QUEUE_LATE_AFTER', value: 120 }, errors: [] });
    expect((await read()).map(({ value, savedAt }) => [value, savedAt !== null])).toEqual([
      [120, true],
      [1_000, false],
    ]);
  });

  it('keep on record what they were before, who changed them and why', async () => {
    await save(120, ' 야간 점검 ');
    await save(30, '점검 끝');
    const line = { person_id: admin.id, action: 'saveSetting' };
    expect(await recorded()).toEqual([
      { ...line, details: { setting: 'QUEUE_LATE_AFTER', from: 60, to: 120, reason: '야간 점검' } },
      { ...line, details: { setting: 'QUEUE_LATE_AFTER', from: 120, to: 30, reason: '점검 끝' } },
    ]);
  });

  it('are not changed beyond their bounds or without a reason, and nothing is recorded then', async () => {
    expect(await save(4)).toEqual({ setting: null, errors: [{ code: 'INVALID_VALUE', path: ['value'] }] });
    expect(await save(60, ' ')).toEqual({ setting: null, errors: [{ code: 'INVALID_VALUE', path: ['reason'] }] });
    expect(await recorded()).toEqual([]);
  });

  it('changed by several at once are changed one after the other', async () => {
    const values = [10, 20, 30, 40, 50];
    await Promise.all(values.map((value) => save(value)));
    const lines = (await recorded()) as { details: { from: number; to: number } }[];
    expect(lines.map(({ details }) => details.from)).toEqual([
      60,
      ...lines.slice(0, -1).map(({ details }) => details.to),
    ]);
    expect((await read())[0]!.value).toBe(lines.at(-1)!.details.to);
  });

  it('are the administrators’; the auditor reads', async () => {
    const refusedTo = async (who: Someone, query: string, variables = {}) =>
      (await office.service.ask(who, query, variables)).errors?.[0]?.extensions.code;
    const input = { key: 'QUEUE_LATE_AFTER', value: 90, reason: '야간 점검' };
    for (const who of [citizen, officer, manager]) expect(await refusedTo(who, SETTINGS)).toBe('FORBIDDEN');
    for (const who of [citizen, officer, manager, auditor])
      expect(await refusedTo(who, SAVE, { input })).toBe('FORBIDDEN');
    expect(await recorded()).toEqual([]);
  });
});
