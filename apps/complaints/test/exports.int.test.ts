import { randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { here } from '@charter/attachments/testing';
import { privacyKeys } from '@charter/privacy';
import { readCsv } from '../src/domain/csv/read';
import { PetitionerEntity } from '../src/store/complaint.entity';
import { Petitioners } from '../src/store/petitioners';
import { openCatalogue } from './fixtures/catalogue';
import { answer, file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import * as people from '@charter/service/testing';

const { admin, anonymous, auditor, citizen, inEnglish, manager, officer, otherCitizen, otherOfficer } = people;
const NOW = new Date('2026-11-23T10:00:00+09:00');
const REQUEST = `mutation ($input: RequestComplaintExportInput!) { result: requestComplaintExport(input: $input) {
  exportId downloadUrl expiresAt } }`;
const RECORD = `{ list: complaintExports { edges { node { id requestedBy departmentCode filter masked startedAt finishedAt rows } } } }`;
const MANY = 20_000;

interface Asked {
  readonly exportId: string;
  readonly downloadUrl: string;
  readonly expiresAt: string;
}
interface Line {
  readonly id: string;
  readonly rows: number | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

describe('a list of complaints as CSV', () => {
  let office: Office;
  let petitioners: Petitioners;
  beforeAll(async () => {
    const key = () => randomBytes(32).toString('base64');
    const keys = JSON.stringify({ current: 'k1', keys: { k1: key() }, lookup: key() });
    petitioners = new Petitioners(privacyKeys.parse(JSON.parse(keys)));
    office = await openOffice(NOW, { PRIVACY_KEYS: keys });
    await openCatalogue(office);
    await file(office, { title: '=HYPERLINK("http://evil.example")' });
    await answer(office, await file(office, { title: '가로등, 그리고 "보도"' }));
    await file(office, { petitioner: { name: '김서연', phone: '010-9876-5432' } }, otherCitizen);
    await file(office, { serviceCode: 'WATER_LEAK', title: '누수' });
  });
  afterAll(() => office.close());
  beforeEach(() => office.clock.set(NOW));

  const ask = (who: people.Someone, filter?: object) =>
    office.ask<{ result: Asked }>(who, REQUEST, { input: { filter } });
  const asked = async (who: people.Someone, filter?: object): Promise<Asked> => {
    const { data, errors } = await ask(who, filter);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.result;
  };
  const fetched = async (
    who: people.Someone,
    filter?: object,
  ): Promise<{ text: string; rows: Record<string, string>[] }> => {
    const answered = await fetch(here(office, (await asked(who, filter)).downloadUrl));
    const bytes = Buffer.from(await answered.arrayBuffer());
    expect([answered.status, [...bytes.subarray(0, 3)]]).toEqual([200, [0xef, 0xbb, 0xbf]]);
    const text = bytes.toString('utf8');
    const [head, ...records] = [...readCsv(text)].map(({ cells }) => cells);
    return {
      text,
      rows: records.map((cells) => Object.fromEntries(cells.map((cell, index) => [head![index]!, cell]))),
    };
  };
  const statusOf = async (url: string, method = 'GET'): Promise<number> => {
    const answered = await fetch(url, { method });
    await answered.arrayBuffer();
    return answered.status;
  };
  const record = async (who: people.Someone): Promise<Line[]> =>
    (await office.ask<{ list: { edges: { node: Line }[] } }>(who, RECORD)).data!.list.edges.map(({ node }) => node);

  it('has what the officer’s department has, in full, newest first, and no formula', async () => {
    const { text, rows } = await fetched(officer);
    expect(rows.map((row) => [row['제목'], row['민원인'], row['전화번호'], row['처리 상태']])).toEqual([
      [expect.any(String), expect.any(String), expect.any(String), expect.any(String)],
      [expect.any(String), expect.any(String), expect.any(String), expect.any(String)],
      [expect.any(String), expect.any(String), expect.any(String), expect.any(String)],
    ]);
    expect(rows.map((row) => row['전화번호']).sort()).toEqual(['01012345678', '01012345678', '01098765432']);
    expect(rows.map((row) => row['제목'])).toEqual(
      expect.arrayContaining(['=HYPERLINK("http://evil.example")', '가로등, 그리고 "보도"']),
    );
    expect(text).toContain(`"'=HYPERLINK(""http`);
    expect(rows.find((row) => row['처리 상태'] === '답변 완료')).toMatchObject({
      ...{
        접수일시: '2026-11-23 10:00',
        민원사무: '도로 파손 보수',
        '처리 부서': '도로안전과',
        종결일시: '2026-11-23 10:00',
      },
      ...{ '법정 처리기한': '2026-12-02 00:00', '단축 처리기한': '2026-11-30 10:00', '법정기한 지연': '아니오' },
    });
    expect((await fetched(otherOfficer)).rows.map((row) => row['제목'])).toEqual(['누수']);
  });

  it('masks names and contacts for the auditor, who has all, in English when asked so', async () => {
    const { rows, text } = await fetched(inEnglish(auditor), { departmentCode: 'ROADS', status: ['RECEIVED'] });
    expect(rows).toHaveLength(2);
    expect(rows.find(({ Petitioner }) => Petitioner === '김*연')).toMatchObject({
      Phone: '010-****-5432',
      Status: 'received',
    });
    expect(text).not.toMatch(/홍길동|김서연|01012345678|gildong@/);
    expect((await fetched(auditor)).rows).toHaveLength(4);
  });

  it('says which ones are late', async () => {
    office.clock.set(new Date('2026-12-01T09:00:00+09:00'));
    const { rows } = await fetched(officer, { status: ['RECEIVED'] });
    expect(rows.map((row) => [row['법정기한 지연'], row['단축기한 지연']])).toEqual([
      ['아니오', '예'],
      ['아니오', '예'],
    ]);
  });

  it('is fetched once, within five minutes, by an address that nobody has changed', async () => {
    const { downloadUrl, expiresAt } = await asked(officer);
    expect(expiresAt).toBe('2026-11-23T10:05:00+09:00');
    const url = here(office, downloadUrl);
    const edited = url.replace(/until=\d+/, 'until=9999999999');
    const other = url.replace(/exports\/[^?]+/, 'exports/00000000-0000-4000-8000-000000000000');
    for (const wrong of [edited, other, url.split('?')[0]!, url.replace('/exports/', '/attachments/')])
      expect(await statusOf(wrong)).toBe(403);
    expect(await statusOf(url, 'HEAD')).toBe(404);
    expect((await Promise.all([statusOf(url), statusOf(url)])).sort()).toEqual([200, 403]);
    const late = await asked(officer);
    office.clock.set(new Date('2026-11-23T10:05:00+09:00'));
    expect(await statusOf(here(office, late.downloadUrl))).toBe(403);
  });

  it('is put on record: who, when, which ones, how many', async () => {
    const filter = { serviceCode: 'ROAD_REPAIR', receivedFrom: '2026-11-23T00:00:00+09:00' };
    const { exportId, downloadUrl } = await asked(manager, filter);
    await statusOf(here(office, downloadUrl));
    const unfetched = await asked(auditor);
    const lines = await record(auditor);
    const line = (id: string) => lines.find((each) => each.id === id);
    expect(line(unfetched.exportId)).toMatchObject({ rows: null, startedAt: null, masked: true });
    expect(line(exportId)).toMatchObject({
      ...{ requestedBy: manager.id, departmentCode: 'ROADS', masked: false, rows: 3 },
      ...{ startedAt: '2026-11-23T10:00:00+09:00', finishedAt: '2026-11-23T10:00:00+09:00' },
      filter: expect.stringContaining('"serviceCode":"ROAD_REPAIR"'),
    });
    const ours = await record(manager);
    expect(ours.map(({ id }) => id)).not.toContain(unfetched.exportId);
    expect((await office.ask(officer, RECORD)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each<[string, people.Someone, object | undefined, string]>([
    ['anonymous callers', anonymous, undefined, 'UNAUTHENTICATED'],
    ['citizens', citizen, undefined, 'FORBIDDEN'],
    ['administrators', admin, undefined, 'FORBIDDEN'],
    ['officers of no department', { ...officer, department: undefined }, undefined, 'FORBIDDEN'],
    ['another department’s', officer, { departmentCode: 'WATER' }, 'FORBIDDEN'],
  ])('is not for %s', async (_name, who, filter, code) => {
    expect((await ask(who, filter)).errors).toMatchObject([{ extensions: { code } }]);
  });

  describe(`of ${MANY} complaints`, () => {
    beforeAll(async () => {
      const columns: { column_name: string }[] = await office.dataSource.query(
        `SELECT column_name FROM information_schema.columns WHERE table_name = 'complaint' AND is_generated = 'NEVER'`,
      );
      const fresh: Record<string, string> = {
        id: 'gen_random_uuid()',
        receipt_number: `'many-' || n`,
        received_at: `received_at - n * interval '1 minute'`,
      };
      const names = columns.map(({ column_name }) => column_name);
      const ids: { id: string }[] = await office.dataSource.query(
        `INSERT INTO complaint (${names.map((name) => `"${name}"`).join(', ')})
         SELECT ${names.map((name) => fresh[name] ?? `"${name}"`).join(', ')}
         FROM (SELECT * FROM complaint WHERE service_code = 'WATER_LEAK' LIMIT 1) c, generate_series(1, ${MANY}) n RETURNING id`,
      );
      const person = { name: '이많음', phone: '01011112222', email: null };
      for (let at = 0; at < MANY; at += 1_000)
        await office.dataSource.manager.insert(
          PetitionerEntity,
          ids.slice(at, at + 1_000).map(({ id }) => petitioners.seal(id, person, 'ko')),
        );
    }, 60_000);

    it('is read in batches while it is sent, with few statements each', async () => {
      const { downloadUrl, exportId } = await asked(otherOfficer);
      let [pieces, largest, lines, tail] = [0, 0, 0, ''];
      const statements = await office.statements(async () => {
        const answered = await fetch(here(office, downloadUrl));
        for await (const piece of answered.body!.pipeThrough(new TextDecoderStream())) {
          pieces += 1;
          largest = Math.max(largest, piece.length);
          lines += piece.split('\r\n').length - 1;
          tail = piece;
        }
      });
      expect([lines, tail.endsWith('\r\n')]).toEqual([MANY + 2, true]);
      expect(pieces).toBeGreaterThan(MANY / 100 / 2);
      expect(largest).toBeLessThan(200_000);
      expect(statements).toBeLessThan((MANY / 100) * 5 + 10);
      const line = (await record(auditor)).find(({ id }) => id === exportId);
      expect(line).toMatchObject({ rows: MANY + 1, finishedAt: expect.any(String) });
    }, 60_000);

    it('stops reading when the client goes away, and says how far it came', async () => {
      const { downloadUrl, exportId } = await asked(otherOfficer);
      await new Promise<void>((resolve, reject) => {
        const sent = get(here(office, downloadUrl), { agent: false }, (answered) => {
          answered.once('data', () => resolve(void sent.destroy()));
        });
        sent.once('error', reject);
      });
      let line: Line | undefined;
      for (let tries = 0; tries < 100 && !line?.rows; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        line = (await record(auditor)).find(({ id }) => id === exportId);
      }
      expect(line).toMatchObject({ finishedAt: null });
      expect(line!.rows).toBeLessThan(MANY / 2);
    });
  });
});
