import { emptyTables } from '@charter/testkit';
import { admin, citizen, manager, officer } from '@charter/service/testing';
import { COMPLAINT, CONTACT, type Charter, ENTRY, MONDAY, PLAN, PROPOSAL, openCharter } from './fixtures/improvements';

const DAY_MS = 86_400_000;
const dayOf = (moment: Date): string => new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

describe('the date of an improvement action', () => {
  let charter: Charter;
  beforeAll(async () => {
    charter = await openCharter();
  });
  afterAll(() => charter.close());
  beforeEach(async () => {
    charter.clock.set(MONDAY);
    await emptyTables(
      charter.dataSource,
      'improvement_action',
      'improvement_progress',
      'improvement_history',
      'deadline',
      'deadline_history',
      'holiday_declaration',
      'declared_holiday',
      'outbox_event',
    );
  });
  const fromProposal = { source: { kind: 'PROPOSAL', id: PROPOSAL } };
  const facts = (
    eventType: string,
    subjectId: string,
    deadlineId: string | null = null,
    recipientId: string = officer.id,
  ) =>
    charter.internal('/internal/notice-facts', {
      ...{ eventType, subjectType: 'IMPROVEMENT', subjectId, recipientId, deadlineId },
    });
  const deadlineOf = async (id: string) =>
    (
      (await charter.see(officer, id, 'deadline { id state dueAt announcedDueAt missedAt }')) as never as {
        deadline: Record<'id' | 'state' | 'dueAt' | 'announcedDueAt', string>;
      }
    ).deadline;

  describe('when a holiday is declared', () => {
    const DECLARE = 'mutation ($input: DeclareHolidayInput!) { declareHoliday(input: $input) { errors { code } } }';
    const REVOKE = 'mutation ($input: RevokeHolidayInput!) { revokeHoliday(input: $input) { errors { code } } }';
    const holiday = { date: '2027-02-26', nameKo: '임시공휴일', nameEn: 'Temporary holiday' };

    it('moves at once, keeps what was announced, tells everybody once, and comes back', async () => {
      const id = await charter.openAction(fromProposal);
      const untouched = await charter.openAction({ dueOn: '2027-02-25' });
      await charter.ask(admin, DECLARE, { input: holiday });
      expect(await deadlineOf(id)).toMatchObject({
        ...{ dueAt: '2027-03-03T00:00:00+09:00', announcedDueAt: '2027-02-27T00:00:00+09:00' }, // 1 March is a holiday
      });
      const moved = await charter.told('improvement.date-moved.v1');
      expect(moved.map(({ citizenId }) => citizenId).sort()).toEqual([citizen.id, null]);
      expect(moved[0]).toMatchObject({
        ...{ improvementId: id, previousDueAt: '2027-02-26T15:00:00.000Z', dueAt: '2027-03-02T15:00:00.000Z' },
        reason: '임시공휴일 지정: 임시공휴일',
      });
      await charter.ask(admin, DECLARE, { input: holiday });
      expect((await charter.told('improvement.date-moved.v1')).length).toBe(2);
      expect((await deadlineOf(untouched)).dueAt).toBe('2027-02-26T00:00:00+09:00');
      await charter.ask(admin, REVOKE, { input: { date: holiday.date } });
      expect((await deadlineOf(id)).dueAt).toBe('2027-02-27T00:00:00+09:00');
      expect((await charter.told('improvement.date-moved.v1')).length).toBe(4);
    });

    it('counts for what is opened afterwards, and for what was declared before', async () => {
      await charter.ask(admin, DECLARE, { input: holiday });
      expect((await deadlineOf(await charter.openAction())).dueAt).toBe('2027-03-03T00:00:00+09:00');
    });
  });

  it('is put off once by the head, with the reason to everybody concerned', async () => {
    const improvementActionId = await charter.openAction(fromProposal);
    const extension = { improvementActionId, dueOn: '2027-05-31', reason: ' 자재 수급이 늦어졌습니다. ' };
    expect(await charter.refused(manager, 'extendImprovementAction', extension)).toEqual([]);
    expect(await deadlineOf(improvementActionId)).toMatchObject({
      ...{ dueAt: '2027-06-01T00:00:00+09:00', announcedDueAt: '2027-02-27T00:00:00+09:00' },
    });
    const told = await charter.told('improvement.date-moved.v1');
    expect(told.map(({ citizenId }) => citizenId).sort()).toEqual([citizen.id, null]);
    for (const { reason } of told) expect(reason).toBe('자재 수급이 늦어졌습니다.');
    const again = { ...extension, dueOn: '2027-06-30' };
    expect(await charter.refused(manager, 'extendImprovementAction', again)).toEqual(['LIMIT_REACHED']);
  });

  it('that has passed cannot be put off', async () => {
    const improvementActionId = await charter.openAction();
    charter.clock.set('2027-02-27T00:00:00+09:00');
    const extension = { improvementActionId, dueOn: '2027-05-31', reason: '늦었습니다.' };
    expect(await charter.refused(manager, 'extendImprovementAction', extension)).toEqual(['TOO_LATE']);
  });

  it('is told to owner and head when it comes near, passes and stays passed', async () => {
    charter.clock.set(daysFromNow(-60));
    const near = await charter.openAction({ dueOn: dayOf(daysFromNow(1)) });
    const late = await charter.openAction({ dueOn: dayOf(daysFromNow(-20)), ...fromProposal, plan: PLAN });
    await charter.sweep();
    const [overdue] = await charter.told('improvement.overdue.v1');
    expect(overdue).toMatchObject({
      improvementId: late,
      officerId: officer.id,
      departmentCode: 'ROADS',
      citizenId: null,
    });
    expect((await charter.told('improvement.due-soon.v1')).map(({ improvementId }) => improvementId)).toEqual([near]);
    // Five working days later.
    await charter.dataSource.query(
      `UPDATE "deadline" SET "reached_at" = now() - interval '10 days', "next_action_at" = now() - interval '1 minute'
       WHERE "id" = $1`,
      [overdue!.deadlineId],
    );
    await charter.sweep();
    expect((await charter.told('improvement.escalated.v1')).map(({ improvementId }) => improvementId)).toEqual([late]);
    await charter.sweep();
    const counts = await Promise.all(
      (['overdue', 'due-soon', 'escalated'] as const).map(
        async (what) => (await charter.told(`improvement.${what}.v1`)).length,
      ),
    );
    expect(counts).toEqual([1, 1, 1]);
    expect(await facts('improvement.overdue.v1', late, overdue!.deadlineId)).toMatchObject({ stillTrue: true });
    expect((await deadlineOf(late)).state).toBe('MISSED');
    // Nobody is told of lateness that ended a second ago, and completed late stays late.
    charter.clock.set(new Date());
    const done = { improvementActionId: late, result: '마쳤습니다.' };
    expect(await charter.refused(officer, 'completeImprovementAction', done)).toEqual([]);
    expect(await facts('improvement.overdue.v1', late, overdue!.deadlineId)).toMatchObject({ stillTrue: false });
    expect((await charter.told('improvement.completed.v1')).map((each) => each.late)).toEqual([true, true]);
  });

  it('is told with the title and the office’s words, and not of what was called off meanwhile', async () => {
    const id = await charter.openAction({ plan: PLAN });
    expect(await facts('improvement.opened.v1', id)).toEqual({
      ...{ stillTrue: true, contact: null, words: { title: '야간 보수 절차 개선' } },
    });
    const report = { improvementActionId: id, percent: 40, text: '교육을 했습니다.' };
    expect(await charter.refused(officer, 'reportImprovementProgress', report)).toEqual([]);
    expect(await facts('improvement.progressed.v1', id)).toMatchObject({ words: { reason: '교육을 했습니다.' } });
    const cancel = { improvementActionId: id, reason: '합쳤습니다.' };
    expect(await charter.refused(manager, 'cancelImprovementAction', cancel)).toEqual([]);
    expect(await facts('improvement.cancelled.v1', id)).toMatchObject({
      ...{ stillTrue: true, words: { reason: '합쳤습니다.' } },
    });
    expect(await facts('improvement.opened.v1', id)).toMatchObject({ stillTrue: false });
    expect(await facts('improvement.opened.v1', PROPOSAL)).toEqual({ stillTrue: false, contact: null, words: {} });
  });

  it.each([
    ['a proposal', 'PROPOSAL', PROPOSAL, 'participation', true],
    ['a complaint', 'COMPLAINT', COMPLAINT, 'complaints', true],
    ['an entry of a contest', 'CONTEST_ENTRY', ENTRY, 'participation', false],
  ])('is told to the citizen of %s by the contact that its owner has', async (_name, kind, id, owner, has) => {
    const action = await charter.openAction({ source: { kind, id } });
    const { contactsAsked } = charter.neighbours;
    contactsAsked.length = 0;
    expect(await facts('improvement.opened.v1', action)).toMatchObject({ contact: null });
    expect(contactsAsked).toEqual([]); // of the officer nobody is asked
    expect(await facts('improvement.opened.v1', action, null, citizen.id)).toEqual({
      ...{ stillTrue: true, words: { title: '야간 보수 절차 개선' }, contact: has ? CONTACT : null },
    });
    const question = { eventType: 'contact', subjectType: kind, subjectId: id, recipientId: citizen.id };
    expect(contactsAsked).toEqual(has ? [{ service: owner, question: { ...question, deadlineId: null } }] : []);
  });
});
