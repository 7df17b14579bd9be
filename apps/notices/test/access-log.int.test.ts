import { randomBytes, randomUUID } from 'node:crypto';
import { ACCESS_LOG, type EventPayload } from '@charter/contracts';
import { KeyRotation } from '@charter/personal-data';
import { readPrivacyKeys, seal } from '@charter/privacy';
import { verifyRecord } from '@charter/record';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { emptyTables } from '@charter/testkit';
import { AccessPruningJob } from '../src/jobs/access-pruning.job';
import { sealed } from '../src/store/sealed';
import { store } from '../src/store/store';
import { Office } from './fixtures/office';

const base64 = () => randomBytes(32).toString('base64');
const [k1, k2, lookup] = [base64(), base64(), base64()];
const keysOf = (current: string, keys: object) => JSON.stringify({ current, keys, lookup });
const keys = readPrivacyKeys(keysOf('k1', { k1 }));

const LOG = `query ($filter: AccessLogFilterInput, $first: Int! = 20, $after: String) {
  accessLog(filter: $filter, first: $first, after: $after) { totalCount pageInfo { endCursor } edges { node {
    id readAt purpose kinds subjectType subjectId readerRole readerName readerId department { code } citizen { id } reason operation address } } } }`;
const MONTHS = '{ accessLogMonths { month readings readers reveals reviewedAt reviewedBy remark } }';
const REVIEW = `mutation ($input: ReviewAccessLogInput!) { reviewAccessLog(input: $input) {
  month { month readings remark reviewedBy } errors { code path } } }`;

type Told = EventPayload<'personal-data.read.v1'>;
interface Entry {
  readonly id: string;
  readonly subjectId: string;
  readonly readerId: string | null;
}
interface Log {
  readonly accessLog: {
    totalCount: number;
    pageInfo: { endCursor: string | null };
    edges: { node: Entry }[];
  };
}

