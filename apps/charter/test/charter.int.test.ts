import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type TestService,
  admin,
  anonymous,
  citizen,
  inEnglish,
  manager,
  openTestService,
  recordGaps,
} from '@charter/service/testing';
import { schemaDrift, emptyTables } from '@charter/testkit';
import { definition } from '../src/definition';
import { store } from '../src/store/store';

/** The same vectors that the calendar keeps. */
const vectors = JSON.parse(
  readFileSync(join(__dirname, '../../../libs/calendar/test-vectors/deadlines.json'), 'utf8'),
) as { name: string; receivedAt: string; period: object; pauses: object[]; extension: number; dueAt: string }[];

const SAVE =
  'mutation ($input: SaveDepartmentInput!) { saved: saveDepartment(input: $input) { department { code name closedOn successor { code } } errors { code message path } } }';
const DECLARE =
  'mutation ($input: DeclareHolidayInput!) { declared: declareHoliday(input: $input) { holiday { date nameKo declared } errors { code path } } }';
const REVOKE =
  'mutation ($input: RevokeHolidayInput!) { revoked: revokeHoliday(input: $input) { date errors { code } } }';
const roads = { code: 'ROADS', nameKo: '도로안전과', nameEn: 'Road Safety' };

interface Saved {
  saved: {
    department: { code: string; name: string; closedOn: string | null; successor: { code: string } | null } | null;
    errors: { code: string; message: string; path: string[] | null }[];
  };
}

