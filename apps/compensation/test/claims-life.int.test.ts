import { randomUUID } from 'node:crypto';
import { DeadlineSweep } from '@charter/deadlines';
import { admin, auditor, citizen, manager, officer, otherCitizen } from '@charter/service/testing';
import { approve, claimThatIs, fully, object, opened, otherManager, refuse, review, step } from './fixtures/claims';
import {
  type Compensation,
  MISSED,
  RULE,
  complaints,
  empty,
  openCompensation,
  overdue,
  saveRule,
  setBudget,
} from './fixtures/compensation';

const ONE = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on CompensationClaim {
  status amount lateWorkingDays lateWorkingHours refusalGround refusalReason objectUntil objection reviewNote reviewedBy decidedBy
  filedByCitizen statement evidence version decision { kind state dueAt } history { by from to reason } } } }`;

interface Whole {
  readonly _entities: readonly Record<string, unknown>[];
}

describe('the life of a claim', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    await saveRule(service);
    await setBudget(service, 1_000_000);
  });

  const read = async (id: string, who: object = citizen) =>
    (await service.ask<Whole>(who as never, ONE, { of: [{ __typename: 'CompensationClaim', id }] })).data!
      ._entities[0]!;

  it('leads from a missed date to an approval by somebody else, each step told and kept', async () => {
    const id = await opened(service);
    expect((await read(id)).decision).toEqual({
      kind: 'CLAIM_DECISION',
      state: 'RUNNING',
      dueAt: '2026-12-12T00:00:00+09:00',
    });
    await review(service, id);
    await approve(service, id);
    expect(await read(id, auditor)).toMatchObject({
      ...{ status: 'APPROVED', amount: 10_000, reviewedBy: officer.id, decidedBy: manager.id },
      decision: { kind: 'CLAIM_DECISION', state: 'MET' },
      history: [
        { by: 'system', from: null, to: 'OPENED', reason: 'LATE_STATUTORY' },
        { by: officer.id, from: 'OPENED', to: 'REVIEWED', reason: null },
        { by: manager.id, from: 'REVIEWED', to: 'APPROVED', reason: null },
      ],
    });
    const told = [
      await service.told('claim.opened.v1'),
      await service.told('claim.reviewed.v1'),
      await service.told('claim.approved.v1'),
    ];
    expect(told.map((each) => each.map(({ claimId }) => claimId))).toEqual([[id], [id], [id]]);
  });

  it('shows what the review found to the office alone', async () => {
    const id = await claimThatIs(service, 'REVIEWED');
    expect(await read(id)).toMatchObject({ reviewNote: null, reviewedBy: null });
    expect(await read(id, officer)).toMatchObject({
      reviewNote: expect.stringContaining('확인'),
      reviewedBy: expect.any(String),
    });
  });

  it('is never decided by who reviewed it: by the rule, and by the database itself', async () => {
    const id = await opened(service);
    await review(service, id, manager);
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual(['SAME_PERSON']);
    expect(await step(service, manager, 'refuseClaim', { claimId: id, ground: 'OTHER', reason: '다릅니다.' })).toEqual([
      'SAME_PERSON',
    ]);
    const cheat = 'UPDATE "compensation_claim" SET decided_by = reviewed_by WHERE id = $1';
    await expect(service.dataSource.query(cheat, [id])).rejects.toThrow('four_eyes');
    expect(await step(service, otherManager, 'approveClaim', { claimId: id })).toEqual([]);
  });

  it('is refused with a reason; an objection in time is decided again by somebody else, and for good', async () => {
    const id = await opened(service);
    await review(service, id);
    await refuse(service, id);
    expect(await read(id)).toMatchObject({
      ...{ status: 'REFUSED', refusalGround: 'CAUSED_BY_CITIZEN', objectUntil: '2027-01-26T00:00:00+09:00' },
      refusalReason: expect.stringContaining('보완 기간'),
    });
    expect(await service.told('claim.refused.v1')).toMatchObject([
      { claimId: id, objectUntil: '2027-01-25T15:00:00.000Z' },
    ]);
    await object(service, id);
    expect((await read(id)).decision).toMatchObject({ kind: 'CLAIM_OBJECTION', state: 'RUNNING' });
    await review(service, id);
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual(['SAME_PERSON']);
    await refuse(service, id, otherManager);
    expect(await read(id)).toMatchObject({ status: 'REFUSED', objectUntil: null, decision: { state: 'MET' } });
    expect(await step(service, citizen, 'objectToRefusal', { claimId: id, statement: '다시' })).toEqual([
      'LIMIT_REACHED',
    ]);
  });

  it('takes no objection after its time', async () => {
    const id = await claimThatIs(service, 'REFUSED');
    service.clock.set('2027-01-25T15:00:00Z');
    expect(await step(service, citizen, 'objectToRefusal', { claimId: id, statement: '늦었지만' })).toEqual([
      'TOO_LATE',
    ]);
  });

  it('is worth the lateness until the complaint was answered, or until the review', async () => {
    const [answered, open] = [randomUUID(), randomUUID()];
    const first = await opened(service, { complaintId: answered });
    const second = await opened(service, { complaintId: open, citizenId: otherCitizen.id });
    service.clock.set('2026-11-25T10:00:00+09:00'); // 9 working hours late
    const { receiptNumber, citizenId, departmentCode, serviceCode, officerId } = overdue();
    const complaint = { complaintId: answered, receiptNumber, citizenId, departmentCode, serviceCode, officerId };
    await service.hear('compensation-claims', 'complaint.answered.v1', {
      ...{ ...complaint, answeredAt: '2026-11-25T01:00:00.000Z', lateByLaw: true, lateByCharter: true },
    });
    service.clock.set('2026-12-31T10:00:00+09:00');
    await review(service, first);
    await review(service, second);
    expect(await read(first)).toMatchObject({ amount: 15_000, lateWorkingDays: 2, lateWorkingHours: 9 });
    expect(await read(second, auditor)).toMatchObject({ amount: 30_000, lateWorkingDays: 27 });
  });

  it('tells what a rule would have cost, over what was paid for and what was not, and writes nothing', async () => {
    await opened(service);
    await opened(service, { citizenId: otherCitizen.id });
    await opened(service, { against: 'CHARTER', citizenId: otherCitizen.id }).catch(() => undefined); // no rule: no claim
    service.clock.set('2026-11-26T10:00:00+09:00'); // the third working day
    const count = await service.count('compensation_claim');
    const ask = async (changes: object, who: object = admin, to = '2026-12-31') =>
      service.ask<{ dryRunRule: { result: object; errors: { code: string }[] } | null }>(
        who as never,
        `query ($rule: SaveRuleInput!, $to: LocalDate!) { dryRunRule(rule: $rule, period: { from: "2026-01-01", to: $to }) {
          result { claims total citizens limited excluded } errors { code } } }`,
        { rule: { ...RULE, ...changes }, to },
      );
    const result = async (changes: object, to?: string) => (await ask(changes, admin, to)).data!.dryRunRule!.result;
    expect(await result({})).toEqual({ claims: 2, total: 40_000, citizens: 2, limited: 0, excluded: 0 });
    expect(await result({ yearlyCeiling: 12_000 })).toEqual({
      claims: 2,
      total: 24_000,
      citizens: 2,
      limited: 2,
      excluded: 0,
    });
    expect(await result({ breach: 'LATE_CHARTER' })).toMatchObject({ claims: 1, total: 20_000 });
    expect(await result({}, '2026-11-23')).toEqual({ claims: 0, total: 0, citizens: 0, limited: 0, excluded: 0 });
    expect((await ask({ baseAmount: 50_000 })).data!.dryRunRule!.errors).toMatchObject([{ code: 'INVALID_VALUE' }]);
    for (const who of [citizen, officer, manager])
      expect((await ask({}, who)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await service.count('compensation_claim')).toBe(count);
  });

  it('opens for an objection upheld and for a supplement by the office’s omission, not otherwise', async () => {
    await saveRule(service, { code: 'UPHELD', breach: 'OBJECTION_UPHELD', stepAmount: 0, cap: 10_000 });
    await saveRule(service, { code: 'AGAIN', breach: 'REPEAT_VISIT', stepAmount: 0, cap: 10_000 });
    const complaint = (complaintId: string) => {
      const { receiptNumber, citizenId, departmentCode, serviceCode, officerId } = overdue();
      return { complaintId, receiptNumber, citizenId, departmentCode, serviceCode, officerId };
    };
    const ids = Array.from({ length: 4 }, () => randomUUID());
    for (const [at, upheld] of [true, false].entries())
      for (const id of [randomUUID(), randomUUID()])
        await service.hear(
          'compensation-claims',
          'objection.decided.v1',
          {
            ...complaint(ids[at]!),
            objectionId: randomUUID(),
            basis: 'CHARTER',
            upheld,
            decidedAt: MISSED,
            late: false,
          },
          id,
        );
    for (const [at, causedByOffice] of [true, false].entries())
      await service.hear('compensation-claims', 'complaint.supplement-requested.v1', {
        ...{ ...complaint(ids[2 + at]!), deadlineId: randomUUID(), dueAt: MISSED, round: 2, causedByOffice },
      });
    const rows = await service.dataSource.query(
      'SELECT complaint_id, breach FROM "compensation_claim" ORDER BY breach',
    );
    expect(rows).toEqual([
      { complaint_id: ids[0], breach: 'OBJECTION_UPHELD' },
      { complaint_id: ids[2], breach: 'REPEAT_VISIT' },
    ]);
    expect(await service.count('complaint_ending')).toBe(0);
  });

  it('opens for a fault that was confirmed, once, by the rule of the day on which it happened', async () => {
    const faults = ['REPEAT_VISIT', 'WRONG_NOTICE', 'UNKINDNESS'] as const;
    for (const breach of faults)
      await saveRule(service, { code: breach, breach, stepAmount: 0, cap: 10_000, validFrom: '2026-11-20' });
    const { receiptNumber, citizenId, departmentCode, serviceCode } = overdue();
    const complaint = {
      complaintId: randomUUID(),
      receiptNumber,
      citizenId,
      departmentCode,
      serviceCode,
      officerId: null,
    };
    const confirmed = (
      fault: (typeof faults)[number],
      occurredOn: string,
      complaintId = complaint.complaintId,
      id?: string,
    ) =>
      service.hear(
        'compensation-claims',
        'complaint.fault-confirmed.v1',
        { ...complaint, complaintId, fault, occurredOn },
        id,
      );
    for (const fault of faults) {
      const event = randomUUID();
      await confirmed(fault, '2026-11-20', complaint.complaintId, event);
      await confirmed(fault, '2026-11-20', complaint.complaintId, event); // delivered twice
      await confirmed(fault, '2026-11-21'); // told again of the same complaint
    }
    await confirmed('UNKINDNESS', '2026-11-19', randomUUID()); // no rule paid on that day
    const rows = await service.dataSource.query(
      'SELECT breach, missed_at, status, filed_by FROM "compensation_claim" ORDER BY breach',
    );
    expect(rows).toEqual(
      [...faults].sort().map((breach) => ({
        breach,
        missed_at: new Date('2026-11-19T15:00:00Z'),
        status: 'OPENED',
        filed_by: null,
      })),
    );
    expect((await service.told('claim.opened.v1')).map(({ breach }) => breach).sort()).toEqual([...faults].sort());
    expect(await service.count('complaint_ending')).toBe(0);
  });

  it('is changed by one of two at once', async () => {
    const id = await claimThatIs(service, 'REVIEWED');
    const both = await Promise.all([
      step(service, manager, 'approveClaim', { claimId: id }),
      step(service, otherManager, 'refuseClaim', { claimId: id, ground: 'OTHER', reason: '다릅니다.' }),
    ]);
    expect(both.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(await service.count('compensation_claim_history')).toBe(3);
    expect(await step(service, manager, 'reviewClaim', { claimId: id, note: '늦음', version: 1 })).toEqual([
      'STALE_VERSION',
    ]);
  });

  it('keeps a history that the database neither changes nor deletes', async () => {
    await claimThatIs(service, 'REVIEWED');
    for (const sql of [
      'UPDATE "compensation_claim_history" SET reason = NULL',
      'DELETE FROM "compensation_claim_history"',
    ])
      await expect(service.dataSource.query(sql)).rejects.toThrow('append-only');
  });

  it('tells of decisions that are late, and of dates that a holiday moved', async () => {
    const id = await opened(service);
    await service.hear('compensation-charter', 'holiday.declared.v1', {
      date: '2026-12-10',
      nameKo: '임시공휴일',
      nameEn: 'Holiday',
    });
    expect((await read(id)).decision).toMatchObject({ dueAt: '2026-12-15T00:00:00+09:00' });
    expect(await service.told('claim.date-moved.v1')).toMatchObject([
      {
        claimId: id,
        previousDueAt: '2026-12-11T15:00:00.000Z',
        dueAt: '2026-12-14T15:00:00.000Z',
        task: 'CLAIM_DECISION',
      },
    ]);
    await service.hear('compensation-charter', 'holiday.revoked.v1', { date: '2026-12-10' });
    expect((await read(id)).decision).toMatchObject({ dueAt: '2026-12-12T00:00:00+09:00' });
    await service.dataSource.query(
      `UPDATE deadline SET next_action_at = now() - interval '1 s', next_stage = 'LATE', due_at = now() - interval '1 s'`,
    );
    const sweep = service.parts.loops.find((loop): loop is DeadlineSweep => loop instanceof DeadlineSweep)!;
    await sweep.runOnce();
    const [late] = await service.told('claim.task-overdue.v1');
    expect(late).toMatchObject({ claimId: id, task: 'CLAIM_DECISION', citizenId: citizen.id });
    const facts = (eventType: string) =>
      service.internal('/internal/notice-facts', {
        ...{ eventType, subjectType: 'CLAIM', subjectId: id, recipientId: citizen.id, deadlineId: late!.deadlineId },
      });
    expect(await facts('claim.task-overdue.v1')).toMatchObject({ stillTrue: true });
    await review(service, id);
    expect(await facts('claim.reviewed.v1')).toMatchObject({ stillTrue: true });
    await refuse(service, id);
    expect(await facts('claim.task-overdue.v1')).toMatchObject({ stillTrue: false });
    expect(await facts('claim.reviewed.v1')).toMatchObject({ stillTrue: false });
    expect(await facts('claim.refused.v1')).toMatchObject({
      stillTrue: true,
      words: { reason: expect.stringContaining('보완') },
    });
  });
});

describe('a citizen’s own claim', () => {
  let service: Compensation;
  const complaintId = randomUUID();
  const filing = { complaintId, breach: 'REPEAT_VISIT', occurredOn: '2026-11-20', statement: '서류를 두 번 냈습니다.' };
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    const one = { stepAmount: 0, cap: 10_000, evidenceKo: '접수증', evidenceEn: 'a receipt' };
    await saveRule(service, { code: 'AGAIN', breach: 'REPEAT_VISIT', ...one, claimDays: 30 });
    complaints.set(complaintId, { citizenId: citizen.id, receiptNumber: '2026-000009-1', departmentCode: 'ROADS' });
  });
  const file = (changes: object = {}, who = citizen) =>
    fully(service, who as never, 'fileClaim', { ...filing, evidence: '접수증 2장', ...changes });

  it('is made in time, with evidence, and told to citizen and office', async () => {
    const { claim, codes } = await file();
    expect([codes, claim]).toMatchObject([[], { status: 'OPENED' }]);
    expect(await service.told('claim.filed.v1')).toMatchObject([
      { claimId: claim!.id, receiptNumber: '2026-000009-1', amount: 10_000, dueAt: '2026-12-11T15:00:00.000Z' },
    ]);
  });

  it('is one for each breach, also with one key twice, and at once', async () => {
    const keyed = { idempotencyKey: 'once' };
    const [one, two] = await Promise.all([file(keyed), file(keyed)]);
    expect([one.codes, one.claim?.id]).toEqual([[], two.claim?.id]);
    expect((await Promise.all([file(), file()])).map(({ codes }) => codes)).toEqual([
      ['ALREADY_DONE'],
      ['ALREADY_DONE'],
    ]);
    expect([await service.count('compensation_claim'), await service.count('deadline')]).toEqual([1, 1]);
    expect((await file({ ...keyed, statement: '다른 말' })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it.each([
    ['without evidence', { evidence: null }, 'INVALID_VALUE'],
    ['too late', { occurredOn: '2026-10-21' }, 'TOO_LATE'],
    ['for lateness', { breach: 'LATE_STATUTORY' }, 'INVALID_VALUE'],
    ['with a resident number', { statement: '900101-1234568' }, 'RESIDENT_NUMBER_PRESENT'],
    ['of no complaint', { complaintId: randomUUID() }, 'NOT_FOUND'],
    ['of nothing', { complaintId: 'nonsense' }, 'NOT_FOUND'],
  ])('is refused %s, and nothing is kept', async (_name, changes, code) => {
    expect((await file(changes)).codes).toContain(code);
    expect([await service.count('compensation_claim'), await service.count('deadline')]).toEqual([0, 0]);
  });

  it('is not for another’s complaint, nor for offices', async () => {
    expect((await file({}, otherCitizen as never)).codes).toEqual(['NOT_FOUND']);
    for (const who of [officer, manager, auditor, admin])
      expect((await file({}, who as never)).codes).toEqual(['FORBIDDEN']);
  });
});
