import * as people from '@charter/service/testing';
import type { Answer, Someone } from '@charter/service/testing';
import { WATER_LEAK, openCatalogue } from './fixtures/catalogue';
import { answer, file, send, step } from './fixtures/complaints';
import { GROUNDS, type Objection, appeal, objectionStep, openPermits, rejected } from './fixtures/objections';
import { type Office, openOffice } from './fixtures/office';

const { admin, anonymous, auditor, citizen, colleague, manager, officer, otherCitizen, otherOfficer } = people;
const HOUR = 3_600_000;
const reason = '현장을 다시 확인하였습니다.';

interface Page {
  readonly edges: { readonly node: { readonly id: string; readonly reason: string | null } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}
const LIST = `query ($filter: ObjectionFilterInput, $orderBy: ObjectionOrder! = NEWEST, $first: Int! = 100, $after: String) {
  list: objections(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { node { id reason } } pageInfo { hasNextPage endCursor } totalCount } }`;

const idsOf = ({ data, errors }: Answer<{ list: Page }>): string[] => {
  if (!data) throw new Error(JSON.stringify(errors));
  return data.list.edges.map(({ node }) => node.id);
};
const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;

describe('the register of objections', () => {
  let office: Office;
  let late: Objection; // the citizen's, by the charter, filed long ago
  let byLaw: Objection; // the citizen's, assigned to the colleague
  let theirs: Objection; // another citizen's, upheld
  let water: Objection; // the citizen's, about WATER, withdrawn
  const now = new Date();
  const at = async <T>(hoursAgo: number, work: () => Promise<T>): Promise<T> => {
    office.clock.set(new Date(now.getTime() - hoursAgo * HOUR));
    const done = await work();
    office.clock.set(now);
    return done;
  };
  const list = (who: Someone, filter: object = {}, more: object = {}) =>
    office.ask<{ list: Page }>(who, LIST, { filter, ...more });

  beforeAll(async () => {
    office = await openOffice(now);
    await openCatalogue(office);
    await openPermits(office);
    late = await at(40 * 24, async () => appeal(office, await file(office)));
    byLaw = await at(4, async () => appeal(office, await rejected(office)));
    await objectionStep(office, manager, 'assignObjection', { objectionId: byLaw.id, officerId: colleague.id });
    theirs = await at(3, async () => appeal(office, await rejected(office, {}, otherCitizen), {}, otherCitizen));
    await objectionStep(office, manager, 'decideAppeal', { objectionId: theirs.id, upheld: true, reason });
    water = await at(2, async () => appeal(office, await file(office, { serviceCode: WATER_LEAK.code })));
    await objectionStep(office, citizen, 'withdrawObjection', { objectionId: water.id });
  });
  afterAll(() => office.close());

  it('shows citizens their own, staff their department’s, and the auditor all', async () => {
    expect(idsOf(await list(citizen))).toEqual([water.id, byLaw.id, late.id]);
    expect(idsOf(await list(otherCitizen))).toEqual([theirs.id]);
    for (const who of [officer, manager]) expect(idsOf(await list(who))).toEqual([theirs.id, byLaw.id, late.id]);
    expect(idsOf(await list(otherOfficer))).toEqual([water.id]);
    expect(idsOf(await list(auditor))).toEqual([water.id, theirs.id, byLaw.id, late.id]);
  });

  it.each([
    ['administrators', admin, 'FORBIDDEN'],
    ['anonymous callers', anonymous, 'UNAUTHENTICATED'],
  ])('shows %s none, neither the register nor one', async (_name, who, code) => {
    expect(codeOf(await list(who))).toBe(code);
    expect(codeOf(await office.ask(who, `{ objection(id: "${late.id}") { id } }`))).toBe(code);
  });

  it('keeps the citizen’s words from the auditor', async () => {
    const reasons = async (who: Someone) => new Set((await list(who)).data!.list.edges.map(({ node }) => node.reason));
    expect(await reasons(auditor)).toEqual(new Set([null]));
    expect(await reasons(manager)).toEqual(new Set([GROUNDS]));
    expect(await reasons(citizen)).toEqual(new Set([GROUNDS]));
    const query = `{ objection(id: "${late.id}") { status reason complaint { petitioner { name } } department { code } } }`;
    expect((await office.ask<object>(auditor, query)).data).toMatchObject({
      objection: { reason: null, complaint: { petitioner: { name: '홍*동' } }, department: { code: 'ROADS' } },
    });
  });

  it('is narrowed by status, basis, complaint, person, lateness, department and time', async () => {
    const narrowed = async (filter: object, who: Someone = auditor) => idsOf(await list(who, filter));
    expect(await narrowed({ status: ['UPHELD', 'WITHDRAWN'] })).toEqual([water.id, theirs.id]);
    expect(await narrowed({ basis: 'STATUTORY' })).toEqual([theirs.id, byLaw.id]);
    expect(await narrowed({ overdue: true })).toEqual([late.id]);
    expect(await narrowed({ overdue: false })).toEqual([water.id, theirs.id, byLaw.id]);
    expect(await narrowed({ mine: true }, colleague)).toEqual([byLaw.id]);
    expect(await narrowed({ departmentCode: 'WATER' })).toEqual([water.id]);
    const filedFrom = new Date(now.getTime() - 3.5 * HOUR).toISOString();
    expect(await narrowed({ filedFrom })).toEqual([water.id, theirs.id]);
    expect(await narrowed({ filedTo: filedFrom })).toEqual([byLaw.id, late.id]);
    const { data } = await office.ask<{ objection: { complaint: { id: string } } }>(
      manager,
      `{ objection(id: "${late.id}") { complaint { id } } }`,
    );
    expect(await narrowed({ complaintId: data!.objection.complaint.id })).toEqual([late.id]);
    expect(codeOf(await list(auditor, { complaintId: 'no-id' }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await list(officer, { departmentCode: 'WATER' }))).toBe('FORBIDDEN');
  });

  it.each(['NEWEST', 'NEAREST_DEADLINE'])('turns its pages by %s, each objection once', async (orderBy) => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Page = (await list(auditor, {}, { first: 1, after, orderBy })).data!.list;
      seen.push(...page.edges.map(({ node }) => node.id));
      expect(page.totalCount).toBe(4);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(idsOf(await list(auditor, {}, { orderBy })));
    expect(new Set(seen).size).toBe(4);
    if (orderBy === 'NEAREST_DEADLINE') expect(seen[0]).toBe(late.id);
  });

  it('knows no cursor of another list', async () => {
    const { pageInfo } = (await list(auditor, {}, { first: 1 })).data!.list;
    const other = { after: pageInfo.endCursor, orderBy: 'NEAREST_DEADLINE' };
    expect(codeOf(await list(auditor, {}, other))).toBe('BAD_USER_INPUT');
  });

  it('shows the objections to a complaint to whoever may see it', async () => {
    const query = `query ($id: ID!) { objection(id: $id) { complaint { objections { id overdue overdueAt } } } }`;
    for (const who of [citizen, officer, auditor]) {
      expect((await office.ask<object>(who, query, { id: late.id })).data).toMatchObject({
        objection: { complaint: { objections: [{ id: late.id, overdue: true, overdueAt: late.deadline.dueAt }] } },
      });
    }
  });

  it('reads however many rows in the same number of statements', async () => {
    const query = `query ($first: Int!) { objections(first: $first) { edges { node {
      id reason remedies deadline { dueAt history { change } } overdue timeline { text }
      complaint { id title objections { id timeline { text } deadline { state } } } department { code } } } } }`;
    const count = (first: number) => office.statements(() => office.ask(auditor, query, { first }));
    const one = await count(1);
    expect(await count(4)).toBe(one);
    expect(one).toBeLessThanOrEqual(12);
  });

  it.each([
    ['of a department', `department_code = 'ROADS'`, 'objection_of_department'],
    ['of a citizen', `citizen_id = '${citizen.id}'`, 'objection_of_citizen'],
    ['of all', 'true', 'objection_newest'],
  ])('finds the pages %s in an index, however full the register is', (_whose, where, index) =>
    office.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      const page = `SELECT id FROM objection WHERE ${where} ORDER BY filed_at DESC, id DESC LIMIT 21`;
      const plan = JSON.stringify(await tx.query(`EXPLAIN ${page}`));
      expect(plan).toContain(index);
      expect(plan).not.toContain('Sort');
    }),
  );

