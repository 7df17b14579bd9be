import { openCatalogue } from './fixtures/catalogue';
import { answer, registerVisit } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { type InspectionJob } from '../src/jobs/inspection.job';
import { type Someone, anonymous, auditor, manager, officer } from '@charter/service/testing';
import { eventually } from '@charter/testkit';

const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);

describe('dunning letters', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(new Date());
    await office.dataSource.query('TRUNCATE outbox_event, dunning, inspection CASCADE');
  });

  const inspection = () =>
    office.parts.loops.find((loop): loop is InspectionJob => 'runOnce' in loop && 'parts' in loop)!;
  const inspect = (who: Someone, month: string, departmentCode?: string) =>
    office.ask<{ monthlyInspection: { edges: { node: Record<string, unknown> }[] } }>(
      who,
      `query ($month: LocalDate!, $departmentCode: String) { monthlyInspection(month: $month, departmentCode: $departmentCode) {
        edges { node { complaintId receiptNumber department { code } serviceCode officerId dueAt closedAt dunnings } } } }`,
      { month, departmentCode },
    );

  it('go to the head at the moment of lateness and to the audit office at the repetition, once each', async () => {
    const late = await registerVisit(office, daysAgo(40));
    await office.sweep();
    await office.sweep();
    expect(await office.told('complaint.dunned.v1')).toMatchObject([
      { complaintId: late.id, against: 'STATUTORY', stage: 'DEPARTMENT_HEAD' },
    ]);
    await office.dataSource.query(
      `UPDATE deadline SET next_action_at = now() - interval '1 second', reached_at = now() - interval '20 days' WHERE subject_id = $1 AND kind = 'STATUTORY'`,
      [late.id],
    );
    await office.sweep();
    expect((await office.told('complaint.dunned.v1')).map(({ stage }) => stage)).toEqual([
      'DEPARTMENT_HEAD',
      'AUDIT_OFFICE',
    ]);
    const { data } = await office.ask<{ complaint: { dunnings: { stage: string }[] } }>(
      officer,
      'query ($id: ID!) { complaint(id: $id) { dunnings { stage dueAt dunnedAt } } }',
      { id: late.id },
    );
    expect(data!.complaint.dunnings.map(({ stage }) => stage)).toEqual(['DEPARTMENT_HEAD', 'AUDIT_OFFICE']);
  });

  it('are written while the complaint is being answered: neither waits for the other for ever', async () => {
    const late = await registerVisit(office, daysAgo(40));
    const sweep = office.dataSource.createQueryRunner();
    await sweep.startTransaction();
    await sweep.query(`SET LOCAL lock_timeout = '5s'`);
    await sweep.query('SELECT id FROM deadline WHERE subject_id = $1 FOR UPDATE', [late.id]);
    const answered = answer(office, late);
    // The officer has the complaint, and waits for its deadlines.
    await eventually(
      () =>
        office.dataSource.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        ),
      (waiting: unknown[]) => waiting.length > 0,
    );
    await sweep.query(
      `INSERT INTO dunning (id, complaint_id, deadline_id, stage, department_code, due_at, dunned_at)
       SELECT gen_random_uuid(), id, statutory_id, 'DEPARTMENT_HEAD', department_code, now(), now() FROM complaint WHERE id = $1`,
      [late.id],
    );
    await sweep.commitTransaction();
    await sweep.release();
    expect(await answered).toMatchObject({ status: 'ANSWERED' });
    expect(await office.count('dunning')).toBe(1);
  });

  it('are not written for what was answered before anybody saw its lateness', async () => {
    const late = await registerVisit(office, daysAgo(40));
    await answer(office, late);
    await office.sweep();
    expect(await office.told('complaint.overdue.v1')).not.toEqual([]);
    expect(await office.told('complaint.dunned.v1')).toEqual([]);
  });

  it('are counted for each department, in public', async () => {
    await registerVisit(office, daysAgo(40));
    await registerVisit(office, daysAgo(50));
    await office.sweep();
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    const { data } = await office.ask<{ _entities: { dunningLetters: number }[] }>(
      anonymous,
      `query ($period: PeriodInput!) { _entities(representations: [
        { __typename: "Department", code: "ROADS" }, { __typename: "Department", code: "WATER" }]) {
        ... on Department { dunningLetters(period: $period) } } }`,
      { period: { from: today, to: today } },
    );
    expect(data!._entities).toEqual([{ dunningLetters: 2 }, { dunningLetters: 0 }]);
  });

  describe('the monthly inspection', () => {
    it('lists what was late in the month as it stood at its end, once, and never changes', async () => {
      const late = await registerVisit(office, daysAgo(80));
      await office.sweep();
      const { missed } = (
        await office.dataSource.query(
          `SELECT to_char(date_trunc('month', (missed_at AT TIME ZONE 'Asia/Seoul')), 'YYYY-MM-DD') AS missed
           FROM deadline WHERE subject_id = $1 AND kind = 'STATUTORY'`,
          [late.id],
        )
      )[0] as { missed: string };
      expect(await inspection().runOnce()).toBe(12);
      const listed = async (who: Someone) =>
        (await inspect(who, missed))
          .data!.monthlyInspection.edges.map(({ node }) => node)
          .filter(({ complaintId }) => complaintId === late.id);
      expect(await listed(auditor)).toMatchObject([
        { receiptNumber: late.receiptNumber, department: { code: 'ROADS' }, officerId: officer.id, closedAt: null },
      ]);
      await answer(office, late);
      expect(await inspection().runOnce()).toBe(0);
      expect(await listed(auditor)).toMatchObject([{ closedAt: null }]);
      expect(await listed(manager)).toHaveLength(1);
      expect(await listed({ ...manager, department: 'WATER' })).toEqual([]);
    });

    it('is made by one of several workers', async () => {
      const made = await Promise.all([inspection().runOnce(), inspection().runOnce(), inspection().runOnce()]);
      expect(made.reduce((sum, each) => sum + each, 0)).toBe(12);
    });

    it('is the auditor’s and the managers’, of months that are over', async () => {
      expect((await inspect(officer, '2026-01-01')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      const today = new Date().toISOString().slice(0, 10);
      expect((await inspect(auditor, today)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });
  });
});
