import { emptyTables } from '@charter/testkit';
import { openCatalogue } from './fixtures/catalogue';
import { answer, file, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { multiply, plansOf } from './fixtures/plans';
import { anonymous, officer, otherOfficer } from '@charter/service/testing';

interface Published {
  readonly title: string;
  readonly body: string;
  readonly answer: string;
  readonly petitioner: string;
  readonly department: { code: string };
  readonly serviceItem: { code: string };
}

describe('published complaints', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(() => emptyTables(office.dataSource, 'complaint'));

  const FIELDS = 'title body answer petitioner kind receivedAt answeredAt department { code } serviceItem { code }';
  const read = async (filter: object = {}, first = 20): Promise<Published[]> => {
    const { data, errors } = await office.ask<{ publicComplaints: { edges: { node: Published }[] } }>(
      anonymous,
      `query ($filter: PublicComplaintFilterInput, $first: Int!) {
        publicComplaints(filter: $filter, first: $first) { edges { node { ${FIELDS} } } } }`,
      { filter, first },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data!.publicComplaints.edges.map(({ node }) => node);
  };
  const agreed = { visibility: 'PUBLIC_MASKED' };

  it('are the answered ones whose citizens agreed, masked; nobody’s name, phone or mail is in them', async () => {
    const filed = await file(office, {
      ...agreed,
      title: '홍길동입니다. 도로에 구멍이 있습니다',
      body: '저 홍길동에게 010-1234-5678이나 gildong@example.kr로 연락 주십시오.',
    });
    await step(office, officer, 'answerComplaint', filed, { answer: '홍길동 님, 010-1234-5678로 연락드렸습니다.' });
    const [found] = await read();
    expect(found).toMatchObject({
      ...{ petitioner: '홍*동', department: { code: 'ROADS' }, serviceItem: { code: 'ROAD_REPAIR' } },
      title: '홍*동입니다. 도로에 구멍이 있습니다',
    });
    for (const secret of ['홍길동', '1234-5678', 'gildong@']) expect(JSON.stringify(found)).not.toContain(secret);
  });

  it('are not those that are private, open, refused or withdrawn', async () => {
    await answer(office, await file(office));
    await file(office, agreed);
    await step(office, officer, 'rejectComplaint', await file(office, agreed), { reason: '사유지입니다.' });
    expect(await read()).toEqual([]);
  });

  it('are narrowed by department, service and day, the answered last first', async () => {
    const first = await file(office, { ...agreed, title: '먼저' });
    await answer(office, first);
    const water = await file(office, { ...agreed, serviceCode: 'WATER_LEAK', title: '나중' });
    office.clock.set(new Date(Date.now() + 60_000));
    await answer(office, water, otherOfficer);
    office.clock.set(new Date());
    const titles = async (filter: object) => (await read(filter)).map(({ title }) => title);
    expect(await titles({})).toEqual(['나중', '먼저']);
    expect(await titles({ departmentCode: 'ROADS' })).toEqual(['먼저']);
    expect(await titles({ serviceCode: 'WATER_LEAK' })).toEqual(['나중']);
    expect(await titles({ from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
  });

  it('are searched in whatever form the words stand, over a year from an index', async () => {
    const pothole = await file(office, { ...agreed, title: '도로에 구멍이 생겼어요', body: '차가 덜컹거립니다.' });
    const lamp = await file(office, { ...agreed, title: '가로등이 꺼졌습니다', body: '골목이 어둡습니다.' });
    for (const each of [pothole, lamp]) await answer(office, each);
    const titles = async (search: string) => (await read({ search })).map(({ title }) => title);
    expect(await titles('도로구멍')).toEqual(['도로에 구멍이 생겼어요']);
    expect(await titles('구멍을')).toEqual(['도로에 구멍이 생겼어요']);
    expect(await titles('가로등')).toEqual(['가로등이 꺼졌습니다']);
    expect(await titles('수도')).toEqual([]);
    expect(await titles('?!')).toEqual([]);
    // Nobody finds out by a search whose complaint it was.
    await answer(office, await file(office, { ...agreed, title: '홍길동의 민원', body: '홍길동입니다.' }));
    expect(await titles('홍길동')).toEqual([]);
    // A year of others, each with as many terms as a letter has.
    await multiply(office, lamp.id, 20_000);
    await office.dataSource.query(
      `INSERT INTO complaint_search
       SELECT c.id, c.service_code, c.department_code, true, c.answered_at, 1,
         array_to_tsvector(ARRAY(SELECT DISTINCT 'w' || abs(hashtext(c.id::text || k)) % 5000 FROM generate_series(1, 60) k))
       FROM complaint c WHERE NOT EXISTS (SELECT 1 FROM complaint_search s WHERE s.complaint_id = c.id)`,
    );
    await office.dataSource.query('VACUUM ANALYZE complaint_search, complaint');
    const nodes = await plansOf(office, /PUBLIC_MASKED/, () =>
      office.ask(anonymous, '{ publicComplaints(filter: { search: "구멍" }, first: 20) { edges { node { id } } } }'),
    );
    expect(nodes.map((node) => node['Index Name']).join()).toMatch(/complaint_search_(public|terms)/);
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });

  it('cost as many statements for fifty as for five, and come from an index over a year', async () => {
    const filed = await file(office, agreed);
    await answer(office, filed);
    const closed = await file(office);
    await answer(office, closed);
    await multiply(office, closed.id, 20_000);
    await multiply(office, filed.id, 60);
    await office.dataSource.query(
      `INSERT INTO petitioner SELECT (jsonb_populate_record(p, jsonb_build_object('complaint_id', c.id))).*
       FROM complaint c, petitioner p WHERE p.complaint_id = $1 AND c.visibility = 'PUBLIC_MASKED' AND c.id <> $1`,
      [filed.id],
    );
    await office.dataSource.query('ANALYZE');
    const nodes = await plansOf(office, /PUBLIC_MASKED/, () =>
      office.ask(anonymous, '{ publicComplaints(first: 20) { edges { node { id } } } }'),
    );
    expect(nodes.map((node) => node['Index Name'])).toContain('complaint_published');
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });
});
