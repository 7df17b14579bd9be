import { randomUUID } from 'node:crypto';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, registerVisit, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import * as people from '@charter/service/testing';

const { citizen, otherCitizen, officer, colleague, manager, otherOfficer, auditor, admin } = people;
/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');

describe('handling complaints', () => {
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

  const standing = async ({ id }: Pick<Complaint, 'id'>): Promise<Record<string, string>> => {
    const rows = (await office.dataSource.query(
      `SELECT kind, state || CASE WHEN missed_at IS NULL THEN '' ELSE ' late' END AS state, owner_id AS owner
       FROM deadline WHERE subject_id = $1`,
      [id],
    )) as { kind: string; state: string; owner: string | null }[];
    return Object.fromEntries(rows.map(({ kind, state }) => [kind, state]));
  };
  const owners = async ({ id }: Pick<Complaint, 'id'>): Promise<unknown[]> =>
    (
      await office.dataSource.query(
        `SELECT DISTINCT owner_id FROM deadline WHERE subject_id = $1 AND kind <> 'ACCEPTANCE'`,
        [id],
      )
    ).map(({ owner_id }: { owner_id: string }) => owner_id);
  const history = async ({ id }: Pick<Complaint, 'id'>): Promise<unknown> =>
    (
      await office.dataSource.query(
        'SELECT from_status, to_status, changed_by FROM complaint_history WHERE complaint_id = $1 ORDER BY id',
        [id],
      )
    ).map((row: Record<string, string>) => `${row.from_status} → ${row.to_status} by ${row.changed_by}`);

  it('is assigned: accepted in time, dates keep, the officer keeps them, everybody can read the step', async () => {
    const filed = await file(office);
    const { data } = await send(office, manager, 'assignComplaint', { complaintId: filed.id, officerId: officer.id });
    expect(data!.result).toMatchObject({
      complaint: { status: 'ASSIGNED', officerId: officer.id, version: filed.version + 1 },
      errors: [],
    });
    expect(await standing(filed)).toEqual({
      ...{ ACCEPTANCE: 'MET', CHARTER: 'RUNNING', STATUTORY: 'RUNNING', INTERIM_REPORT: 'RUNNING' },
    });
    expect(await owners(filed)).toEqual([officer.id]);
    expect(await office.told('complaint.assigned.v1')).toMatchObject([
      { complaintId: filed.id, officerId: officer.id, previousOfficerId: null },
    ]);
    expect(await history(filed)).toEqual([`null → RECEIVED by ${citizen.id}`, `RECEIVED → ASSIGNED by ${manager.id}`]);
  });

  it('is taken on by who gives no name, handed on by who has it, and tells the citizen in plain words', async () => {
    const filed = await file(office);
    await send(office, officer, 'assignComplaint', { complaintId: filed.id });
    const { data } = await send(office, officer, 'assignComplaint', { complaintId: filed.id, officerId: colleague.id });
    expect(data!.result.complaint).toMatchObject({ status: 'ASSIGNED', officerId: colleague.id });
    expect(await owners(filed)).toEqual([colleague.id]);
    expect(await office.told('complaint.assigned.v1')).toMatchObject([
      { officerId: officer.id, previousOfficerId: null },
      { officerId: colleague.id, previousOfficerId: officer.id },
    ]);
    const seen = await office.ask<{ complaint: { timeline: { text: string }[] } }>(
      citizen,
      `query ($id: ID!) { complaint(id: $id) { timeline { text } } }`,
      { id: filed.id },
    );
    expect(seen.data!.complaint.timeline.map(({ text }) => text)).toEqual([
      '민원이 접수되었습니다.',
      '담당자가 지정되어 민원을 살펴보고 있습니다.',
      '담당자가 바뀌었습니다.',
    ]);
  });

  it('cannot be assigned to who has it', async () => {
    const visit = await registerVisit(office, NOW);
    const { data } = await send(office, officer, 'assignComplaint', { complaintId: visit.id });
    expect(data!.result).toMatchObject({
      complaint: null,
      errors: [{ code: 'ALREADY_DONE', path: ['officerId'], message: '이미 이 담당자에게 지정되어 있습니다.' }],
    });
    expect(await office.told('complaint.assigned.v1')).toEqual([]);
  });

  it('is answered in time: all deadlines met, the survey and the citizen hear of it', async () => {
    const filed = await file(office);
    office.clock.set('2026-11-24T16:00:00+09:00');
    const answered = await answer(office, filed);
    expect(answered).toMatchObject({ status: 'ANSWERED', officerId: officer.id });
    // Nobody had taken it on before Tuesday 10:00: accepted late, and answered in time.
    expect(await standing(filed)).toEqual({
      ...{ ACCEPTANCE: 'MET late', CHARTER: 'MET', STATUTORY: 'MET', INTERIM_REPORT: 'CANCELLED' },
    });
    expect(await office.told('complaint.answered.v1')).toEqual([
      {
        ...{ complaintId: filed.id, receiptNumber: filed.receiptNumber, citizenId: citizen.id, officerId: officer.id },
        ...{ departmentCode: 'ROADS', serviceCode: 'ROAD_REPAIR', answeredAt: '2026-11-24T07:00:00.000Z' },
        ...{ channel: 'ONLINE', lateByLaw: false, lateByCharter: false },
      },
    ]);
    const seen = await office.ask(citizen, `query ($id: ID!) { complaint(id: $id) { answer answeredAt } }`, {
      id: filed.id,
    });
    expect(seen.data).toEqual({
      complaint: {
        answer: '보수를 마쳤습니다. 불편을 드려 죄송합니다.',
        answeredAt: '2026-11-24T16:00:00+09:00',
      },
    });
  });

  it.each([
    ['2026-11-30T10:00:00+09:00', { CHARTER: 'MET late', STATUTORY: 'MET' }, { lateByLaw: false, lateByCharter: true }],
    [
      '2026-12-02T00:00:00+09:00',
      { CHARTER: 'MET late', STATUTORY: 'MET late' },
      { lateByLaw: true, lateByCharter: true },
    ],
  ])('is answered at %s: late stays late, against each promise', async (at, states, told) => {
    const visit = await registerVisit(office, NOW);
    office.clock.set(at);
    await answer(office, visit);
    expect(await standing(visit)).toEqual({ ...states, INTERIM_REPORT: 'CANCELLED' });
    expect(await office.told('complaint.answered.v1')).toMatchObject([told]);
    const seen = await office.ask<{ complaint: Record<string, unknown> }>(
      citizen,
      `query ($id: ID!) { complaint(id: $id) { overdue overdueAt charterOverdueAt } }`,
      { id: visit.id },
    );
    expect(seen.data!.complaint).toMatchObject({ overdue: false, charterOverdueAt: '2026-11-30T10:00:00+09:00' });
  });

  it('is withdrawn by its citizen: nothing is due any more', async () => {
    const filed = await file(office);
    const { data } = await send(office, citizen, 'withdrawComplaint', { complaintId: filed.id });
    expect(data!.result).toMatchObject({ complaint: { status: 'WITHDRAWN' }, errors: [] });
    expect(await standing(filed)).toEqual({
      ...{ ACCEPTANCE: 'CANCELLED', CHARTER: 'CANCELLED', STATUTORY: 'CANCELLED', INTERIM_REPORT: 'CANCELLED' },
    });
    expect(await office.told('complaint.withdrawn.v1')).toMatchObject([{ complaintId: filed.id }]);
  });

  it.each([
    ['answerComplaint', 'answerComplaint', officer, 'ALREADY_DONE'],
    ['answerComplaint', 'withdrawComplaint', citizen, 'INVALID_STATE'],
    ['answerComplaint', 'assignComplaint', officer, 'INVALID_STATE'],
    ['withdrawComplaint', 'withdrawComplaint', citizen, 'ALREADY_DONE'],
    ['withdrawComplaint', 'answerComplaint', officer, 'INVALID_STATE'],
    ['withdrawComplaint', 'assignComplaint', officer, 'INVALID_STATE'],
  ] as const)('after %s refuses %s and changes nothing', async (first, then, who, code) => {
    const filed = await file(office);
    const input = { complaintId: filed.id, ...(first === 'answerComplaint' && { answer: '마쳤습니다.' }) };
    await send(office, first === 'answerComplaint' ? officer : citizen, first, input);
    const before = await history(filed);
    const events = await office.count('outbox_event');
    const { data } = await send(office, who, then, {
      ...{ complaintId: filed.id, ...(then === 'answerComplaint' && { answer: '다시 답변합니다.' }) },
    });
    expect(data!.result).toMatchObject({
      complaint: null,
      errors: [{ code, message: expect.stringMatching(/상태.*민원입니다|할 수 없는 처리입니다/) }],
    });
    expect(await history(filed)).toEqual(before);
    expect(await office.count('outbox_event')).toBe(events);
  });

  it('refuses an answer with a resident number, and stays open', async () => {
    const filed = await file(office);
    const { data } = await send(office, officer, 'answerComplaint', {
      complaintId: filed.id,
      answer: '900101-1234568',
    });
    expect(data!.result).toMatchObject({ errors: [{ code: 'RESIDENT_NUMBER_PRESENT', path: ['answer'] }] });
    expect(await standing(filed)).toMatchObject({ STATUTORY: 'RUNNING' });
  });

  it.each([
    ['assignComplaint', otherOfficer, 'NOT_FOUND'],
    ['assignComplaint', citizen, 'FORBIDDEN'],
    ['assignComplaint', auditor, 'FORBIDDEN'],
    ['answerComplaint', otherOfficer, 'NOT_FOUND'],
    ['answerComplaint', citizen, 'FORBIDDEN'],
    ['answerComplaint', auditor, 'FORBIDDEN'],
    ['answerComplaint', admin, 'FORBIDDEN'],
    ['withdrawComplaint', otherCitizen, 'NOT_FOUND'],
    ['withdrawComplaint', officer, 'FORBIDDEN'],
    ['withdrawComplaint', people.anonymous, 'UNAUTHENTICATED'],
  ] as const)('%s by the wrong person (%j) is %s', async (name, who, code) => {
    const filed = await file(office);
    const { data, errors } = await send(office, who, name, {
      ...{ complaintId: filed.id, ...(name === 'answerComplaint' && { answer: '답변' }) },
    });
    expect({ data, code: errors?.[0]?.extensions.code }).toEqual({ data: null, code });
    expect(await history(filed)).toHaveLength(1);
  });

  it('does not let an officer take what a colleague has', async () => {
    const visit = await registerVisit(office, NOW);
    const { errors } = await send(office, colleague, 'assignComplaint', { complaintId: visit.id });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { data } = await send(office, manager, 'assignComplaint', { complaintId: visit.id, officerId: colleague.id });
    expect(data!.result.complaint).toMatchObject({ officerId: colleague.id });
  });

  it.each([randomUUID(), 'no-id'])('does not know %s', async (complaintId) => {
    const { errors } = await send(office, officer, 'answerComplaint', { complaintId, answer: '답변' });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('answers once when two officers answer at once', async () => {
    const filed = await file(office);
    const both = await Promise.all(
      [officer, colleague].map((who) =>
        send(office, who, 'answerComplaint', { complaintId: filed.id, answer: '마침' }),
      ),
    );
    const codes = both.flatMap(({ data }) => data!.result.errors.map(({ code }) => code));
    expect(codes).toEqual(['ALREADY_DONE']);
    expect(await office.told('complaint.answered.v1')).toHaveLength(1);
    expect(await history(filed)).toHaveLength(2);
  });

  it('either answers or withdraws when both come at once', async () => {
    const filed = await file(office);
    await Promise.all([
      send(office, officer, 'answerComplaint', { complaintId: filed.id, answer: '마쳤습니다.' }),
      send(office, citizen, 'withdrawComplaint', { complaintId: filed.id }),
    ]);
    const told = await Promise.all([office.told('complaint.answered.v1'), office.told('complaint.withdrawn.v1')]);
    expect(told.flat()).toHaveLength(1);
  });

  it('refuses a change that rests on an old version', async () => {
    const filed = await file(office);
    await send(office, manager, 'assignComplaint', { complaintId: filed.id, officerId: officer.id });
    const { errors } = await send(office, officer, 'answerComplaint', {
      ...{ complaintId: filed.id, answer: '마쳤습니다.', version: filed.version },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'STALE_VERSION' } }]);
    const fresh = { complaintId: filed.id, answer: '마쳤습니다.', version: filed.version + 1 };
    expect((await send(office, officer, 'answerComplaint', fresh)).data!.result.errors).toEqual([]);
  });
});
