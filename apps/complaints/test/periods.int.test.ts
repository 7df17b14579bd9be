import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, file, refusedFor, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { citizen, officer } from '@charter/service/testing';

/** Monday morning: 7 days by law end with Tuesday, 1 December; 5 days by the charter on Monday, 30 November, 10:00. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '현장 확인에 시간이 더 필요합니다.';

describe('what stops and lengthens the period', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(NOW);
    await office.dataSource.query('TRUNCATE outbox_event CASCADE');
  });

  const deadlines = async ({ id }: Pick<Complaint, 'id'>): Promise<Record<string, string>> => {
    const { data } = await office.ask<{
      complaint: { deadlines: { kind: string; state: string; dueAt: string | null; missedAt: string | null }[] };
    }>(citizen, 'query ($id: ID!) { complaint(id: $id) { deadlines { kind state dueAt missedAt } } }', { id });
    return Object.fromEntries(
      data!.complaint.deadlines.map(({ kind, state, dueAt, missedAt }) => [
        kind,
        [state, dueAt?.slice(0, 16), missedAt && 'late'].filter(Boolean).join(' '),
      ]),
    );
  };
  const read = async ({ id }: Pick<Complaint, 'id'>, fields: string): Promise<unknown> =>
    (await office.ask<{ complaint: unknown }>(citizen, `query ($id: ID!) { complaint(id: $id) { ${fields} } }`, { id }))
      .data!.complaint;

  it('asks for a supplement: accepted, both promises stand still, the citizen has until the end of the tenth day', async () => {
    const filed = await file(office);
    office.clock.set('2026-11-23T15:00:00+09:00');
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진을 보내 주십시오.' });
    expect(await deadlines(filed)).toEqual({
      ...{ ACCEPTANCE: 'MET 2026-11-24T10:00', STATUTORY: 'PAUSED', CHARTER: 'PAUSED' },
      ...{ INTERIM_REPORT: 'RUNNING 2026-12-23T00:00', SUPPLEMENT_REQUEST: 'MET 2026-11-24T10:00' },
      SUPPLEMENT: 'RUNNING 2026-12-04T00:00',
    });
    expect(await read(filed, 'status officerId supplementRequest { text round requestedAt dueAt }')).toEqual({
      ...{ status: 'SUPPLEMENT_REQUESTED', officerId: officer.id },
      supplementRequest: {
        ...{ text: '현장 사진을 보내 주십시오.', round: 1 },
        ...{ requestedAt: '2026-11-23T15:00:00+09:00', dueAt: '2026-12-04T00:00:00+09:00' },
      },
    });
    expect(await office.told('complaint.supplement-requested.v1')).toMatchObject([
      { complaintId: filed.id, round: 1, causedByOffice: false, dueAt: '2026-12-03T15:00:00.000Z' },
    ]);
  });

  it('asked later than 8 working hours after receipt, the asking itself was late', async () => {
    const filed = await file(office);
    office.clock.set('2026-11-24T10:00:00+09:00');
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진' });
    expect(await deadlines(filed)).toMatchObject({ SUPPLEMENT_REQUEST: 'MET 2026-11-24T10:00 late' });
  });

  it('runs again when it is given: the days touched do not count by law, the hours by the charter', async () => {
    const filed = await file(office);
    office.clock.set('2026-11-23T15:00:00+09:00');
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진' });
    office.clock.set('2026-11-25T11:00:00+09:00');
    await step(office, citizen, 'submitSupplement', filed, { text: '사진을 보냅니다.' });
    // By law: Monday to Wednesday were touched, so Thursday is day 1 and 4 December day 7. By the charter: 4 of 40 hours were used.
    expect(await deadlines(filed)).toMatchObject({
      ...{
        STATUTORY: 'RUNNING 2026-12-05T00:00',
        CHARTER: 'RUNNING 2026-12-01T16:00',
        SUPPLEMENT: 'MET 2026-12-04T00:00',
      },
    });
    expect(await read(filed, 'status supplementRequest { text }')).toEqual({
      status: 'ASSIGNED',
      supplementRequest: null,
    });
    expect(await office.told('complaint.supplement-given.v1')).toMatchObject([{ dueAt: '2026-12-04T15:00:00.000Z' }]);
  });

  it('lets the citizen take longer twice, and never after it has passed', async () => {
    const filed = await file(office);
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진', days: 5 });
    await step(office, citizen, 'extendSupplement', filed, { days: 5, reason });
    expect(await deadlines(filed)).toMatchObject({ SUPPLEMENT: 'RUNNING 2026-12-04T00:00' });
    await step(office, citizen, 'extendSupplement', filed, { days: 2, reason });
    // Saturday, 5 December, moves to Monday.
    expect(await deadlines(filed)).toMatchObject({ SUPPLEMENT: 'RUNNING 2026-12-08T00:00' });
    expect(await refusedFor(office, citizen, 'extendSupplement', filed, { days: 1, reason })).toEqual([
      'LIMIT_REACHED',
    ]);
    office.clock.set('2026-12-08T00:00:00+09:00');
    expect(await refusedFor(office, citizen, 'extendSupplement', filed, { days: 1, reason })).toEqual(['TOO_LATE']);
    await step(office, citizen, 'submitSupplement', filed, { text: '늦었지만 보냅니다.' });
    expect(await deadlines(filed)).toMatchObject({ SUPPLEMENT: 'MET 2026-12-08T00:00 late' });
  });

  it('is asked once more for ten days when nothing came, then returned; the office’s own omission is on the step', async () => {
    const filed = await file(office);
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진', days: 3 });
    expect(await refusedFor(office, officer, 'requestSupplement', filed, { text: '사진' })).toEqual(['TOO_EARLY']);
    expect(await refusedFor(office, officer, 'returnComplaint', filed, { reason })).toEqual(['TOO_EARLY']);
    office.clock.set('2026-11-27T00:00:00+09:00');
    await step(office, officer, 'requestSupplement', filed, { text: '사진과 위치', causedByOffice: true });
    expect(await read(filed, 'supplementRequest { round dueAt }')).toEqual({
      supplementRequest: { round: 2, dueAt: '2026-12-08T00:00:00+09:00' },
    });
    expect(await refusedFor(office, officer, 'returnComplaint', filed, { reason })).toEqual(['TOO_EARLY']);
    office.clock.set('2026-12-08T00:00:00+09:00');
    await step(office, officer, 'returnComplaint', filed, { reason });
    expect(await read(filed, 'status closedAt')).toEqual({ status: 'RETURNED', closedAt: '2026-12-08T00:00:00+09:00' });
    expect(await office.told('complaint.supplement-requested.v1')).toMatchObject([
      { round: 1 },
      { round: 2, causedByOffice: true },
    ]);
    expect(await office.told('complaint.returned.v1')).toMatchObject([{ complaintId: filed.id }]);
    const causes = await office.dataSource.query(
      `SELECT cause FROM complaint_history WHERE complaint_id = $1 AND step = 'requestSupplement' ORDER BY id`,
      [filed.id],
    );
    expect(causes).toEqual([{ cause: null }, { cause: 'OFFICE' }]);
  });

  it('does not mend lateness: asked for more after the date, what is late stays late and runs on', async () => {
    const filed = await file(office);
    office.clock.set('2026-11-30T11:00:00+09:00');
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진' });
    expect(await deadlines(filed)).toMatchObject({ STATUTORY: 'PAUSED', CHARTER: 'RUNNING 2026-11-30T10:00' });
    office.clock.set('2026-12-01T11:00:00+09:00');
    await step(office, citizen, 'submitSupplement', filed, { text: '사진' });
    expect(await read(filed, 'charterOverdueAt')).toEqual({ charterOverdueAt: '2026-11-30T10:00:00+09:00' });
  });

  it('stands still during a field investigation of 14 working days, once 7 longer', async () => {
    const filed = await file(office);
    const investigation = { suspension: 'FIELD_INVESTIGATION', reason };
    expect(await refusedFor(office, officer, 'suspendComplaint', filed, { ...investigation, days: 15 })).toEqual([
      'INVALID_VALUE',
    ]);
    await step(office, officer, 'suspendComplaint', filed, { ...investigation, days: 14 });
    expect(await deadlines(filed)).toMatchObject({ STATUTORY: 'PAUSED', SUSPENSION: 'RUNNING 2026-12-11T00:00' });
    await step(office, officer, 'extendSuspension', filed, { days: 7, reason });
    expect(await deadlines(filed)).toMatchObject({ SUSPENSION: 'RUNNING 2026-12-22T00:00' });
    expect(await refusedFor(office, officer, 'extendSuspension', filed, { days: 1, reason })).toEqual([
      'LIMIT_REACHED',
    ]);
    expect(await refusedFor(office, officer, 'answerComplaint', filed, { answer: '마쳤습니다.' })).toEqual([
      'INVALID_STATE',
    ]);
    office.clock.set('2026-12-10T10:00:00+09:00');
    await step(office, officer, 'resumeComplaint', filed, { result: '현장을 확인하였습니다.' });
    // Friday, 11 December is day 1.
    expect(await deadlines(filed)).toMatchObject({
      STATUTORY: 'RUNNING 2026-12-22T00:00',
      SUSPENSION: 'MET 2026-12-22T00:00',
    });
    expect(await read(filed, 'status suspension')).toEqual({ status: 'ASSIGNED', suspension: null });
  });

  it('is extended once by the office within the length of the period; both promises move, the announced date stays', async () => {
    const filed = await file(office);
    expect(await refusedFor(office, officer, 'extendComplaint', filed, { length: 8, reason })).toEqual([
      'INVALID_VALUE',
    ]);
    await step(office, officer, 'extendComplaint', filed, { length: 5, reason });
    expect(await deadlines(filed)).toMatchObject({
      STATUTORY: 'RUNNING 2026-12-09T00:00',
      CHARTER: 'RUNNING 2026-12-07T10:00',
    });
    expect(await read(filed, 'extensions deadline { announcedDueAt dueAt }')).toEqual({
      ...{ extensions: 1 },
      deadline: { announcedDueAt: '2026-12-02T00:00:00+09:00', dueAt: '2026-12-09T00:00:00+09:00' },
    });
    expect(await office.told('complaint.extended.v1')).toMatchObject([
      { previousDueAt: '2026-12-01T15:00:00.000Z', dueAt: '2026-12-08T15:00:00.000Z', times: 1 },
    ]);
  });

  it('is extended a second time with the citizen’s consent alone; declined, nothing moves', async () => {
    const filed = await file(office);
    await step(office, officer, 'extendComplaint', filed, { length: 7, reason });
    await step(office, officer, 'extendComplaint', filed, { length: 3, reason });
    const before = await deadlines(filed);
    expect(before).toMatchObject({ STATUTORY: 'RUNNING 2026-12-11T00:00' });
    expect(await read(filed, 'pendingExtension { length reason proposedAt }')).toEqual({
      pendingExtension: { length: 3, reason, proposedAt: '2026-11-23T10:00:00+09:00' },
    });
    expect(await refusedFor(office, officer, 'extendComplaint', filed, { length: 3, reason })).toEqual([
      'CONSENT_REQUIRED',
    ]);
    await step(office, citizen, 'consentToExtension', filed, { consent: false });
    expect(await deadlines(filed)).toEqual(before);
    await step(office, officer, 'extendComplaint', filed, { length: 3, reason });
    await step(office, citizen, 'consentToExtension', filed, { consent: true });
    expect(await deadlines(filed)).toMatchObject({ STATUTORY: 'RUNNING 2026-12-16T00:00' });
    expect(await refusedFor(office, officer, 'extendComplaint', filed, { length: 1, reason })).toEqual([
      'LIMIT_REACHED',
    ]);
    expect((await office.told('complaint.extended.v1')).map(({ times }) => times)).toEqual([1, 2]);
    expect(await office.told('complaint.extension-declined.v1')).toHaveLength(1);
    const { timeline } = (await read(filed, 'timeline { text }')) as { timeline: { text: string }[] };
    expect(timeline.slice(-3).map(({ text }) => text)).toEqual([
      expect.stringContaining('동의하지 않으셨습니다'),
      expect.stringContaining('동의를 여쭈었습니다'),
      expect.stringContaining('동의하셨습니다'),
    ]);
  });

  it('takes nobody on by an extension: who takes it on afterwards accepts it', async () => {
    const filed = await file(office);
    await step(office, officer, 'extendComplaint', filed, { length: 2, reason });
    expect(await read(filed, 'status officerId')).toEqual({ status: 'RECEIVED', officerId: null });
    await step(office, officer, 'assignComplaint', filed);
    expect(await deadlines(filed)).toMatchObject({ ACCEPTANCE: 'MET 2026-11-24T10:00' });
  });

  it('waits for no consent once it is closed, nor when it is opened again', async () => {
    const filed = await file(office);
    await step(office, officer, 'extendComplaint', filed, { length: 2, reason });
    await step(office, officer, 'extendComplaint', filed, { length: 2, reason });
    await step(office, officer, 'answerComplaint', filed, { answer: '마쳤습니다.' });
    expect(await read(filed, 'pendingExtension { length }')).toEqual({ pendingExtension: null });
    expect(await refusedFor(office, citizen, 'consentToExtension', filed, { consent: true })).toEqual([
      'INVALID_STATE',
    ]);
    const [row] = await office.dataSource.query('SELECT proposed_extension FROM complaint WHERE id = $1', [filed.id]);
    expect(row).toEqual({ proposed_extension: null });
  });

  it('tells how far it is every 30 days, and when the citizen asks', async () => {
    const filed = await file(office);
    await step(office, citizen, 'requestInterimReport', filed);
    expect(await refusedFor(office, citizen, 'requestInterimReport', filed)).toEqual(['ALREADY_DONE']);
    expect(await deadlines(filed)).toMatchObject({ INTERIM_REQUESTED: 'RUNNING 2026-11-24T10:00' });
    office.clock.set('2026-11-23T16:00:00+09:00');
    await step(office, officer, 'reportInterim', filed, { progress: '설계를 마치고 공사를 준비하고 있습니다.' });
    const rows = await office.dataSource.query(
      `SELECT state, (due_at AT TIME ZONE 'Asia/Seoul')::text AS due FROM deadline
       WHERE subject_id = $1 AND kind LIKE 'INTERIM%' ORDER BY due_at, state`,
      [filed.id],
    );
    expect(rows).toEqual([
      { state: 'MET', due: '2026-11-24 10:00:00' },
      { state: 'MET', due: '2026-12-23 00:00:00' },
      { state: 'RUNNING', due: '2026-12-23 00:00:00' },
    ]);
    expect(await office.told('complaint.interim-reported.v1')).toMatchObject([{ dueAt: '2026-12-01T15:00:00.000Z' }]);
  });

  it('reaches its stages by the sweep: the citizen hears of the supplement, the officer of the duties', async () => {
    office.clock.set(new Date());
    const filed = await file(office);
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진' });
    await office.dataSource.query(
      `UPDATE deadline SET due_at = now() - interval '1 minute', next_action_at = now() - interval '1 minute', next_stage = 'LATE'
       WHERE subject_id = $1 AND kind IN ('SUPPLEMENT', 'INTERIM_REPORT')`,
      [filed.id],
    );
    await office.sweep();
    // Others may have been waiting as long as the database's clock is ahead of the test's.
    const ofThis = <T extends { complaintId: string }>(news: readonly T[]) =>
      news.filter(({ complaintId }) => complaintId === filed.id);
    expect(ofThis(await office.told('complaint.supplement-overdue.v1'))).toHaveLength(1);
    expect(ofThis(await office.told('complaint.task-overdue.v1'))).toMatchObject([{ task: 'INTERIM_REPORT' }]);
  });

  it('gives a notice the office’s words at the moment of sending, and says when its reason has gone', async () => {
    const filed = await file(office);
    await step(office, officer, 'requestSupplement', filed, { text: '현장 사진' });
    const { deadlineId } = (await office.told('complaint.supplement-requested.v1'))[0]!;
    const facts = (eventType: string, recipientId: string | null, about: string | null = null) =>
      office.internal('/internal/notice-facts', {
        ...{ eventType, subjectType: 'COMPLAINT', subjectId: filed.id, recipientId, deadlineId: about },
      });
    expect(await facts('complaint.supplement-requested.v1', citizen.id, deadlineId)).toEqual({
      ...{ stillTrue: true, words: { supplement: '현장 사진' } },
      contact: expect.objectContaining({ name: '홍길동' }),
    });
    expect(await facts('complaint.supplement-overdue.v1', citizen.id, deadlineId)).toMatchObject({ stillTrue: false });
    await step(office, citizen, 'submitSupplement', filed, { text: '사진을 보냅니다.' });
    expect(await facts('complaint.supplement-requested.v1', citizen.id, deadlineId)).toMatchObject({
      stillTrue: false,
    });
    await step(office, officer, 'extendComplaint', filed, { length: 7, reason });
    expect(await facts('complaint.extension-proposed.v1', citizen.id)).toMatchObject({ stillTrue: false });
    await step(office, officer, 'extendComplaint', filed, { length: 2, reason: '자재를 기다립니다.' });
    expect(await facts('complaint.extension-proposed.v1', citizen.id)).toMatchObject({
      ...{ stillTrue: true, words: { reason: '자재를 기다립니다.', extensionLength: '2', extensionUnit: 'DAYS' } },
    });
    await step(office, officer, 'rejectComplaint', filed, { reason: '사유지입니다.' });
    expect(await facts('complaint.rejected.v1', citizen.id)).toMatchObject({
      words: {
        ...{ reason: '사유지입니다.', remediesKo: expect.stringMatching(/헌장.*\n.*국민권익위원회/) },
        remediesEn: expect.stringMatching(/charter.*\n.*Civil Rights Commission/),
      },
    });
    expect(await facts('complaint.rejected.v1', officer.id)).toMatchObject({ contact: null });
  });
});