  describe('figures', () => {
    const FIGURES = 'filed decided upheld withdrawn open openLate upheldRate onTimeRate';
    const day = (moment: Date) => new Date(moment.getTime() + 9 * HOUR).toISOString().slice(0, 10);
    const figures = async (code: string, from: string, to: string, who: Someone = anonymous) => {
      const { data, errors } = await office.ask<{ _entities: [{ objectionPerformance: object }] }>(
        who,
        `query ($rows: [_Any!]!, $period: PeriodInput!) {
           _entities(representations: $rows) { ... on Department { objectionPerformance(period: $period) { ${FIGURES} } } } }`,
        { rows: [{ __typename: 'Department', code }], period: { from, to } },
      );
      if (!data) throw new Error(JSON.stringify(errors));
      return data._entities[0].objectionPerformance;
    };

    it('count the objections filed in a period, and rate them with the open late ones', async () => {
      const [from, to] = [day(new Date(now.getTime() - 50 * 24 * HOUR)), day(now)];
      expect(await figures('ROADS', from, to)).toEqual({
        ...{ filed: 3, decided: 1, upheld: 1, withdrawn: 0, open: 2, openLate: 1 },
        // One decided in time; one is open and late, so that the rate is a half.
        ...{ upheldRate: 1, onTimeRate: 0.5 },
      });
      expect(await figures('WATER', from, to)).toEqual({
        ...{ filed: 1, decided: 0, upheld: 0, withdrawn: 1, open: 0, openLate: 0 },
        ...{ upheldRate: null, onTimeRate: null },
      });
      const longAgo = day(new Date(now.getTime() - 40 * 24 * HOUR));
      expect(await figures('ROADS', longAgo, longAgo)).toMatchObject({ filed: 1, openLate: 1, onTimeRate: 0 });
    });

    it('of all departments take one statement', async () => {
      const rows = ['ROADS', 'WATER', 'PARKS'].map((code) => ({ __typename: 'Department', code }));
      const ask = (some: object[]) => () =>
        office.ask(
          anonymous,
          `query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Department {
             objectionPerformance(period: { from: "2026-01-01", to: "2026-12-31" }) { filed } } } }`,
          { rows: some },
        );
      expect(await office.statements(ask(rows))).toBe(await office.statements(ask(rows.slice(0, 1))));
    });
  });

