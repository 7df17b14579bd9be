import { ROAD_REPAIR, openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, refusedFor, registerVisit, send, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { type Someone, admin, citizen, colleague, officer, otherCitizen, otherOfficer } from '@charter/service/testing';

/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '다른 기관이 맡은 일입니다.';

describe('how a complaint ends otherwise than by an answer', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
    const permit = { ...ROAD_REPAIR, code: 'ROAD_PERMIT', kind: 'STATUTORY', nameKo: '도로점용 허가' };
    await office.ask(
      admin,
      'mutation ($input: SaveServiceItemInput!) { saveServiceItem(input: $input) { errors { code } } }',
      {
        input: permit,
      },
    );
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(NOW);
    await office.dataSource.query('TRUNCATE outbox_event CASCADE');
  });

  const read = async <T = Record<string, unknown>>(who: Someone, { id }: Pick<Complaint, 'id'>, fields: string) =>
    (await office.ask<{ complaint: T | null }>(who, `query ($id: ID!) { complaint(id: $id) { ${fields} } }`, { id }))
      .data!.complaint;
  const states = async ({ id }: Pick<Complaint, 'id'>): Promise<Record<string, string>> => {
    const rows = (await office.dataSource.query(
      `SELECT kind, state || CASE WHEN missed_at IS NULL THEN '' ELSE ' late' END AS state FROM deadline WHERE subject_id = $1`,
      [id],
    )) as { kind: string; state: string }[];
    return Object.fromEntries(rows.map(({ kind, state }) => [kind, state]));
  };

  it('is passed to another department: number, history and dates stay, the limit of three hours is kept or missed', async () => {
    const filed = await file(office);
    office.clock.set('2026-11-23T15:00:00+09:00');
    const moved = await step(office, officer, 'transferComplaint', filed, { departmentCode: 'WATER', reason });
    expect(moved).toMatchObject({ receiptNumber: filed.receiptNumber, status: 'RECEIVED', officerId: null });
    // 10:00 to 15:00 are four working hours: one too many.
    expect(await states(filed)).toEqual({
      ...{
        ACCEPTANCE: 'MET',
        STATUTORY: 'RUNNING',
        CHARTER: 'RUNNING',
        INTERIM_REPORT: 'RUNNING',
        TRANSFER: 'MET late',
      },
    });
    expect(await read(officer, filed, 'id')).toBeNull();
    expect(await read(otherOfficer, filed, 'department { code } timeline { status text detail dueAt }')).toEqual({
      department: { code: 'WATER' },
      timeline: [
        { status: 'RECEIVED', text: '민원이 접수되었습니다.', detail: null, dueAt: '2026-12-02T00:00:00+09:00' },
        {
          ...{ status: 'RECEIVED', text: '이 일을 맡은 부서로 민원을 보냈습니다. 접수번호와 기한은 그대로입니다.' },
          ...{ detail: reason, dueAt: '2026-12-02T00:00:00+09:00' },
        },
      ],
    });
    expect(await office.told('complaint.moved.v1')).toMatchObject([
      { departmentCode: 'WATER', previousDepartmentCode: 'ROADS', officerId: null },
    ]);
    // The next department has three hours of its own.
    office.clock.set('2026-11-23T17:00:00+09:00');
    await step(office, otherOfficer, 'transferComplaint', filed, { departmentCode: 'ROADS', reason });
    const passings = await office.dataSource.query(
      `SELECT missed_at IS NOT NULL AS late FROM deadline WHERE subject_id = $1 AND kind = 'TRANSFER' ORDER BY received_at`,
      [filed.id],
    );
    expect(passings).toEqual([{ late: true }, { late: false }]);
  });

  it.each([
    ['the department that has it', { departmentCode: 'ROADS' }, 'ALREADY_DONE'],
    ['no department of the city', { departmentCode: 'NOWHERE' }, 'INVALID_VALUE'],
    ['nobody', {}, 'BAD_USER_INPUT'],
    ['two at once', { departmentCode: 'WATER', body: '국토교통부' }, 'BAD_USER_INPUT'],
  ])('is not passed to %s', async (_name, input, code) => {
    const filed = await file(office);
    expect(await refusedFor(office, officer, 'transferComplaint', filed, { ...input, reason })).toEqual([code]);
    expect(await states(filed)).not.toHaveProperty('TRANSFER');
  });

  it('is passed to another body within eight hours, and ends here for the city', async () => {
    const filed = await file(office);
    office.clock.set('2026-11-23T18:00:00+09:00');
    await step(office, officer, 'transferComplaint', filed, { body: '국토교통부', reason });
    expect(await states(filed)).toEqual({
      ...{
        ACCEPTANCE: 'MET',
        STATUTORY: 'CANCELLED',
        CHARTER: 'CANCELLED',
        INTERIM_REPORT: 'CANCELLED',
        TRANSFER: 'MET',
      },
    });
    expect(await read(citizen, filed, 'status transferredTo closedAt')).toEqual({
      ...{ status: 'TRANSFERRED', transferredTo: '국토교통부', closedAt: '2026-11-23T18:00:00+09:00' },
    });
    expect(await office.told('complaint.transferred.v1')).toHaveLength(1);
  });

  it('registered at the front desk for another department, is forwarded within an hour of the visit or late', async () => {
    const inTime = await registerVisit(office, new Date('2026-11-23T09:30:00+09:00'), { serviceCode: 'WATER_LEAK' });
    expect(await states(inTime)).toMatchObject({ FORWARDING: 'MET' });
    const late = await registerVisit(office, new Date('2026-11-20T09:30:00+09:00'), { serviceCode: 'WATER_LEAK' });
    expect(await states(late)).toMatchObject({ FORWARDING: 'MET late' });
    expect(await states(await registerVisit(office, NOW))).not.toHaveProperty('FORWARDING');
  });

  it('is refused with its reason and the ways to object: a statutory one within 60 days by law', async () => {
    const filed = await file(office, { serviceCode: 'ROAD_PERMIT' });
    await step(office, officer, 'rejectComplaint', filed, { reason: '점용 구간이 보행로를 막습니다.' });
    expect(await states(filed)).toMatchObject({ STATUTORY: 'MET', CHARTER: 'MET', INTERIM_REPORT: 'CANCELLED' });
    expect(await read(citizen, filed, 'status answer rejection { reason rejectedAt remedies objectUntil }')).toEqual({
      ...{ status: 'REJECTED', answer: null },
      rejection: {
        ...{ reason: '점용 구간이 보행로를 막습니다.', rejectedAt: '2026-11-23T10:00:00+09:00' },
        // 60 days from the 24th end with Friday, 22 January.
        objectUntil: '2027-01-23T00:00:00+09:00',
        remedies: [
          expect.stringContaining('60일'),
          expect.stringContaining('행정심판'),
          expect.stringContaining('행정소송'),
          expect.stringContaining('헌장'),
        ],
      },
    });
    expect(await office.told('complaint.rejected.v1')).toMatchObject([
      { lateByLaw: false, lateByCharter: false, objectUntil: '2027-01-22T15:00:00.000Z' },
    ]);
    const grievance = await file(office);
    await step(office, officer, 'rejectComplaint', grievance, { reason: '사유지입니다.' });
    expect(await read(citizen, grievance, 'rejection { objectUntil remedies }')).toEqual({
      rejection: {
        objectUntil: null,
        remedies: [expect.stringContaining('헌장'), expect.stringContaining('국민권익위원회')],
      },
    });
  });

  describe('repeated', () => {
    const again = () => file(office, { serviceCode: 'WATER_LEAK', title: '누수가 또 생겼습니다' }, otherCitizen);
    const closing = { reason: '같은 내용에 두 번 답변드렸습니다.' };

    it('is recognised, offered, and closed by an officer after two results; never by itself', async () => {
      const first = await again();
      office.clock.set('2026-11-23T10:20:00+09:00');
      const second = await again();
      await answer(office, first, otherOfficer);
      office.clock.set('2026-11-23T11:00:00+09:00');
      const third = await again();
      expect(await read(otherOfficer, third, 'status repeat { resultsTold mayBeClosed earlier { id } }')).toEqual({
        ...{ status: 'RECEIVED' },
        repeat: { resultsTold: 1, mayBeClosed: false, earlier: [{ id: first.id }, { id: second.id }] },
      });
      expect(await refusedFor(office, otherOfficer, 'closeRepeatedComplaint', third, closing)).toEqual(['TOO_EARLY']);
      await answer(office, second, otherOfficer);
      expect(await read(otherOfficer, third, 'repeat { mayBeClosed }')).toEqual({ repeat: { mayBeClosed: true } });
      await step(office, otherOfficer, 'closeRepeatedComplaint', third, closing);
      expect(await read(otherCitizen, third, 'status closedAt repeat { resultsTold }')).toEqual({
        ...{ status: 'CLOSED_AS_REPEAT', closedAt: '2026-11-23T11:00:00+09:00', repeat: null },
      });
      expect(await states(third)).toMatchObject({ STATUTORY: 'MET', CHARTER: 'MET' });
      expect(await office.told('complaint.closed-as-repeat.v1')).toMatchObject([{ complaintId: third.id }]);
    });

    it('is not what another citizen filed, what is about another service, or what says something else', async () => {
      const fresh = {
        serviceCode: 'ROAD_PERMIT',
        title: '점용 허가를 신청합니다',
        body: '중앙로 앞 보도 10제곱미터입니다.',
      };
      const others = await file(office, fresh, otherCitizen);
      await file(office, { ...fresh, serviceCode: 'ROAD_REPAIR' });
      await file(office, { ...fresh, title: '간판', body: '옥상에 세울 수 있는지 알고 싶어 여쭙습니다.' });
      const mine = await file(office, fresh);
      expect(await read(officer, mine, 'repeat { earlier { id } }')).toEqual({ repeat: { earlier: [] } });
      expect(await read(officer, others, 'repeat { earlier { id } }')).toEqual({ repeat: { earlier: [] } });
    });
  });

  it('is judged by its citizen once, after a result', async () => {
    const filed = await file(office);
    const opinion = { satisfied: false, text: '아직 구멍이 남아 있습니다.' };
    expect(await refusedFor(office, citizen, 'giveOpinion', filed, opinion)).toEqual(['INVALID_STATE']);
    await answer(office, filed);
    await step(office, citizen, 'giveOpinion', filed, opinion);
    expect(await refusedFor(office, citizen, 'giveOpinion', filed, { satisfied: true })).toEqual(['ALREADY_DONE']);
    expect(await read(colleague, filed, 'status opinion { satisfied text givenAt }')).toEqual({
      ...{ status: 'ANSWERED', opinion: { ...opinion, givenAt: '2026-11-23T10:00:00+09:00' } },
    });
    expect(await office.told('complaint.opinion-given.v1')).toMatchObject([{ satisfied: false }]);
  });

  it('opens to one of two who act at once: the other reads first', async () => {
    const filed = await file(office);
    const { version } = filed;
    const both = await Promise.all([
      send(office, officer, 'rejectComplaint', { complaintId: filed.id, reason, version }),
      send(office, colleague, 'answerComplaint', { complaintId: filed.id, answer: '마쳤습니다.', version }),
    ]);
    const outcomes = both
      .map(({ data, errors }) => errors?.[0]?.extensions.code ?? data!.result.complaint!.status)
      .sort();
    expect(outcomes[1]).toBe('STALE_VERSION');
    expect(['ANSWERED', 'REJECTED']).toContain(outcomes[0]);
  });
});
