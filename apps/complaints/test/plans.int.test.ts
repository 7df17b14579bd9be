import { openCatalogue } from './fixtures/catalogue';
import { answer, file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { multiply, plansOf } from './fixtures/plans';
import { officer } from '@charter/service/testing';

/** A year of a city: what is closed is many times what is open. */
const CLOSED = 20_000;
const OPEN = 400;

describe('lists over a year of complaints', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
    const done = await file(office);
    await answer(office, done);
    await multiply(office, done.id, CLOSED);
    await multiply(office, (await file(office)).id, OPEN);
    await multiply(office, (await file(office, { serviceCode: 'WATER_LEAK' })).id, OPEN);
    await office.dataSource.query('ANALYZE');
  }, 150_000);
  afterAll(() => office.close());

  it('the officer’s inbox reads what is open of the department from an index, and scans no table', async () => {
    const nodes = await plansOf(office, /"complaint_statutory_id"|statutory/, () =>
      office.ask(officer, '{ officerInbox(first: 20) { edges { node { id receiptNumber } } } }'),
    );
    expect(nodes.map((node) => node['Index Name'])).toContain('complaint_inbox');
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  });

  it('shows the nearest deadline first, and only what is open', async () => {
    const { data } = await office.ask<{
      officerInbox: { totalCount: number; edges: { node: { status: string; deadline: { dueAt: string } } }[] };
    }>(officer, '{ officerInbox(first: 100) { totalCount edges { node { status deadline { dueAt } } } } }');
    const { totalCount, edges } = data!.officerInbox;
    expect(totalCount).toBe(OPEN + 1);
    const dates = edges.map(({ node }) => node.deadline.dueAt);
    expect(dates).toEqual([...dates].sort());
    expect(edges.every(({ node }) => node.status === 'RECEIVED')).toBe(true);
  });
});
