import { randomUUID } from 'node:crypto';
import { admin, citizen, manager, officer, otherCitizen } from '@charter/service/testing';
import { approve, fully, object, opened, otherManager, review, step } from './fixtures/claims';
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

const AGAIN = {
  ...{ ...RULE, code: 'AGAIN', nameKo: '재방문 보상', nameEn: 'Second visit', breach: 'REPEAT_VISIT', stepAmount: 0 },
  ...{ cap: 20_000 },
  distance: [
    { fromKm: 0, amount: 10_000 },
    { fromKm: 10, amount: 15_000 },
    { fromKm: 30, amount: 20_000 },
  ],
};

describe('rules at work', () => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(MISSED);
    await setBudget(service, 1_000_000);
  });

  const filed = async (changes: object = {}, who = citizen) => {
    const complaintId = randomUUID();
    complaints.set(complaintId, { citizenId: who.id, receiptNumber: '2026-000009-1', departmentCode: 'ROADS' });
    return fully(service, who as never, 'fileClaim', {
      ...{ complaintId, breach: 'REPEAT_VISIT', occurredOn: '2026-11-20', statement: '서류를 두 번 냈습니다.' },
      ...changes,
    });
  };
  const read = async (id: string) =>
    (
      await service.dataSource.query(
        `SELECT amount::int, distance_km AS km, exclusion, other_remedy_sought AS other, rule_code AS rule, rule_version AS version
         FROM compensation_claim WHERE id = $1`,
        [id],
      )
    )[0];
  const dryRun = async (rule: object) => {
    const { data, errors } = await service.ask<{ dryRunRule: { result: object } }>(
      admin,
      `query ($rule: SaveRuleInput!) { dryRunRule(rule: $rule, period: { from: "2026-01-01", to: "2026-12-31" }) {
        result { claims total citizens limited excluded } errors { message } } }`,
      { rule },
    );
    return data?.dryRunRule.result ?? errors;
  };

  it('pay for a second visit by the way that the citizen came, as the review finds it', async () => {
    await saveRule(service, AGAIN);
    expect((await filed()).errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['distanceKm'] }]);
    const { claim } = await filed({ distanceKm: 12 });
    expect(await read(claim!.id)).toMatchObject({ amount: 15_000, km: 12, rule: 'AGAIN', version: 1 });
    expect(
      await step(service, officer, 'reviewClaim', { claimId: claim!.id, note: '지도에서 확인함', distanceKm: 9 }),
    ).toEqual([]);
    expect(await read(claim!.id)).toMatchObject({ amount: 10_000, km: 9 });
    await approve(service, claim!.id);
    const { data } = await service.ask<{ _entities: object[] }>(
      citizen,
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on CompensationClaim { distanceKm otherRemedySought exclusion } } }',
      { of: [{ __typename: 'CompensationClaim', id: claim!.id }] },
    );
    expect(data!._entities).toEqual([{ distanceKm: 9, otherRemedySought: false, exclusion: null }]);
  });

  it('pay the nearest band for what opened by itself, until the review says how far it was', async () => {
    await saveRule(service, AGAIN);
    const complaintId = randomUUID();
    const { receiptNumber, citizenId, departmentCode, serviceCode, officerId } = overdue();
    await service.hear('compensation-claims', 'complaint.supplement-requested.v1', {
      ...{ complaintId, receiptNumber, citizenId, departmentCode, serviceCode, officerId, deadlineId: randomUUID() },
      ...{ dueAt: MISSED, round: 2, causedByOffice: true },
    });
    const [{ id }] = await service.dataSource.query('SELECT id FROM compensation_claim');
    expect(await read(id)).toMatchObject({ amount: 10_000, km: null });
    expect(await fully(service, officer, 'reviewClaim', { claimId: id, note: '확인함' })).toMatchObject({
      errors: [{ code: 'INVALID_VALUE', path: ['distanceKm'] }],
    });
    for (const distanceKm of [-1, 1_001])
      expect(await step(service, officer, 'reviewClaim', { claimId: id, note: '확인함', distanceKm })).toEqual([
        'INVALID_VALUE',
      ]);
    expect(await step(service, officer, 'reviewClaim', { claimId: id, note: '확인함', distanceKm: 31 })).toEqual([]);
    expect(await read(id)).toMatchObject({ amount: 20_000, km: 31 });
  });

  it('pay nothing while another remedy is sought, where they exclude it', async () => {
    await saveRule(service, { ...AGAIN, distance: null, cap: 10_000 });
    expect((await filed({ otherRemedySought: true })).errors).toMatchObject([{ path: ['otherRemedySought'] }]);
    await saveRule(service, {
      ...{ ...AGAIN, distance: null, cap: 10_000, exclusions: ['CAUSED_BY_CITIZEN'], validFrom: '2026-11-20' },
    });
    const { claim } = await filed({ otherRemedySought: true });
    expect(await read(claim!.id)).toMatchObject({ other: true, version: 2 });
  });

  it('are not paid out where the review found what they exclude; the objection is reviewed anew', async () => {
    await saveRule(service, { yearlyCeiling: null });
    const id = await opened(service);
    const found = { claimId: id, note: '보완을 두 달 미루셨습니다.', exclusion: 'CAUSED_BY_CITIZEN' };
    expect(await step(service, officer, 'reviewClaim', found)).toEqual([]);
    expect(await step(service, manager, 'approveClaim', { claimId: id })).toEqual(['INVALID_STATE']);
    const cheat = `UPDATE compensation_claim SET status = 'APPROVED' WHERE id = $1`;
    await expect(service.dataSource.query(cheat, [id])).rejects.toThrow('compensation_claim_excluded');
    const refusing = { claimId: id, ground: 'CAUSED_BY_CITIZEN', reason: '보완 기간은 세지 않습니다.' };
    expect(await step(service, manager, 'refuseClaim', refusing)).toEqual([]);
    await object(service, id);
    await review(service, id);
    await approve(service, id, otherManager);
    expect(await read(id)).toMatchObject({ exclusion: null });
  });

  it('do not refuse on a ground that they do not know', async () => {
    await saveRule(service, { exclusions: [] });
    const id = await opened(service);
    const found = { claimId: id, note: '소송 중입니다.', exclusion: 'OTHER_REMEDY' };
    expect((await fully(service, officer, 'reviewClaim', found)).errors).toMatchObject([{ path: ['exclusion'] }]);
    await review(service, id);
    const refusing = { claimId: id, ground: 'OTHER_REMEDY', reason: '소송 중입니다.' };
    expect((await fully(service, manager, 'refuseClaim', refusing)).errors).toMatchObject([{ path: ['ground'] }]);
    expect(await step(service, manager, 'refuseClaim', { ...refusing, ground: 'NO_BREACH' })).toEqual([]);
  });

  it('pay by their table of working hours, settled at the review', async () => {
    const lateness = [
      { fromHours: 0, amount: 10_000 },
      { fromHours: 4, amount: 15_000 },
      { fromHours: 16, amount: 30_000 },
    ];
    await saveRule(service, { stepAmount: 0, lateness });
    const id = await opened(service);
    expect(await read(id)).toMatchObject({ amount: 10_000 });
    service.clock.set('2026-11-24T14:00:00+09:00'); // 4 working hours: three before noon, one after
    await review(service, id);
    expect(await read(id)).toMatchObject({ amount: 15_000 });
  });

  it('are tried over what citizens claimed too: by distance, without what was no breach', async () => {
    await saveRule(service, { ...AGAIN, exclusions: [] });
    const ids = [];
    for (const distanceKm of [5, 15, 40]) ids.push((await filed({ distanceKm }, otherCitizen as never)).claim!.id);
    expect(await dryRun(AGAIN)).toEqual({ claims: 3, total: 45_000, citizens: 1, limited: 0, excluded: 0 });
    expect(await dryRun({ ...AGAIN, distance: null, cap: 10_000 })).toMatchObject({ claims: 3, total: 30_000 });
    expect(await dryRun({ ...AGAIN, yearlyCeiling: 20_000 })).toMatchObject({ total: 20_000, limited: 2 });
    for (const [at, ground] of ['NO_BREACH', 'CAUSED_BY_CITIZEN'].entries())
      await service.dataSource.query(
        `UPDATE compensation_claim SET status = 'REFUSED', refusal_ground = $2 WHERE id = $1`,
        [ids[at], ground],
      );
    expect(await dryRun(AGAIN)).toMatchObject({ claims: 1, total: 20_000, excluded: 1 });
    expect(await dryRun({ ...AGAIN, exclusions: [] })).toMatchObject({ claims: 2, total: 35_000, excluded: 0 });
  });
});
