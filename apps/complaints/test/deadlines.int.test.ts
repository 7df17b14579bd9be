import { emptyTables } from '@charter/testkit';
import { WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import { ROADS, openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, filing, registerVisit, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { citizen, officer, otherCitizen } from '@charter/service/testing';

const calendar = new WorkingCalendar();
const workingDaysAgo = (days: number): Date =>
  new Date(`${calendar.addWorkingDays(localDate(new Date()), -days)}T10:00:00+09:00`);

describe('deadlines of complaints', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(new Date());
    await emptyTables(
      office.dataSource,
      'complaint',
      'petitioner',
      'deadline',
      'complaint_history',
      'outbox_event',
      'declared_holiday',
    );
  });

  const facts = ({ id }: Pick<Complaint, 'id'>, eventType: string, changes: object = {}) =>
    office.internal('/internal/notice-facts', {
      ...{ eventType, subjectType: 'COMPLAINT', subjectId: id, recipientId: officer.id, deadlineId: null },
      ...changes,
    });

  it('received 20 working days ago for a 7-day service, is told late against both promises at the first sweep, once', async () => {
    const visit = await registerVisit(office, workingDaysAgo(20));
    expect(await office.sweep()).toBe(2);
    const late = await office.told('complaint.overdue.v1');
    expect(late.map(({ against }) => against).sort()).toEqual(['CHARTER', 'STATUTORY']);
    for (const told of late) {
      expect(told).toMatchObject({
        ...{ complaintId: visit.id, receiptNumber: visit.receiptNumber, citizenId: expect.any(String) },
        ...{ departmentCode: 'ROADS', serviceCode: 'ROAD_REPAIR', officerId: officer.id, missedAt: told.dueAt },
      });
    }
    expect(await office.sweep()).toBe(0);
    const { data } = await office.ask<{ officerInbox: object }>(
      officer,
      `{ officerInbox(first: 1) { edges { node { id overdue deadline { state missedAt dueAt remainingWorkingHours } } } } }`,
    );
    expect(data!.officerInbox).toMatchObject({
      edges: [{ node: { id: visit.id, overdue: true, deadline: { state: 'MISSED' } } }],
    });
  });

  it('escalates to the manager what stays late', async () => {
    const visit = await registerVisit(office, workingDaysAgo(20));
    await office.sweep();
    // As if the sweep had seen the lateness when it came, some working days ago.
    await office.dataSource.query(
      `UPDATE deadline SET reached_at = due_at, next_action_at = now() - interval '1 second' WHERE kind = 'STATUTORY'`,
    );
    expect(await office.sweep()).toBe(1);
    expect(await office.told('complaint.escalated.v1')).toMatchObject([
      { complaintId: visit.id, against: 'STATUTORY', stage: 'ESCALATED', officerId: officer.id },
    ]);
    expect(await office.told('complaint.overdue.v1')).toHaveLength(2);
  });

  it('tells the office, and not the citizen, that an online filing was not accepted in time', async () => {
    const filed = await file(office);
    await office.dataSource.query(
      `UPDATE deadline SET due_at = now() - interval '1 second', next_action_at = now() - interval '1 second'
       WHERE kind = 'ACCEPTANCE'`,
    );
    expect(await office.sweep()).toBe(1);
    expect(await office.told('complaint.overdue.v1')).toEqual([]);
    expect(await office.told('complaint.task-overdue.v1')).toMatchObject([
      { complaintId: filed.id, task: 'ACCEPTANCE' },
    ]);
    const { data } = await office.ask<{ complaint: { deadlines: object[] } }>(
      citizen,
      `query ($id: ID!) { complaint(id: $id) { deadlines { kind state } } }`,
      { id: filed.id },
    );
    expect(data!.complaint.deadlines).toContainEqual({ kind: 'ACCEPTANCE', state: 'MISSED' });
  });

  it('reminds before the date', async () => {
    const filed = await file(office);
    const dueAt = atLocal(calendar.addWorkingDays(localDate(new Date()), 2), '24:00');
    await office.dataSource.query(
      `UPDATE deadline SET due_at = $1, next_action_at = now() - interval '1 second' WHERE kind = 'CHARTER'`,
      [dueAt],
    );
    expect(await office.sweep()).toBe(1);
    expect(await office.told('complaint.due-soon.v1')).toMatchObject([
      { complaintId: filed.id, against: 'CHARTER', stage: 'THREE_DAYS_BEFORE', dueAt: dueAt.toISOString() },
    ]);
  });

  it('tells of a lateness that the sweep had not seen when it was answered, once', async () => {
    const visit = await registerVisit(office, workingDaysAgo(20));
    await answer(office, visit);
    await office.sweep();
    expect((await office.told('complaint.overdue.v1')).map(({ against }) => against).sort()).toEqual([
      ...['CHARTER', 'STATUTORY'],
    ]);
    expect(await office.sweep()).toBe(0);
  });

  it('tells nobody of lateness that ended a second ago', async () => {
    const visit = await registerVisit(office, workingDaysAgo(20));
    await office.sweep();
    const [late] = await office.told('complaint.overdue.v1');
    const { deadlineId } = late!;
    expect(await facts(visit, 'complaint.overdue.v1', { deadlineId })).toMatchObject({ stillTrue: true });
    expect(await facts(visit, 'complaint.due-soon.v1', { deadlineId })).toMatchObject({ stillTrue: false });
    await answer(office, visit);
    expect(await facts(visit, 'complaint.overdue.v1', { deadlineId })).toMatchObject({ stillTrue: false });
    expect(await facts(visit, 'complaint.escalated.v1', { deadlineId })).toMatchObject({ stillTrue: false });
    expect(await facts(visit, 'complaint.answered.v1')).toMatchObject({ stillTrue: true });
  });

  it('gives the contact of the citizen concerned and of nobody else', async () => {
    const filed = await file(office);
    const contact = { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr', language: 'ko' };
    const asked = (recipientId: string | null) => facts(filed, 'complaint.filed.v1', { recipientId });
    expect(await asked(citizen.id)).toEqual({ stillTrue: true, contact, words: {} });
    expect(await asked(otherCitizen.id)).toMatchObject({ contact: null });
    expect(await asked(null)).toMatchObject({ contact: null });
    expect(await facts({ id: officer.id }, 'complaint.filed.v1')).toMatchObject({ stillTrue: false });
  });

  describe('a declared holiday', () => {
    beforeEach(() => office.clock.set('2026-11-23T10:00:00+09:00'));
    const dates = async ({ id }: Complaint): Promise<object> => {
      const { data } = await office.ask<{ complaint: object }>(
        citizen,
        `query ($id: ID!) { complaint(id: $id) { deadline { dueAt announcedDueAt charterDueAt history { change reason } } } }`,
        { id },
      );
      return data!.complaint;
    };

    it('moves both promises, keeps the date first announced, says so once, and back when it is revoked', async () => {
      const filed = await file(office);
      const declared = { date: '2026-11-26', nameKo: '시민의 날', nameEn: 'Citizens’ Day' };
      await office.hear('holiday.declared.v1', declared);
      await office.hear('holiday.declared.v1', declared);
      expect(await dates(filed)).toMatchObject({
        deadline: {
          dueAt: '2026-12-03T00:00:00+09:00',
          announcedDueAt: '2026-12-02T00:00:00+09:00',
          charterDueAt: '2026-12-01T10:00:00+09:00',
          history: [{ change: 'open' }, { change: 'recompute', reason: '임시공휴일 지정: 시민의 날' }],
        },
      });
      const moved = await office.told('complaint.due-date-moved.v1');
      expect(moved.sort((a, b) => (a.against < b.against ? -1 : 1))).toMatchObject([
        { against: 'CHARTER', previousDueAt: '2026-11-30T01:00:00.000Z', dueAt: '2026-12-01T01:00:00.000Z' },
        { against: 'STATUTORY', previousDueAt: '2026-12-01T15:00:00.000Z', dueAt: '2026-12-02T15:00:00.000Z' },
      ]);
      await office.hear('holiday.revoked.v1', { date: '2026-11-26' });
      expect(await dates(filed)).toMatchObject({ deadline: { dueAt: '2026-12-02T00:00:00+09:00' } });
      expect(await office.told('complaint.due-date-moved.v1')).toHaveLength(4);
    });

    it('moves nothing that is answered, and counts for what is filed afterwards', async () => {
      const answered = await answer(office, await file(office));
      await office.hear('holiday.declared.v1', { date: '2026-11-26', nameKo: '시민의 날', nameEn: 'Citizens’ Day' });
      expect(await dates(answered)).toMatchObject({ deadline: { dueAt: '2026-12-02T00:00:00+09:00' } });
      expect(await office.told('complaint.due-date-moved.v1')).toEqual([]);
      expect(await dates(await file(office))).toMatchObject({ deadline: { dueAt: '2026-12-03T00:00:00+09:00' } });
    });

    it('waits for whoever is answering, and neither fails', async () => {
      const filed = await Promise.all(Array.from({ length: 12 }, () => file(office)));
      const [, ...answers] = await Promise.all([
        office.hear('holiday.declared.v1', { date: '2026-11-26', nameKo: '시민의 날', nameEn: 'Citizens’ Day' }),
        ...filed.map(({ id }) => send(office, officer, 'answerComplaint', { complaintId: id, answer: '마쳤습니다.' })),
      ]);
      expect(answers.map(({ data, errors }) => errors ?? data!.result.errors)).toEqual(filed.map(() => []));
    });
  });

  it('moves dates that rested on computed holidays when the gazette is known, once however many workers start', async () => {
    office.clock.set('2026-11-23T10:00:00+09:00');
    const filed = await file(office);
    await office.dataSource.query(
      `UPDATE deadline SET provisional = true, due_at = due_at + interval '1 day' WHERE kind = 'STATUTORY'`,
    );
    await Promise.all([office.startWorker(), office.startWorker()]);
    expect(await office.told('complaint.due-date-moved.v1')).toMatchObject([
      {
        ...{ complaintId: filed.id, against: 'STATUTORY', reason: '관보의 공휴일 고시 반영' },
        ...{ previousDueAt: '2026-12-02T15:00:00.000Z', dueAt: '2026-12-01T15:00:00.000Z' },
      },
    ]);
  });

  it('goes on where a department was closed: what it has stays with it, and can be answered', async () => {
    const filed = await file(office);
    await office.hear('department.saved.v1', { ...ROADS, closedOn: '2020-01-01', successorCode: 'WATER' });
    try {
      const { data } = await send(office, citizen, 'fileComplaint', filing());
      expect(data!.result.errors).toMatchObject([
        { path: ['serviceCode'], message: expect.stringContaining('상수도과(WATER)') },
      ]);
      expect((await answer(office, filed)).status).toBe('ANSWERED');
    } finally {
      await office.hear('department.saved.v1', ROADS);
    }
  });
});