  describe('the charter’s period for deciding', () => {
    const SAVE = `mutation ($input: SaveObjectionRuleInput!) {
      saveObjectionRule(input: $input) { rule { validFrom period { unit length } longestExtension } errors { code path } } }`;
    const saved = (input: object, who: Someone = admin) =>
      office.ask<{ saveObjectionRule: { rule: object | null; errors: object[] } }>(who, SAVE, { input });

    it('is data with a first day: what was filed before keeps its date', async () => {
      office.clock.set('2026-11-23T10:00:00+09:00');
      const before = await appeal(office, await answer(office, await file(office)));
      const weeks = { validFrom: '2026-11-25', period: { unit: 'DAYS', length: 3 }, longestExtension: 0 };
      expect((await saved(weeks)).data!.saveObjectionRule).toMatchObject({ rule: weeks, errors: [] });
      office.clock.set('2026-11-24T10:00:00+09:00');
      const onTheEve = await appeal(office, await answer(office, await file(office)));
      office.clock.set('2026-11-25T10:00:00+09:00');
      const after = await appeal(office, await answer(office, await file(office)));
      expect([before, onTheEve, after].map(({ deadline }) => deadline.dueAt)).toEqual([
        ...['2026-12-02T00:00:00+09:00', '2026-12-03T00:00:00+09:00', '2026-11-30T10:00:00+09:00'],
      ]);
      const longer = { objectionId: after.id, length: 1, reason };
      await expect(objectionStep(office, manager, 'extendObjection', longer)).rejects.toThrow('INVALID_VALUE');
      office.clock.set(now);
    });

    it('says the last word of a day, and is read by anybody', async () => {
      office.clock.set('2026-11-25T11:00:00+09:00');
      const again = { validFrom: '2026-11-25', period: { unit: 'DAYS', length: 4 }, longestExtension: 2 };
      await saved(again);
      const { data } = await office.ask<{ objectionRules: object[] }>(
        anonymous,
        '{ objectionRules { validFrom period { unit length } longestExtension } }',
      );
      expect(data!.objectionRules).toEqual([
        again,
        { validFrom: '2006-01-01', period: { unit: 'DAYS', length: 7 }, longestExtension: 7 },
      ]);
      const objection = await appeal(office, await step(office, citizen, 'withdrawComplaint', await file(office)));
      expect(objection.deadline.dueAt).toBe('2026-12-01T11:00:00+09:00');
      office.clock.set(now);
    });

    it.each([
      [{ validFrom: '2020-01-01', period: { unit: 'DAYS', length: 3 } }, 'TOO_LATE', ['validFrom']],
      [{ validFrom: '2030-01-01', period: { unit: 'DAYS', length: 0 } }, 'INVALID_VALUE', ['period', 'length']],
    ])('refuses %j', async (input, code, path) =>
      expect((await saved(input)).data!.saveObjectionRule).toEqual({ rule: null, errors: [{ code, path }] }),
    );

    it.each([
      ['a manager', manager],
      ['an auditor', auditor],
      ['a citizen', citizen],
    ])('is not set by %s', async (_name, who) => {
      const input = { validFrom: '2030-01-01', period: { unit: 'DAYS', length: 3 } };
      expect(codeOf(await saved(input, who))).toBe('FORBIDDEN');
    });
  });

  it('stays with the department whose handling it is about when the complaint moves on', async () => {
    const filed = await file(office);
    const objection = await appeal(office, filed);
    await send(office, officer, 'transferComplaint', { complaintId: filed.id, departmentCode: 'WATER', reason });
    const query = `query ($id: ID!) { objection(id: $id) { id complaint { id } } }`;
    const seen = async (who: Someone) => (await office.ask<object>(who, query, { id: objection.id })).data;
    expect(await seen(manager)).toEqual({ objection: { id: objection.id, complaint: null } });
    expect(await seen(otherOfficer)).toEqual({ objection: null });
    const input = { objectionId: objection.id, upheld: true, reason };
    expect((await objectionStep(office, manager, 'decideAppeal', input)).status).toBe('UPHELD');
  });
});