describe('the access log', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open('smtp://127.0.0.1:9', { env: { PRIVACY_KEYS: keysOf('k1', { k1 }) } });
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await emptyTables(office.sql, 'access_log', 'access_log_subject', 'access_review');
    await office.reset();
    office.service.clock.set(new Date('2026-11-24T00:00:00Z'));
  });

  const subject = (citizenId: string | null, subjectId = randomUUID()) => ({
    ...{ citizenId, subjectType: 'COMPLAINT' as const, subjectId, kinds: ['NAME' as const, 'PHONE' as const] },
  });
  /** A reading as a service tells of it. */
  const hear = async (changes: Partial<Told> = {}, id?: string): Promise<Told> => {
    const readingId = changes.readingId ?? randomUUID();
    const closed = (column: string, text: string) => seal(keys, { table: ACCESS_LOG, column, row: readingId }, text);
    const told: Told = {
      ...{ readingId, readerId: officer.id, readerRole: 'OFFICER', departmentCode: 'ROADS', purpose: 'HANDLING' },
      ...{ operation: 'complaint', readAt: '2026-11-23T01:00:00.000Z', subjects: [subject(citizen.id)] },
      ...changes,
      reason: changes.reason ? closed('reason', changes.reason) : null,
      address: closed('address', changes.address ?? '203.0.113.7'),
    };
    await office.hear('notices-access', 'personal-data.read.v1', told, id);
    return told;
  };
  const log = async (who: Someone, variables: object = {}) => {
    const { data, errors } = await office.service.ask<Log>(who, LOG, variables);
    if (!data?.accessLog) throw new Error(JSON.stringify(errors));
    return { ...data.accessLog, nodes: data.accessLog.edges.map(({ node }) => node) };
  };

  it('tells citizens who read their data, what, when and why: by department and role, the name masked', async () => {
    const told = await hear({ purpose: 'REVEAL', reason: '동명이인인지 확인하려고 봅니다' });
    await hear({ subjects: [subject(otherCitizen.id)] });
    const { nodes, totalCount } = await log(citizen);
    expect(totalCount).toBe(1);
    expect(nodes).toEqual([
      {
        ...{ id: expect.any(String), readAt: '2026-11-23T10:00:00+09:00', purpose: 'REVEAL', kinds: ['NAME', 'PHONE'] },
        ...{ subjectType: 'COMPLAINT', subjectId: told.subjects[0]!.subjectId, readerRole: 'OFFICER' },
        ...{ readerName: '박*수', department: { code: 'ROADS' }, citizen: { id: citizen.id } },
        ...{ reason: '동명이인인지 확인하려고 봅니다', readerId: null, operation: null, address: null },
      },
    ]);
  });

  it('tells the auditor all, from where too, narrowed as asked, page by page, and never an entry twice', async () => {
    await hear({ subjects: [subject(citizen.id), subject(otherCitizen.id), subject(null)] });
    const other = await hear({
      ...{ readerId: otherOfficer.id, departmentCode: 'WATER', purpose: 'EXPORT', operation: 'exports' },
      ...{ readAt: '2026-11-23T16:00:00.000Z', address: '198.51.100.9' }, // the 24th in Seoul
    });
    const first = await log(auditor, { first: 3 });
    const second = await log(auditor, { first: 3, after: first.pageInfo.endCursor });
    expect([first.nodes.length, second.nodes.length, first.totalCount]).toEqual([3, 1, 4]);
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(4);
    expect(first.nodes[0]).toMatchObject({
      ...{ readerId: otherOfficer.id, operation: 'exports', address: '198.51.100.9', readerName: '최*당' },
    });
    const count = async (filter: object) => (await log(auditor, { filter })).totalCount;
    expect(await count({ citizenId: citizen.id })).toBe(2);
    expect(await count({ readerId: otherOfficer.id })).toBe(1);
    expect(await count({ departmentCode: 'ROADS' })).toBe(3);
    expect(await count({ purpose: ['EXPORT', 'REVEAL'] })).toBe(1);
    expect(await count({ subjectId: other.subjects[0]!.subjectId })).toBe(1);
    expect(await count({ from: '2026-11-24', to: '2026-11-24' })).toBe(1);
    expect(await count({ to: '2026-11-23' })).toBe(3);
  });

  it('holds a reading once, however often it is told', async () => {
    const { subjects } = await hear();
    expect(subjects).toHaveLength(1);
    await expect(hear({ readingId: (await office.sql.query('SELECT id FROM access_log'))[0].id })).rejects.toThrow(
      'duplicate key',
    );
    expect((await log(auditor)).totalCount).toBe(1);
  });

  it('is not opened for anybody else’s data by a filter, nor for who has not signed in', async () => {
    await hear({ subjects: [subject(citizen.id)] });
    for (const who of [otherCitizen, officer, admin])
      expect((await log(who, { filter: { citizenId: citizen.id, readerId: officer.id } })).totalCount).toBe(0);
    expect((await office.service.ask(anonymous, LOG)).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect((await office.service.ask(auditor, LOG, { filter: { readerId: 'x' } })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is looked through month by month by the auditor, once, and says which months wait', async () => {
    await hear({ readAt: '2026-10-31T14:59:00.000Z', purpose: 'REVEAL', reason: '처리 부서를 확인하려고 봅니다' });
    await hear({ readAt: '2026-10-31T15:00:00.000Z' }); // November in Seoul
    await hear({ readAt: '2026-11-02T00:00:00.000Z', readerId: otherOfficer.id });
    const months = async (query = MONTHS) =>
      (await office.service.ask<{ accessLogMonths: object[] }>(auditor, query)).data!.accessLogMonths;
    expect(await months()).toMatchObject([
      { month: '2026-11', readings: 2, readers: 2, reveals: 0, reviewedAt: null },
      { month: '2026-10', readings: 1, readers: 1, reveals: 1, reviewedAt: null },
    ]);
    const review = async (who: Someone, month: string, remark = '이상 없음') =>
      office.service.ask<{ reviewAccessLog: object }>(who, REVIEW, { input: { month, remark } });
    expect((await review(auditor, '2026-10')).data!.reviewAccessLog).toEqual({
      ...{ month: { month: '2026-10', readings: 1, remark: '이상 없음', reviewedBy: auditor.id }, errors: [] },
    });
    for (const [month, code] of [
      ['2026-10', 'ALREADY_DONE'],
      ['2026-11', 'TOO_EARLY'],
    ])
      expect((await review(auditor, month!)).data!.reviewAccessLog).toEqual({
        ...{ month: null, errors: [{ code, path: ['month'] }] },
      });
    expect(await months(MONTHS.replace('Months', 'Months(unreviewedOnly: true)'))).toMatchObject([
      { month: '2026-11' },
    ]);
    for (const who of [citizen, officer, admin]) {
      expect((await review(who, '2026-11')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await office.service.ask(who, MONTHS)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    await expect(office.sql.query('DELETE FROM access_review')).rejects.toThrow('append-only');
  });

  it('stays as it was written for two years, but for the key, and then goes by itself', async () => {
    await hear({ reason: '처리 부서를 확인하려고 봅니다' });
    for (const sql of [
      `UPDATE access_log SET purpose = 'HANDLING', reader_id = gen_random_uuid()`,
      `UPDATE access_log SET reason = NULL`,
      'UPDATE access_log_subject SET citizen_id = NULL',
      'DELETE FROM access_log_subject',
      'DELETE FROM access_log',
      'TRUNCATE access_log CASCADE',
    ])
      await expect(office.sql.query(sql)).rejects.toThrow('append-only');
    const rotation = new KeyRotation({
      ...{ dataSource: office.sql, keys: readPrivacyKeys(keysOf('k2', { k1, k2 })), columns: sealed },
    });
    await rotation.request('admin', new Date());
    while ((await rotation.step()) !== 'NOTHING');
    expect((await rotation.show()).values.map(({ keyId }) => keyId)).toEqual(['k2']);

    const old = new Date(Date.now() - 3 * 366 * 86_400_000).toISOString();
    const young = new Date(Date.now() - 700 * 86_400_000).toISOString();
    const kept = await hear({ readAt: young });
    await hear({ readAt: old, subjects: [subject(citizen.id), subject(otherCitizen.id)] });
    const job = office.service.parts.loops.find((loop): loop is AccessPruningJob => loop instanceof AccessPruningJob)!;
    await job.runOnce();
    const left = (await office.sql.query(`SELECT subject_id FROM access_log_subject WHERE read_at < '2026-01-01'`)) as {
      subject_id: string;
    }[];
    expect(left).toEqual([{ subject_id: kept.subjects[0]!.subjectId }]);
    expect(await office.service.count('access_log')).toBe(2);
    // The record holds through a new key and says what went: a reading of two people is three rows.
    expect(await verifyRecord(office.sql, store.recorded!)).toMatchObject({ removals: 3, broken: 0 });
    await office.sql.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query('DELETE FROM access_log_subject WHERE reading_id = $1', [kept.readingId]);
    });
    expect(await verifyRecord(office.sql, store.recorded!)).toMatchObject({
      ...{ broken: 1, first: { fault: 'REMOVED', table: 'access_log_subject' } },
    });
  });
});
