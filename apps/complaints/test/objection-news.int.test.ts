import { randomUUID } from 'node:crypto';
import { citizen, colleague, manager, otherCitizen } from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Objection, appeal, objectionStep, openPermits, rejected, sendObjection } from './fixtures/objections';
import { type Office, openOffice } from './fixtures/office';

/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '현장을 다시 확인하였습니다.';

describe('what is told of an objection', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
    await openPermits(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(NOW);
    await office.dataSource.query('TRUNCATE outbox_event, declared_holiday CASCADE');
  });

  const decide = (
    id: string,
    upheld: boolean,
    changes: object = {},
    who: typeof manager | typeof colleague = manager,
  ) => sendObjection(office, who, 'decideAppeal', { objectionId: id, upheld, reason, ...changes });

  const facts = (objection: Objection, eventType: string, changes: object = {}) =>
    office.internal('/internal/notice-facts', {
      ...{ eventType, subjectType: 'OBJECTION', subjectId: objection.id, recipientId: null, deadlineId: null },
      ...changes,
    });

  it('when it nears and when it is late, by who decides it; nobody once it is decided', async () => {
    const { id } = await appeal(office, await rejected(office));
    await objectionStep(office, manager, 'assignObjection', { objectionId: id, officerId: colleague.id });
    const due = (at: string) =>
      office.dataSource.query(
        `UPDATE deadline SET due_at = ${at}, next_action_at = now() - interval '1 second' WHERE subject_id = $1`,
        [id],
      );
    await due(`now() + interval '20 hours'`);
    await office.sweep();
    await due(`now() - interval '1 second'`);
    await office.sweep();
    await office.dataSource.query(
      `UPDATE deadline SET due_at = now() - interval '20 days', missed_at = now() - interval '20 days', reached_at = now() - interval '20 days',
         next_action_at = now() - interval '1 second' WHERE subject_id = $1`,
      [id],
    );
    await office.sweep();
    const about = {
      objectionId: id,
      handlerId: colleague.id,
      departmentCode: 'ROADS',
      deadlineId: expect.any(String),
    };
    expect(await office.told('objection.due-soon.v1')).toMatchObject([about]);
    const [late] = await office.told('objection.overdue.v1');
    expect(late).toMatchObject({ ...about, missedAt: late!.dueAt });
    expect(await office.told('objection.escalated.v1')).toMatchObject([{ ...about, stage: 'ESCALATED' }]);
    const asked = () => facts({ id } as Objection, 'objection.overdue.v1', { deadlineId: late!.deadlineId });
    expect(await asked()).toEqual({ stillTrue: true, contact: null, words: {} });
    office.clock.set(new Date());
    await decide(id, false);
    expect(await asked()).toMatchObject({ stillTrue: false });
  });

  it('with the contact of the citizen alone, and the office’s words', async () => {
    const objection = await appeal(office, await rejected(office));
    await objectionStep(office, manager, 'extendObjection', {
      objectionId: objection.id,
      length: 2,
      reason: '현장 조사',
    });
    const contact = { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr', language: 'ko' };
    expect(await facts(objection, 'objection.extended.v1', { recipientId: citizen.id })).toEqual({
      ...{ stillTrue: true, contact, words: { reason: '현장 조사' } },
    });
    expect(await facts(objection, 'objection.filed.v1', { recipientId: otherCitizen.id })).toMatchObject({
      contact: null,
    });
    await decide(objection.id, false);
    expect(await facts(objection, 'objection.decided.v1', { recipientId: citizen.id })).toMatchObject({
      words: {
        reason,
        remediesKo: expect.stringContaining('행정심판'),
        remediesEn: expect.stringContaining('lawsuit'),
      },
    });
    expect(await facts({ id: randomUUID() } as Objection, 'objection.decided.v1')).toMatchObject({
      stillTrue: false,
    });
    const other = { subjectType: 'CLAIM', subjectId: objection.id };
    expect(await facts(objection, 'claim.opened.v1', other)).toEqual({ stillTrue: false, contact: null, words: {} });
  });

  it('of a holiday that moves its date, once, beside the complaints that it moves', async () => {
    const open = await file(office);
    const objection = await appeal(office, await rejected(office));
    const declared = { date: '2026-11-26', nameKo: '시민의 날', nameEn: 'Citizens’ Day' };
    await office.hear('holiday.declared.v1', declared);
    await office.hear('holiday.declared.v1', declared);
    const moved = await office.told('objection.due-date-moved.v1');
    expect(moved.filter(({ objectionId }) => objectionId === objection.id)).toMatchObject([
      {
        ...{ basis: 'STATUTORY', reason: '임시공휴일 지정: 시민의 날' },
        ...{ previousDueAt: '2026-12-04T15:00:00.000Z', dueAt: '2026-12-07T15:00:00.000Z' },
      },
    ]);
    const complaints = await office.told('complaint.due-date-moved.v1');
    expect(complaints.filter(({ complaintId }) => complaintId === open.id)).toHaveLength(2);
  });
});
