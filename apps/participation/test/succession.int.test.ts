import { randomUUID } from 'node:crypto';
import { type Someone, admin, anonymous, manager } from '@charter/service/testing';
import { bringTo, openCity, type City } from './fixtures/city';
import { bringContestTo, openContests } from './fixtures/contests';

const MONDAY = new Date('2026-03-09T03:00:00Z');
const heir = { ...manager, id: randomUUID(), department: 'PARKS' } as const satisfies Someone;
const succeed = (city: City, previousDepartmentCode = 'ROADS', departmentCode = 'PARKS') =>
  city.hear('participation-charter', 'department.succeeded.v1', {
    ...{ successionId: randomUUID(), previousDepartmentCode, departmentCode },
    ...{ succeededOn: '2026-03-09', decidedBy: admin.id },
  });

describe('a department that is succeeded', () => {
  it('leaves its open proposals and the opinions it owes, with history; decided ones stay', async () => {
    const city = await openCity(MONDAY);
    const open = [];
    for (const status of [
      'SUBMITTED',
      'UNDER_EXAMINATION',
      'SUPPLEMENT_REQUESTED',
      'EXPERT_REVIEW',
      'ADOPTED',
      'IN_PROGRESS',
    ])
      open.push(await bringTo(city, status));
    const settled = [];
    for (const status of ['NOT_ADOPTED', 'IMPLEMENTED', 'EXCLUDED', 'WITHDRAWN'])
      settled.push(await bringTo(city, status));
    await city.dataSource.query(
      `INSERT INTO "proposal_opinion" ("id", "proposal_id", "department_code", "asked_by", "asked_at")
       VALUES (gen_random_uuid(), $1, 'WATER', $3, now()), (gen_random_uuid(), $2, 'WATER', $3, now()), (gen_random_uuid(), $2, 'PARKS', $3, now())`,
      [open[0], open[1], admin.id],
    );
    await succeed(city);
    await succeed(city);
    await succeed(city, 'WATER');
    const rows = (await city.dataSource.query('SELECT "id", "department_code" AS d FROM "proposal"')) as {
      id: string;
      d: string;
    }[];
    const of = (ids: string[]) => ids.map((id) => rows.find((row) => row.id === id)!.d);
    expect(of(open)).toEqual(open.map(() => 'PARKS'));
    expect(of(settled)).toEqual(settled.map(() => 'ROADS'));
    expect(
      await city.dataSource.query(`SELECT DISTINCT "department_code" AS d FROM "deadline" WHERE "closed_at" IS NULL`),
    ).toEqual([{ d: 'PARKS' }]);
    const timeline = (await city.see(anonymous, open[1]!, 'timeline { step text }'))!['timeline'] as object[];
    expect(timeline.filter((line) => (line as { step: string }).step === 'pass')).toMatchObject([
      { step: 'pass', text: '조직 개편: ROADS → PARKS' },
    ]);
    expect(
      await city.dataSource.query(
        'SELECT "department_code" AS d, count(*)::int AS n FROM "proposal_opinion" GROUP BY 1 ORDER BY 1',
      ),
    ).toEqual([
      { d: 'PARKS', n: 2 },
      { d: 'WATER', n: 1 },
    ]);
    const errors = await city.refused(heir, 'decideProposal', {
      ...{ proposalId: open[1], decision: 'NOT_ADOPTED', reason: '이미 시행하고 있는 사업입니다.' },
    });
    expect(errors).toEqual([]);
    await city.close();
  });

  it('leaves its contests', async () => {
    const city = await openContests(MONDAY);
    const { id } = await bringContestTo(city, 'JUDGING');
    await succeed(city);
    expect(await city.read(anonymous, id, 'timeline { step text }')).toMatchObject({
      timeline: expect.arrayContaining([expect.objectContaining({ step: 'pass', text: '조직 개편: ROADS → PARKS' })]),
    });
    expect(await city.dataSource.query('SELECT "department_code" AS d FROM "contest"')).toEqual([{ d: 'PARKS' }]);
    await city.close();
  });
});
