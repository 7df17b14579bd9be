import { randomUUID } from 'node:crypto';
import { admin, auditor, manager } from '@charter/service/testing';
import { approve, claimThatIs } from './fixtures/claims';
import { MISSED, empty, openCompensation, saveRule, setBudget } from './fixtures/compensation';

it('a department that is succeeded leaves the claims that nobody has decided, and pays those that it granted', async () => {
  const service = await openCompensation();
  await empty(service);
  service.clock.set(MISSED);
  await saveRule(service);
  for (const departmentCode of ['ROADS', 'STREETS']) await setBudget(service, 1_000_000, { departmentCode });
  const [opened, reviewed, objected] = [
    await claimThatIs(service, 'OPENED'),
    await claimThatIs(service, 'REVIEWED'),
    await claimThatIs(service, 'OBJECTED'),
  ];
  const [approved, refused] = [await claimThatIs(service, 'APPROVED'), await claimThatIs(service, 'REFUSED')];
  const succeeded = {
    ...{ successionId: randomUUID(), previousDepartmentCode: 'ROADS', departmentCode: 'STREETS' },
    ...{ succeededOn: '2026-12-01', decidedBy: admin.id },
  };
  for (let times = 0; times < 2; times += 1)
    await service.hear('compensation-charter', 'department.succeeded.v1', succeeded);
  const departmentOf = async (id: string) =>
    (await service.dataSource.query('SELECT "department_code" AS d FROM "compensation_claim" WHERE "id" = $1', [id]))[0]
      .d;
  expect(await Promise.all([opened, reviewed, objected, approved, refused].map(departmentOf))).toEqual([
    ...['STREETS', 'STREETS', 'STREETS', 'ROADS', 'ROADS'],
  ]);
  expect(
    await service.dataSource.query(`SELECT DISTINCT "department_code" AS d FROM "deadline" WHERE "closed_at" IS NULL`),
  ).toEqual([{ d: 'STREETS' }]);
  const { data } = await service.ask<{ _entities: { history: object[] }[] }>(
    auditor,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CompensationClaim { history { by from to reason } } } }`,
    { of: [{ __typename: 'CompensationClaim', id: reviewed }] },
  );
  expect(data!._entities[0]!.history.filter((line) => (line as { by: string }).by === admin.id)).toEqual([
    { by: admin.id, from: 'REVIEWED', to: 'REVIEWED', reason: '조직 개편: ROADS → STREETS' },
  ]);
  // The head of the successor approves: from the successor's budget.
  await approve(service, reviewed, { ...manager, id: randomUUID(), department: 'STREETS' } as never);
  const budgets = await service.ask<{ compensationBudget: { department: { code: string }; reserved: number }[] }>(
    admin,
    '{ compensationBudget(year: 2026) { department { code } reserved } }',
  );
  expect(budgets.data!.compensationBudget).toEqual([
    { department: { code: 'ROADS' }, reserved: 10_000 },
    { department: { code: 'STREETS' }, reserved: 10_000 },
  ]);
  await service.close();
});
