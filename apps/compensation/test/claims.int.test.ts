import { randomUUID } from 'node:crypto';
import { register } from 'prom-client';
import { citizen, otherCitizen } from '@charter/service/testing';
import { type Compensation, MISSED, empty, hear, openCompensation, saveRule } from './fixtures/compensation';

interface Row {
  readonly id: string;
  readonly breach: string;
  readonly amount: string;
  readonly rule: string;
  readonly days: number;
}

describe('claims that open by themselves', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
  });

  const rows = (citizenId: string = citizen.id): Promise<Row[]> =>
    service.dataSource.query(
      `SELECT id, breach, amount, rule_code || ' ' || rule_version AS rule, late_working_days AS days
       FROM "compensation_claim" WHERE citizen_id = $1 ORDER BY amount DESC, breach`,
      [citizenId],
    );
  const counted = async (outcome: string): Promise<number> => {
    const { values } = await register.getSingleMetric('charter_compensation_breaches_total')!.get();
    return values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
  };

  it('are opened with the event that opened them, a line of history and an event of their own', async () => {
    await saveRule(service);
    const [complaintId, event] = [randomUUID(), randomUUID()];
    await hear(service, { complaintId }, event);
    const [claim, ...more] = await service.dataSource.query(
      `SELECT claim.*, step.from_status, step.to_status, step.changed_by, step.reason, step.changed_at
       FROM "compensation_claim" claim JOIN "compensation_claim_history" step ON step.claim_id = claim.id`,
    );
    expect(more).toEqual([]);
    expect(claim).toMatchObject({
      ...{ complaint_id: complaintId, opened_by_event: event, amount: '10000', status: 'OPENED', late_working_days: 1 },
      ...{ from_status: null, to_status: 'OPENED', changed_by: 'system', reason: 'LATE_STATUTORY' },
      changed_at: claim.opened_at,
    });
    expect(await service.told('claim.opened.v1')).toEqual([
      {
        ...{ claimId: claim.id, complaintId, receiptNumber: '2026-000001-7', citizenId: citizen.id },
        ...{ departmentCode: 'ROADS', breach: 'LATE_STATUTORY', amount: 10_000, dueAt: '2026-12-11T15:00:00.000Z' },
      },
    ]);
  });

  it('are one for each breach, whatever comes twice or at once', async () => {
    await saveRule(service);
    await saveRule(service, { code: 'SOONER', breach: 'LATE_CHARTER' });
    const complaintId = randomUUID();
    const event = randomUUID();
    await Promise.all([
      ...Array.from({ length: 4 }, () => hear(service, { complaintId }, event)),
      ...Array.from({ length: 4 }, () => hear(service, { complaintId })),
      hear(service, { complaintId, against: 'CHARTER' }),
    ]);
    await hear(service, { complaintId });
    expect((await rows()).map(({ breach }) => breach).sort()).toEqual(['LATE_CHARTER', 'LATE_STATUTORY']);
    expect((await service.told('claim.opened.v1')).map(({ breach }) => breach).sort()).toEqual([
      'LATE_CHARTER',
      'LATE_STATUTORY',
    ]);
    expect(await service.count('compensation_claim_history')).toBe(2);
  });

  it('rest on the working days of lateness at the moment of the event, not of its delivery', async () => {
    await saveRule(service);
    service.clock.set('2026-11-27T11:00:00+09:00'); // four working days begun: Tuesday to Friday
    await hear(service);
    expect(await rows()).toMatchObject([{ days: 4, amount: '25000' }]);
    await empty(service);
    await saveRule(service);
    service.clock.set('2026-12-31T11:00:00+09:00');
    await hear(service);
    expect(await rows()).toMatchObject([{ amount: '30000' }]);
  });

  it('are decided by the rule in force on the Korean day that was missed', async () => {
    await saveRule(service, { validFrom: '2026-01-01' });
    await saveRule(service, { validFrom: '2026-11-24', baseAmount: 7_000 });
    await hear(service, { missedAt: '2026-11-23T14:59:59.999Z' });
    await hear(service, { missedAt: '2026-11-23T15:00:00.000Z', citizenId: otherCitizen.id });
    expect(await rows()).toMatchObject([{ rule: 'LATE 1', amount: '10000' }]);
    expect(await rows(otherCitizen.id)).toMatchObject([{ rule: 'LATE 2', amount: '7000' }]);
  });

  it('are not opened where no rule pays: that is counted and told to nobody', async () => {
    await saveRule(service, { validFrom: '2027-01-01' });
    const before = await counted('no_rule');
    await hear(service);
    expect([await service.count('compensation_claim'), await service.count('outbox_event')]).toEqual([0, 0]);
    expect(await counted('no_rule')).toBe(before + 1);
  });

  it('never pass the citizen’s yearly ceiling together, and each year has its own', async () => {
    await saveRule(service, { yearlyCeiling: 35_000 });
    const before = await counted('ceiling');
    await Promise.all(Array.from({ length: 12 }, () => hear(service)));
    expect((await rows()).map(({ amount }) => Number(amount))).toEqual([10_000, 10_000, 10_000, 5_000]);
    expect(await counted('ceiling')).toBe(before + 8);
    await Promise.all([
      hear(service, { missedAt: '2027-01-01T00:00:00+09:00' }),
      hear(service, { citizenId: otherCitizen.id }),
    ]);
    expect(await rows()).toHaveLength(5);
    expect(await rows(otherCitizen.id)).toMatchObject([{ amount: '10000' }]);
  });

  it('know their own amount when the same breach is heard of after the ceiling was reached', async () => {
    await saveRule(service, { yearlyCeiling: 10_000 });
    const complaintId = randomUUID();
    await hear(service, { complaintId });
    const before = await counted('known');
    await hear(service, { complaintId });
    expect(await counted('known')).toBe(before + 1);
  });

  it('leave nothing behind when their event cannot be written', async () => {
    await saveRule(service);
    await expect(hear(service, { receiptNumber: undefined })).rejects.toThrow();
    expect([await service.count('compensation_claim'), await service.count('outbox_event')]).toEqual([0, 0]);
  });
});
