import { randomUUID } from 'node:crypto';
import { citizen, colleague, inEnglish, manager, officer, otherCitizen, otherOfficer } from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, refusedFor, step } from './fixtures/complaints';
import { GROUNDS, appeal, objectionStep, openPermits, outcomeOf, rejected, sendObjection } from './fixtures/objections';
import { type Office, openOffice } from './fixtures/office';

/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '현장을 다시 확인하였습니다.';

describe('an objection', () => {
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
  const complaintOf = async <T>({ id }: Pick<Complaint, 'id'>, fields: string): Promise<T> =>
    (await office.ask<{ complaint: T }>(citizen, `query ($id: ID!) { complaint(id: $id) { ${fields} } }`, { id })).data!
      .complaint;
  const objectionOf = async <T>(id: string, fields: string, who: object = citizen): Promise<T> =>
    (
      await office.ask<{ objection: T }>(
        who as typeof citizen,
        `query ($id: ID!) { objection(id: $id) { ${fields} } }`,
        { id },
      )
    ).data!.objection;

  describe('by law', () => {
    it('is filed, assigned, extended and upheld: the complaint opens again with new dates from the decision', async () => {
      const refused = await rejected(office);
      office.clock.set('2026-11-30T10:00:00+09:00');
      const filed = await appeal(office, refused);
      expect(filed).toMatchObject({
        ...{ basis: 'STATUTORY', status: 'FILED', handlerId: null },
        deadline: { kind: 'OBJECTION', state: 'RUNNING', dueAt: '2026-12-12T00:00:00+09:00' },
      });
      const assigned = await objectionStep(office, manager, 'assignObjection', {
        ...{ objectionId: filed.id, officerId: colleague.id },
      });
      expect(assigned).toMatchObject({ status: 'ASSIGNED', handlerId: colleague.id, version: 2 });
      const extended = await objectionStep(office, colleague, 'extendObjection', {
        ...{ objectionId: filed.id, length: 10, reason: '현장 조사가 더 필요합니다.' },
      });
      // Ten working days from Monday 14 December, the first after expiry: over Christmas.
      expect(extended.deadline).toMatchObject({ state: 'RUNNING', dueAt: '2026-12-29T00:00:00+09:00' });
      office.clock.set('2026-12-21T10:00:00+09:00');
      expect(outcomeOf(await decide(filed.id, true, {}, colleague))).toBe('UPHELD');

      expect(
        await complaintOf(refused, 'status officerId deadline { state dueAt charterDueAt } rejection { reason }'),
      ).toEqual({
        ...{ status: 'ASSIGNED', officerId: officer.id, rejection: null },
        deadline: {
          ...{ state: 'RUNNING', dueAt: '2026-12-31T00:00:00+09:00', charterDueAt: '2026-12-29T10:00:00+09:00' },
        },
      });
      const told = await Promise.all(
        (
          [
            ...['objection.filed.v1', 'objection.assigned.v1', 'objection.extended.v1', 'objection.decided.v1'],
            'complaint.reopened.v1',
          ] as const
        ).map((type) => office.told(type as 'objection.decided.v1')),
      );
      expect(told.map((each) => each.length)).toEqual([1, 1, 1, 1, 1]);
      expect(told[3]).toMatchObject([
        {
          ...{ objectionId: filed.id, complaintId: refused.id, basis: 'STATUTORY', departmentCode: 'ROADS' },
          ...{ upheld: true, late: false, decidedAt: '2026-12-21T01:00:00.000Z' },
        },
      ]);
      expect(JSON.stringify(told)).not.toContain(GROUNDS);
      expect(await objectionOf(filed.id, 'upheld decisionReason remedies deadline { state } extensionReason')).toEqual({
        ...{ upheld: true, decisionReason: reason, remedies: [], deadline: { state: 'MET' } },
        extensionReason: '현장 조사가 더 필요합니다.',
      });
      // The story goes on: answered this time. The citizen reads all of it in one place.
      expect((await answer(office, refused)).status).toBe('ANSWERED');
      const { timeline } = await complaintOf<{ timeline: { status: string; text: string; detail: string | null }[] }>(
        refused,
        'timeline { status text detail }',
      );
      expect(timeline.slice(2).map(({ status, text }) => `${status} ${text.slice(0, 14)}`)).toEqual([
        'REJECTED 신청하신 내용을 받아들이지',
        'REJECTED 이의신청이 접수되었습니다.',
        'REJECTED 민원을 처리한 사람이 아닌',
        'REJECTED 부득이한 사유로 이의신청의',
        'REJECTED 이의신청이 받아들여졌습니다',
        'ASSIGNED 이의신청이 받아들여져 민원',
        'ANSWERED 답변을 드렸습니다.',
      ]);
      expect(timeline[5]!.detail).toBe('현장 조사가 더 필요합니다.');
      expect(JSON.stringify(timeline)).not.toContain(GROUNDS);
    });

    it('is dismissed with the reason and the ways on, and the complaint stays rejected', async () => {
      const refused = await rejected(office);
      const filed = await appeal(office, refused);
      await decide(filed.id, false);
      const fields = 'status upheld decisionReason remedies timeline { status text detail }';
      const seen = await objectionOf<{ remedies: string[] }>(filed.id, fields);
      expect(seen).toMatchObject({
        ...{ status: 'DISMISSED', upheld: false, decisionReason: reason },
        timeline: [
          { status: 'FILED', text: '이의신청이 접수되었습니다.', detail: null },
          { status: 'DISMISSED', text: expect.stringContaining('받아들여지지 않았습니다'), detail: reason },
        ],
      });
      expect(seen.remedies.join('\n')).toMatch(/행정심판.*90일[^]*행정소송.*90일/);
      const english = await objectionOf<{ remedies: string[] }>(filed.id, 'remedies', inEnglish(citizen));
      expect(english.remedies.join('\n')).toMatch(/administrative appeal[^]*lawsuit/i);
      expect((await complaintOf<Complaint>(refused, 'status')).status).toBe('REJECTED');
      expect(await office.told('complaint.reopened.v1')).toEqual([]);
      expect(
        outcomeOf(
          await sendObjection(office, citizen, 'appealComplaint', {
            complaintId: refused.id,
            basis: 'STATUTORY',
            reason,
          }),
        ),
      ).toBe('ALREADY_DONE');
    });

    it('may be made to a second rejection again', async () => {
      const refused = await rejected(office);
      await decide((await appeal(office, refused)).id, true);
      await step(office, officer, 'rejectComplaint', refused, { reason: '다시 검토하였으나 어렵습니다.' });
      expect(await appeal(office, refused, { basis: 'STATUTORY' })).toMatchObject({ status: 'FILED' });
    });

    it('is asked back within 60 days of the notice, to the midnight in Seoul; by the charter ever after', async () => {
      const refused = await rejected(office); // the 60th day is 22 January 2027, a Friday
      const tries = async (moment: string, basis?: string): Promise<string> => {
        office.clock.set(moment);
        const sent = await sendObjection(office, citizen, 'appealComplaint', {
          complaintId: refused.id,
          basis,
          reason,
        });
        const objection = sent.data?.result?.objection;
        if (objection) await objectionStep(office, citizen, 'withdrawObjection', { objectionId: objection.id });
        return objection?.basis ?? outcomeOf(sent);
      };
      expect(await tries('2027-01-21T10:00:00+09:00')).toBe('STATUTORY');
      expect(await tries('2027-01-22T23:59:59.999+09:00', 'STATUTORY')).toBe('STATUTORY');
      expect(await tries('2027-01-23T00:00:00+09:00', 'STATUTORY')).toBe('TOO_LATE');
      expect(await tries('2027-01-23T10:00:00+09:00')).toBe('CHARTER');
    });

    it('moves with a holiday declared on the 60th day', async () => {
      const refused = await rejected(office);
      await office.hear('holiday.declared.v1', { date: '2027-01-22', nameKo: '시민의 날', nameEn: 'Citizens’ Day' });
      office.clock.set('2027-01-25T23:59:00+09:00'); // the Monday after
      expect(await appeal(office, refused, { basis: 'STATUTORY' })).toMatchObject({ basis: 'STATUTORY' });
    });
  });

  describe('by the charter', () => {
    it('is made to a complaint that is still open; upheld, its dates stay: the office gains no time', async () => {
      const filed = await file(office);
      await step(office, officer, 'assignComplaint', filed);
      const dates = await complaintOf(filed, 'deadline { id dueAt }');
      const objection = await appeal(office, filed);
      expect(objection).toMatchObject({
        ...{ basis: 'CHARTER', deadline: { kind: 'CHARTER_OBJECTION', dueAt: '2026-12-02T00:00:00+09:00' } },
      });
      expect(outcomeOf(await decide(objection.id, true))).toBe('UPHELD');
      expect(await complaintOf(filed, 'status deadline { id dueAt }')).toEqual({
        status: 'ASSIGNED',
        ...(dates as object),
      });
      expect(await office.told('complaint.reopened.v1')).toEqual([]);
    });

    it('opens an answered complaint again when it is upheld', async () => {
      const answered = await answer(office, await file(office));
      const objection = await appeal(office, answered);
      expect(objection.basis).toBe('CHARTER');
      await decide(objection.id, true);
      expect(await complaintOf(answered, 'status answer')).toEqual({ status: 'ASSIGNED', answer: null });
    });

    it('leaves closed what the citizen took back themselves', async () => {
      const withdrawn = await step(office, citizen, 'withdrawComplaint', await file(office));
      const objection = await appeal(office, withdrawn);
      expect(outcomeOf(await decide(objection.id, true))).toBe('UPHELD');
      expect((await complaintOf<Complaint>(withdrawn, 'status')).status).toBe('WITHDRAWN');
    });

    it('goes beside the law’s, each on its own', async () => {
      const refused = await rejected(office);
      const byLaw = await appeal(office, refused);
      office.clock.advance(1_000);
      const byCharter = await appeal(office, refused, { basis: 'CHARTER' });
      await decide(byLaw.id, true);
      expect(outcomeOf(await decide(byCharter.id, true))).toBe('UPHELD');
      expect(await office.told('complaint.reopened.v1')).toHaveLength(1);
      expect(await complaintOf(refused, 'objections { id status }')).toEqual({
        // Filed in the same moment of the test's clock: either may come first.
        objections: expect.arrayContaining([
          { id: byLaw.id, status: 'UPHELD' },
          { id: byCharter.id, status: 'UPHELD' },
        ]),
      });
    });
  });

  it.each([
    ['to an answered one', () => file(office, { serviceCode: 'ROAD_PERMIT' }).then((one) => answer(office, one))],
    ['to an open one', () => file(office, { serviceCode: 'ROAD_PERMIT' })],
    [
      'to a rejected grievance',
      async () => step(office, officer, 'rejectComplaint', await file(office), { reason: '사유지입니다.' }),
    ],
  ])('by law is refused %s, and says what to do instead', async (_what, make) => {
    const complaint = await make();
    const input = { complaintId: complaint.id, basis: 'STATUTORY', reason };
    const { data } = await sendObjection(office, citizen, 'appealComplaint', input);
    expect(data!.result).toMatchObject({
      objection: null,
      errors: [
        { code: 'INVALID_STATE', path: ['basis'], message: expect.stringContaining('헌장에 따른 이의신청(CHARTER)') },
      ],
    });
  });

  describe('another person decides', () => {
    it('neither who has the complaint nor who rejected it, nor one of them by name', async () => {
      const filed = await file(office, { serviceCode: 'ROAD_PERMIT' });
      await step(office, officer, 'assignComplaint', filed);
      await step(office, colleague, 'rejectComplaint', filed, { reason: '통행에 지장이 있습니다.' });
      const { id } = await appeal(office, filed);
      const named = (officerId: string) =>
        sendObjection(office, manager, 'assignObjection', { objectionId: id, officerId });
      expect(outcomeOf(await named(officer.id))).toBe('CONFLICT_OF_INTEREST');
      expect(outcomeOf(await named(colleague.id))).toBe('SAME_PERSON');
      const tried = async (who: typeof officer | typeof colleague) =>
        outcomeOf(await sendObjection(office, who, 'decideAppeal', { objectionId: id, upheld: false, reason }));
      expect([await tried(officer), await tried(colleague)]).toEqual(['CONFLICT_OF_INTEREST', 'SAME_PERSON']);
      expect(outcomeOf(await decide(id, false))).toBe('DISMISSED');
    });

    it('not who was named and has become the complaint’s officer meanwhile', async () => {
      const filed = await file(office);
      await step(office, officer, 'assignComplaint', filed);
      const { id } = await appeal(office, filed);
      await objectionStep(office, manager, 'assignObjection', { objectionId: id, officerId: colleague.id });
      await step(office, manager, 'assignComplaint', filed, { officerId: colleague.id });
      expect(outcomeOf(await decide(id, true, {}, colleague))).toBe('CONFLICT_OF_INTEREST');
    });

    it('and the database takes no other', async () => {
      const { id } = await appeal(office, await rejected(office));
      await expect(
        office.dataSource.query(
          `UPDATE objection SET status = 'DISMISSED', decided_at = now(), decided_by = officer_id, decision_reason = 'x' WHERE id = $1`,
          [id],
        ),
      ).rejects.toThrow(/check constraint/);
    });
  });

  it('is not extended after its date, nor twice', async () => {
    const filed = await appeal(office, await rejected(office));
    const extend = (length = 3) =>
      sendObjection(office, manager, 'extendObjection', { objectionId: filed.id, length, reason });
    expect(outcomeOf(await extend(11))).toBe('INVALID_VALUE');
    expect(outcomeOf(await extend())).toBe('FILED');
    expect(outcomeOf(await extend())).toBe('LIMIT_REACHED');
    const late = await appeal(office, await rejected(office));
    office.clock.set(late.deadline.dueAt);
    expect(
      outcomeOf(await sendObjection(office, manager, 'extendObjection', { objectionId: late.id, length: 3, reason })),
    ).toBe('TOO_LATE');
    await decide(late.id, false);
    expect(await office.told('objection.decided.v1')).toMatchObject([{ objectionId: late.id, late: true }]);
  });

  it('of another citizen, or about another department, is as if it were absent', async () => {
    const refused = await rejected(office);
    expect(
      outcomeOf(await sendObjection(office, otherCitizen, 'appealComplaint', { complaintId: refused.id, reason })),
    ).toBe('NOT_FOUND');
    const { id } = await appeal(office, refused);
    for (const who of [otherCitizen, otherOfficer]) expect(await objectionOf(id, 'id', who)).toBeNull();
    const withdrawn = await sendObjection(office, otherCitizen, 'withdrawObjection', { objectionId: id });
    expect(outcomeOf(withdrawn)).toBe('NOT_FOUND');
    expect(await refusedFor(office, otherOfficer, 'answerComplaint', refused, { answer: '답변' })).toEqual([
      'NOT_FOUND',
    ]);
  });

  it.each([randomUUID(), 'no-id'])('is not known by %s', async (objectionId) =>
    expect(outcomeOf(await sendObjection(office, manager, 'decideAppeal', { objectionId, upheld: true, reason }))).toBe(
      'NOT_FOUND',
    ),
  );

  it('with a resident number is refused, and nothing is kept of it', async () => {
    const refused = await rejected(office);
    const before = await office.count('objection');
    const input = { complaintId: refused.id, reason: '저는 900101-1234568 입니다.' };
    expect(outcomeOf(await sendObjection(office, citizen, 'appealComplaint', input))).toBe('RESIDENT_NUMBER_PRESENT');
    expect(await office.count('objection')).toBe(before);
  });
});
