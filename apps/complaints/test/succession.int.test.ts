import { randomUUID } from 'node:crypto';
import { SuccessionLoop } from '@charter/service';
import { type Someone, admin, anonymous, citizen, manager, officer } from '@charter/service/testing';
import { ROADS, openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, send, filing, step } from './fixtures/complaints';
import { appeal, openPermits, rejected } from './fixtures/objections';
import { type Office, openOffice } from './fixtures/office';

/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const STREETS = { ...ROADS, code: 'STREETS', nameKo: '가로과', nameEn: 'Streets' };
const heir = { id: randomUUID(), roles: ['OFFICER'], department: 'STREETS' } as const satisfies Someone;
const SUCCEEDED = {
  ...{ successionId: randomUUID(), previousDepartmentCode: 'ROADS', departmentCode: 'STREETS' },
  ...{ succeededOn: '2026-11-23', decidedBy: admin.id },
};

describe('a department that is succeeded', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
    await openPermits(office);
    await office.hear('department.saved.v1', STREETS);
  });
  afterEach(() => office.close());

  const succeed = async () => {
    await office.hear('department.saved.v1', { ...ROADS, closedOn: '2026-11-23', successorCode: 'STREETS' });
    await office.hear('department.succeeded.v1', SUCCEEDED);
  };
  const inbox = async (who: Someone): Promise<string[]> =>
    (
      await office.ask<{ officerInbox: { edges: { node: { id: string } }[] } | null }>(
        who,
        '{ officerInbox(first: 50) { edges { node { id } } } }',
      )
    ).data!.officerInbox!.edges.map(({ node }) => node.id);
  const timeline = async ({ id }: Complaint) =>
    (
      await office.ask<{ complaint: { timeline: { text: string; detail: string | null }[] } }>(
        citizen,
        'query ($id: ID!) { complaint(id: $id) { timeline { text detail } } }',
        { id },
      )
    ).data!.complaint.timeline;
  const figures = async (code: string) =>
    (
      await office.ask<{ _entities: { complaintPerformance: object }[] }>(
        anonymous,
        `{ _entities(representations: [{ __typename: "Department", code: "${code}" }]) { ... on Department {
           complaintPerformance(period: { from: "2026-11-01", to: "2026-11-30" }) { received answered open } } } }`,
      )
    ).data!._entities[0]!.complaintPerformance;

  it('leaves what is open to its successor, with dates and history; what is settled stays with its figures', async () => {
    const waiting = await file(office);
    const assigned = await step(office, officer, 'assignComplaint', await file(office));
    const supplement = await file(office);
    await step(office, officer, 'requestSupplement', supplement, { text: '위치를 알려 주십시오.', days: 7 });
    const settled = await answer(office, await file(office));
    const others = await file(office, { serviceCode: 'WATER_LEAK' });
    const before = await office.dataSource.query(
      `SELECT "id", "due_at", "announced_due_at" FROM "deadline" WHERE "closed_at" IS NULL ORDER BY "id"`,
    );
    await succeed();
    await office.hear('department.succeeded.v1', SUCCEEDED);
    expect((await inbox(heir)).sort()).toEqual([waiting.id, assigned.id, supplement.id].sort());
    expect(await inbox(officer)).toEqual([]);
    expect((await timeline(assigned)).at(-1)).toEqual({
      text: '이 일을 맡은 부서로 민원을 보냈습니다. 접수번호와 기한은 그대로입니다.',
      detail: '조직 개편: ROADS → STREETS',
    });
    expect((await timeline(settled)).map(({ detail }) => detail)).not.toContain('조직 개편: ROADS → STREETS');
    const told = await office.told('complaint.moved.v1');
    expect(told.map(({ complaintId }) => complaintId).sort()).toEqual([waiting.id, assigned.id, supplement.id].sort());
    expect(told[0]).toMatchObject({ departmentCode: 'STREETS', previousDepartmentCode: 'ROADS', officerId: null });
    expect(
      await office.dataSource.query(
        `SELECT "id", "due_at", "announced_due_at" FROM "deadline" WHERE "closed_at" IS NULL ORDER BY "id"`,
      ),
    ).toEqual(before);
    expect(
      await office.dataSource.query(
        `SELECT DISTINCT "department_code" AS d, "closed_at" IS NULL AS open FROM "deadline" WHERE "subject_id" <> $1 ORDER BY 1`,
        [others.id],
      ),
    ).toEqual([
      { d: 'ROADS', open: false },
      { d: 'STREETS', open: true },
    ]);
    expect([await figures('ROADS'), await figures('STREETS'), await figures('WATER')]).toMatchObject([
      { received: 1, answered: 1, open: 0 },
      { received: 3, answered: 0, open: 3 },
      { received: 1, answered: 0, open: 1 },
    ]);
    expect((await answer(office, assigned, heir)).status).toBe('ANSWERED');
  });

  it('takes nothing new: its services are the successor’s, and history says since when', async () => {
    await succeed();
    const { data } = await send(office, citizen, 'fileComplaint', filing());
    expect(data!.result.errors).toEqual([]);
    expect(await inbox(heir)).toEqual([data!.result.complaint!.id]);
    expect(
      await office.dataSource.query(
        `SELECT "department_code" AS d, "valid_from"::text AS "from", "valid_to"::text AS "to" FROM "service_item" WHERE "code" = 'ROAD_REPAIR' ORDER BY 2`,
      ),
    ).toEqual([
      { d: 'ROADS', from: '2020-01-01', to: '2026-11-22' },
      { d: 'STREETS', from: '2026-11-23', to: null },
    ]);
  });

  it('leaves pending objections, times for consultation and what is booked', async () => {
    await appeal(office, await rejected(office));
    const opened = await office.ask<{ openConsultationSlots: { slots: { id: string }[] } }>(
      officer,
      'mutation ($input: OpenConsultationSlotsInput!) { openConsultationSlots(input: $input) { slots { id } } }',
      { input: { startsAt: '2026-11-24T14:00:00+09:00', minutes: 30, method: 'PHONE', place: '051-888-1101' } },
    );
    const [slot] = opened.data!.openConsultationSlots.slots;
    const booked = await office.ask(
      citizen,
      'mutation ($input: BookConsultationInput!) { bookConsultation(input: $input) { errors { code message } } }',
      { input: { slotId: slot!.id, topic: '도로점용 절차', petitioner: { name: '홍길동', phone: '010-1234-5678' } } },
    );
    expect(booked.data).toEqual({ bookConsultation: { errors: [] } });
    // The database's own day is the one that counts here.
    for (const table of ['consultation_slot', 'consultation'])
      await office.dataSource.query(
        `UPDATE "${table}" SET "starts_at" = now() + interval '1 day', "ends_at" = now() + interval '25 hours'`,
      );
    await succeed();
    for (const table of ['objection', 'consultation_slot', 'consultation']) {
      const rows = await office.dataSource.query(`SELECT "department_code" AS d FROM "${table}"`);
      expect([table, rows]).toEqual([table, [{ d: 'STREETS' }]]);
    }
    expect(
      await office.dataSource.query(`SELECT "command", "reason" FROM "objection_history" ORDER BY "id"`),
    ).toMatchObject([{ command: 'file' }, { command: 'pass', reason: '조직 개편: ROADS → STREETS' }]);
    const { data, errors } = await office.ask<{ objections: { edges: { node: { timeline: object[] } }[] } }>(
      { ...manager, department: 'STREETS' },
      '{ objections(first: 5) { edges { node { timeline { at text } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data!.objections.edges[0]!.node.timeline).toHaveLength(2);
  });

  it('passes on what is opened again afterwards', async () => {
    const late = await answer(office, await file(office));
    await succeed();
    await office.dataSource.query(
      `UPDATE "complaint" SET "status" = 'ASSIGNED', "closed_at" = NULL, "answer" = NULL, "answered_at" = NULL WHERE "id" = $1`,
      [late.id],
    );
    await office.parts.loops.find((loop): loop is SuccessionLoop => loop instanceof SuccessionLoop)!.runOnce();
    const [row] = await office.dataSource.query('SELECT "department_code" AS d FROM "complaint" WHERE "id" = $1', [
      late.id,
    ]);
    expect(row).toEqual({ d: 'STREETS' });
  });
});