describe('the charter service', () => {
  let charter: TestService<never>;
  beforeAll(async () => {
    charter = (await openTestService(definition)) as never;
  });
  afterAll(() => charter.close());
  beforeEach(() =>
    emptyTables(
      charter.dataSource,
      'department',
      'department_history',
      'holiday_declaration',
      'declared_holiday',
      'idempotency_key',
      'outbox_event',
    ),
  );

  const save = async (input: object, who = admin) =>
    (await charter.ask<Saved>(inEnglish(who), SAVE, { input })).data!.saved;

  it('has entities that agree with the migrations', async () =>
    expect(await schemaDrift(charter.dataSource)).toEqual([]));

  it('has every history table in the record', async () =>
    expect(await recordGaps(charter.dataSource, store)).toEqual([]));

  describe('departments', () => {
    it('are saved by an administrator, told to every service, and kept with their history', async () => {
      expect(await save(roads)).toEqual({
        department: { code: 'ROADS', name: 'Road Safety', closedOn: null, successor: null },
        errors: [],
      });
      await save({ code: 'STREETS', nameKo: '가로과', nameEn: 'Streets' });
      await save({ ...roads, closedOn: '2027-01-01', successorCode: 'STREETS' });
      expect(
        (await charter.told('department.saved.v1')).map(({ code, closedOn, successorCode }) => [
          code,
          closedOn,
          successorCode,
        ]),
      ).toEqual([
        ['ROADS', null, null],
        ['STREETS', null, null],
        ['ROADS', '2027-01-01', 'STREETS'],
      ]);
      const history = await charter.dataSource.query(
        `SELECT "before"->>'closedOn' AS was, "after"->>'closedOn' AS is FROM "department_history" WHERE "code" = 'ROADS' ORDER BY "id"`,
      );
      expect(history).toEqual([
        { was: null, is: null },
        { was: null, is: '2027-01-01' },
      ]);
    });

    it('are refused with the place of the fault, and then nothing is stored or told', async () => {
      const { department, errors } = await save({ ...roads, parentCode: 'NOWHERE' });
      expect(department).toBeNull();
      expect(errors).toMatchObject([
        { code: 'INVALID_VALUE', path: ['parentCode'], message: expect.stringContaining('NOWHERE') },
      ]);
      expect([await charter.count('department'), await charter.count('outbox_event')]).toEqual([0, 0]);
    });

    it.each([
      ['an anonymous caller', anonymous, 'UNAUTHENTICATED'],
      ['a citizen', citizen, 'FORBIDDEN'],
      ['a manager', manager, 'FORBIDDEN'],
    ])('are not for %s to save', async (_name, who, code) => {
      const { data, errors } = await charter.ask<Saved>(who, SAVE, { input: roads });
      expect(errors).toMatchObject([{ extensions: { code } }]);
      expect(data?.saved ?? null).toBeNull();
      expect(await charter.count('department')).toBe(0);
    });

    it('do not close a loop when two changes come at once', async () => {
      await save({ code: 'AA', nameKo: '가', nameEn: 'A' });
      await save({ code: 'BB', nameKo: '나', nameEn: 'B' });
      const both = await Promise.all([
        save({ code: 'AA', nameKo: '가', nameEn: 'A', parentCode: 'BB' }),
        save({ code: 'BB', nameKo: '나', nameEn: 'B', parentCode: 'AA' }),
      ]);
      expect(both.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    });

    it('answer the same key with the same result, and another input with an error', async () => {
      const input = { ...roads, idempotencyKey: 'k1' };
      expect(await save(input)).toEqual(await save(input));
      expect((await charter.told('department.saved.v1')).length).toBe(1);
      const { errors } = await charter.ask(admin, SAVE, { input: { ...input, nameEn: 'Other' } });
      expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    });

    it('cost one statement a level, however many there are', async () => {
      const tree = '{ departments { code parent { code } children { code successor { code } } } }';
      for (const code of ['AA', 'BB', 'CC']) await save({ code, nameKo: code, nameEn: code });
      const few = await charter.statements(() => charter.ask(anonymous, tree));
      for (let n = 0; n < 20; n += 1) await save({ code: `D${n}`, nameKo: '과', nameEn: 'D', parentCode: 'AA' });
      expect(await charter.statements(() => charter.ask(anonymous, tree))).toBeLessThanOrEqual(few + 1);
    });

    it('are found as entities, null where there is none', async () => {
      await save(roads);
      const { data } = await charter.ask<{ _entities: unknown[] }>(
        anonymous,
        '{ _entities(representations: [{ __typename: "Department", code: "ROADS" }, { __typename: "Department", code: "NONE" }]) { ... on Department { nameKo } } }',
      );
      expect(data!._entities).toEqual([{ nameKo: '도로안전과' }, null]);
    });
  });

  describe('holidays', () => {
    beforeEach(() => charter.clock.set('2026-11-23T10:00:00+09:00'));
    const day = { date: '2026-12-24', nameKo: '임시공휴일', nameEn: 'Temporary holiday' };

    it('are declared once, move the preview, and can be taken back', async () => {
      const preview =
        '{ deadlinePreview(receivedAt: "2026-12-21T10:00:00+09:00", period: { unit: DAYS, length: 6 }) { dueAt } }';
      const due = async () =>
        (await charter.ask<{ deadlinePreview: { dueAt: string } }>(anonymous, preview)).data!.deadlinePreview.dueAt;
      const before = await due();
      const both = await Promise.all([
        charter.ask<{ declared: { errors: unknown[] } }>(admin, DECLARE, { input: day }),
        charter.ask<{ declared: { errors: unknown[] } }>(admin, DECLARE, { input: day }),
      ]);
      expect(both.map(({ data }) => data!.declared.errors).sort((a, b) => a.length - b.length)).toMatchObject([
        [],
        [{ code: 'ALREADY_DONE', path: ['date'] }],
      ]);
      expect(await charter.told('holiday.declared.v1')).toEqual([day]);
      expect(await due()).not.toBe(before);
      const { data } = await charter.ask<{ revoked: { date: string } }>(admin, REVOKE, { input: { date: day.date } });
      expect(data!.revoked.date).toBe(day.date);
      expect(await due()).toBe(before);
      expect(await charter.told('holiday.revoked.v1')).toEqual([{ date: day.date }]);
    });

    it('are listed by year, the declared among them', async () => {
      await charter.ask(admin, DECLARE, { input: day });
      const { data } = await charter.ask<{ holidays: { date: string; declared: boolean }[] }>(
        anonymous,
        '{ holidays(year: 2026) { date nameEn declared provisional } }',
      );
      expect(data!.holidays.filter(({ declared }) => declared)).toMatchObject([
        { date: '2026-12-24', nameEn: 'Temporary holiday', provisional: false },
      ]);
    });

    it.each([
      ['a year out of range', '{ holidays(year: 1900) { date } }'],
      ['a year before the five-day week', '{ holidays(year: 2005) { date } }'],
      [
        'a length of nothing',
        '{ deadlinePreview(receivedAt: "2026-12-21T10:00:00+09:00", period: { unit: DAYS, length: 0 }) { dueAt } }',
      ],
      [
        'a moment without an offset',
        '{ deadlinePreview(receivedAt: "2026-12-21T10:00:00", period: { unit: IMMEDIATE }) { dueAt } }',
      ],
      [
        'an extension below zero',
        '{ deadlinePreview(receivedAt: "2026-12-21T10:00:00+09:00", period: { unit: DAYS, length: 3 }, extension: -1) { dueAt } }',
      ],
    ])('refuse %s', async (_name, query) => {
      const { errors } = await charter.ask(anonymous, query);
      expect(errors).toMatchObject([
        { extensions: { code: expect.stringMatching(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/) } },
      ]);
    });
  });

  it('previews every vector, with segments from receipt to the due moment', async () => {
    const query = `query ($receivedAt: DateTime!, $period: ProcessingPeriodInput!, $pauses: [PauseInput!], $extension: Int) {
      deadlinePreview(receivedAt: $receivedAt, period: $period, pauses: $pauses, extension: $extension) { dueAt segments { from to kind article } } }`;
    for (const { name, receivedAt, period, pauses, extension, dueAt } of vectors) {
      const { data } = await charter.ask<{
        deadlinePreview: { dueAt: string; segments: { from: string; to: string }[] };
      }>(anonymous, query, { receivedAt, period, pauses, extension });
      const { segments, ...preview } = data!.deadlinePreview;
      expect([name, preview.dueAt, segments[0]!.from, segments.at(-1)!.to]).toEqual([name, dueAt, receivedAt, dueAt]);
    }
  });

  it('answers nobody who is not signed for', async () => {
    const answer = await fetch(`${charter.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ departments { code } }"}',
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
  });
});
