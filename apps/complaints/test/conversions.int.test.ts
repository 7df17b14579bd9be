import { randomUUID } from 'node:crypto';
import { emptyTables } from '@charter/testkit';
import { CONVERTED_COMPLAINT_PATH, SERVICE_OFFER_PATH } from '@charter/contracts';
import { ServiceUnavailable } from '@charter/service';
import { type Consuming, startConsuming } from '@charter/service/testing';
import * as people from '@charter/service/testing';
import { ROADS, WATER, openCatalogue } from './fixtures/catalogue';
import { type Complaint, file, refusedFor, registerVisit, send, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const { citizen, otherCitizen, officer, manager, otherOfficer, auditor, admin } = people;
/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '제도 개선을 제안하신 내용이어서 제안으로 다루는 것이 알맞습니다.';

describe('a complaint that really is a proposal', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(NOW);
    await office.dataSource.query('TRUNCATE outbox_event, conversion CASCADE');
  });

  const states = async ({ id }: Pick<Complaint, 'id'>): Promise<unknown> =>
    Object.fromEntries(
      (await office.dataSource.query('SELECT kind, state FROM deadline WHERE subject_id = $1', [id])).map(
        ({ kind, state }: Record<string, string>) => [kind, state],
      ),
    );
  const asked = (complaintId: string) => office.internal(CONVERTED_COMPLAINT_PATH, { complaintId });

  it('leaves: nothing is promised any more, it was accepted, the timeline says why, and the news is told', async () => {
    const filed = await file(office);
    const { version } = await step(office, officer, 'convertComplaint', filed, { reason, version: filed.version });
    expect(version).toBe(filed.version + 1);
    expect(await states(filed)).toEqual({
      ...{ ACCEPTANCE: 'MET', STATUTORY: 'CANCELLED', CHARTER: 'CANCELLED', INTERIM_REPORT: 'CANCELLED' },
    });
    expect(await office.told('complaint.converted.v1')).toEqual([
      {
        ...{ complaintId: filed.id, receiptNumber: filed.receiptNumber, citizenId: citizen.id, officerId: officer.id },
        ...{ departmentCode: 'ROADS', serviceCode: 'ROAD_REPAIR', convertedAt: NOW.toISOString() },
      },
    ]);
    const { data } = await office.ask<{ complaint: { timeline: object[] } }>(
      citizen,
      'query ($id: ID!) { complaint(id: $id) { status closedAt convertedTo { id } timeline { text detail } } }',
      { id: filed.id },
    );
    expect(data!.complaint).toMatchObject({ status: 'CONVERTED', closedAt: '2026-11-23T10:00:00+09:00' });
    expect(data!.complaint.timeline.at(-1)).toEqual({
      ...{ text: '제안으로 다루는 것이 알맞아 제안으로 넘겼습니다.', detail: reason },
    });
  });

  it.each([
    ['another department’s officer', otherOfficer, ['NOT_FOUND']],
    ['the citizen', citizen, ['FORBIDDEN']],
    ['the auditor', auditor, ['FORBIDDEN']],
    ['an administrator', admin, ['FORBIDDEN']],
  ])('is not converted by %s', async (_name, who, codes) => {
    const filed = await file(office);
    expect(await refusedFor(office, who, 'convertComplaint', filed, { reason })).toEqual(codes);
    expect(await office.told('complaint.converted.v1')).toEqual([]);
  });

  it('is converted once, not without a reason, not at an old version, and never when the law asks for a decision', async () => {
    const filed = await file(office);
    expect(await refusedFor(office, officer, 'convertComplaint', filed, { reason: ' ' })).toEqual(['INVALID_VALUE']);
    expect(await refusedFor(office, officer, 'convertComplaint', filed, { reason, version: 9 })).toEqual([
      ...['STALE_VERSION'],
    ]);
    const both = await Promise.all(
      [officer, manager].map((who) => send(office, who, 'convertComplaint', { complaintId: filed.id, reason })),
    );
    expect(both.flatMap(({ data }) => data!.result.errors.map(({ code }) => code))).toEqual(['ALREADY_DONE']);
    expect(await office.told('complaint.converted.v1')).toHaveLength(1);
    expect(await refusedFor(office, officer, 'answerComplaint', filed, { answer: '답변' })).toEqual(['INVALID_STATE']);
    const permit = await registerVisit(office, NOW);
    await office.dataSource.query(`UPDATE complaint SET kind = 'STATUTORY' WHERE id = $1`, [permit.id]);
    expect(await refusedFor(office, officer, 'convertComplaint', permit, { reason })).toEqual(['INVALID_STATE']);
  });

  it('gives its texts and contact to the other service when it was converted, and says whether they are public', async () => {
    const filed = await file(office);
    expect(await asked(filed.id)).toEqual({ complaint: null });
    await step(office, officer, 'convertComplaint', filed, { reason });
    const shared = await file(office, { visibility: 'PUBLIC_MASKED' });
    await step(office, officer, 'convertComplaint', shared, { reason });
    const proposer = { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr' };
    const texts = { title: '도로에 구멍이 생겼습니다', body: '빠른 보수를 부탁드립니다.' };
    expect(await asked(filed.id)).toEqual({ complaint: { ...texts, proposer, public: false } });
    expect(await asked(shared.id)).toMatchObject({ complaint: { public: true } });
    expect(await asked(randomUUID())).toEqual({ complaint: null });
    expect(JSON.stringify(await office.told('complaint.converted.v1'))).not.toMatch(/홍길동|01012345678|구멍/);
  });

  it('says which proposal it became, once, to those alone who see it', async () => {
    const filed = await file(office);
    await step(office, officer, 'convertComplaint', filed, { reason });
    const [proposalId, other] = [randomUUID(), randomUUID()];
    const opened = {
      ...{ complaintId: filed.id, citizenId: citizen.id, departmentCode: 'ROADS', officerId: null },
      dueAt: '2026-12-23T15:00:00.000Z',
    };
    for (const id of [proposalId, proposalId, other])
      await office.hear('proposal.opened-from-complaint.v1', { ...opened, proposalId: id });
    const seen = async (who: people.Someone) =>
      (
        await office.ask<object>(
          who,
          'query ($id: ID!) { complaint(id: $id) { convertedTo { __typename id } convertedFrom { id } } }',
          { id: filed.id },
        )
      ).data;
    const link = { complaint: { convertedTo: { __typename: 'Proposal', id: proposalId }, convertedFrom: null } };
    expect([await seen(citizen), await seen(officer), await seen(auditor)]).toEqual([link, link, link]);
    expect([await seen(otherCitizen), await seen(otherOfficer)]).toEqual([{ complaint: null }, { complaint: null }]);
  });

  it('costs one statement more for a whole list of them', async () => {
    const list = (fields: string) =>
      office.statements(() => office.ask(officer, `{ complaints(first: 50) { edges { node { id ${fields} } } } }`));
    const plain = await list('');
    expect(await list('convertedTo { id } convertedFrom { id }')).toBe(plain + 1);
  });

  it('says whether a service takes complaints today', async () => {
    const offer = (serviceCode: string) => office.internal(SERVICE_OFFER_PATH, { serviceCode });
    expect(await offer('ROAD_REPAIR')).toEqual({ refusals: [] });
    const refused = { refusals: [{ code: 'INVALID_VALUE', path: ['serviceCode'] }] };
    expect(await offer('NOWHERE')).toMatchObject(refused);
    await office.hear('department.saved.v1', { ...WATER, closedOn: '2026-11-23', successorCode: 'ROADS' });
    expect(await offer('WATER_LEAK')).toMatchObject(refused);
    await office.hear('department.saved.v1', WATER);
  });
});

describe('a proposal that really is a complaint', () => {
  let office: Office;
  let consuming: Consuming;
  let awayFor = 0;
  let gone = false;
  const asked: unknown[] = [];
  const neighbour = {
    post: async (service: string, _path: string, input: unknown) => {
      asked.push(input);
      if (awayFor-- > 0) throw new ServiceUnavailable(service as 'participation');
      const petitioner = { name: '김영희', phone: '01099998888', email: null };
      return { proposal: gone ? null : { title: '가로등을 고쳐 주세요', body: '시청 앞입니다.', petitioner, reason } };
    },
  };
  beforeAll(async () => {
    office = await openOffice(NOW, {}, neighbour);
    await openCatalogue(office);
    consuming = await startConsuming(office, 'complaints', 3);
  });
  afterAll(async () => {
    await consuming.stop();
    await office.close();
  });
  beforeEach(async () => {
    [awayFor, gone] = [0, false];
    asked.length = 0;
    await emptyTables(office.dataSource, 'complaint', 'deadline', 'outbox_event', 'conversion', 'inbox_entry');
  });

  const event = (changes: object = {}) => ({
    ...{ id: randomUUID(), type: 'proposal.converted-to-complaint.v1' as const, producer: 'participation' },
    payload: {
      ...{ proposalId: randomUUID(), citizenId: citizen.id, departmentCode: 'WATER', serviceCode: 'ROAD_REPAIR' },
      ...{ officerId: otherOfficer.id, convertedAt: NOW.toISOString(), ...changes },
    },
  });
  const tell = async (told: ReturnType<typeof event>, generation = 1) => {
    await consuming.send('complaints-conversions', told, generation);
    return consuming.settled(told.id);
  };

  it('is filed as received when it was converted, for the same citizen, private, linked, and told', async () => {
    const told = event();
    office.clock.set('2026-11-23T15:00:00+09:00');
    expect(await tell(told)).toMatchObject({ status: 'DONE' });
    const [filed] = await office.told('complaint.filed.v1');
    expect(filed).toMatchObject({
      ...{ citizenId: citizen.id, departmentCode: 'ROADS', serviceCode: 'ROAD_REPAIR', channel: 'ONLINE' },
      ...{ officerId: null, receivedAt: NOW.toISOString(), dueAt: '2026-12-01T15:00:00.000Z' },
    });
    const { complaintId } = filed!;
    expect(await office.told('complaint.opened-from-proposal.v1')).toEqual([
      { complaintId, proposalId: told.payload.proposalId },
    ]);
    const { data } = await office.ask<object>(
      citizen,
      `query ($id: ID!) { complaint(id: $id) { status title visibility petitioner { name phone }
        deadlines { kind } convertedFrom { id } timeline { at text detail } } }`,
      { id: complaintId },
    );
    expect(data).toEqual({
      complaint: {
        ...{ status: 'RECEIVED', title: '가로등을 고쳐 주세요', visibility: 'PRIVATE' },
        petitioner: { name: '김영희', phone: '01099998888' },
        deadlines: ['ACCEPTANCE', 'CHARTER', 'STATUTORY', 'INTERIM_REPORT'].map((kind) => ({ kind })),
        convertedFrom: { id: told.payload.proposalId },
        timeline: [{ at: '2026-11-23T10:00:00+09:00', text: '민원이 접수되었습니다.', detail: reason }],
      },
    });
    const sealed = JSON.stringify(await office.dataSource.query('SELECT * FROM petitioner'));
    expect(sealed).not.toMatch(/김영희|01099998888/);
  });

  it('is filed once, however often it is told: the same event twice, and another event of the same proposal', async () => {
    const told = event();
    await tell(told);
    await tell(told, 2);
    const again = Array.from({ length: 3 }, () => ({ ...told, id: randomUUID() }));
    expect(await Promise.all(again.map((each) => tell(each)))).toMatchObject(Array(3).fill({ status: 'DONE' }));
    expect([await office.count('complaint'), await office.count('conversion')]).toEqual([1, 1]);
    expect(await office.told('complaint.filed.v1')).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('waits while the other service is away; after the last attempt it is a dead letter, and is filed when sent round again', async () => {
    awayFor = 3;
    const told = event();
    expect(await tell(told)).toEqual({ status: 'DEAD', attempts: 3 });
    expect(await office.count('complaint')).toBe(0);
    const { items } = await consuming.letters.list({ consumer: 'complaints-conversions', first: 5 });
    expect(items).toMatchObject([{ eventId: told.id, reason: expect.stringContaining('participation') }]);
    await consuming.letters.retry([items[0]!.id], new Date(), admin.id);
    await office.dataSource.query(`UPDATE inbox_entry SET next_attempt_at = now() WHERE status = 'RETRYING'`);
    expect(await consuming.settled(told.id)).toMatchObject({ status: 'DONE' });
    expect(await office.count('complaint')).toBe(1);
  });

  it('is tried again by itself when the other service was away for a moment', async () => {
    awayFor = 1;
    expect(await tell(event())).toEqual({ status: 'DONE', attempts: 2 });
    expect(await office.count('complaint')).toBe(1);
  });

  it.each<[string, { serviceCode?: string }, string]>([
    ['a service that nobody knows', { serviceCode: 'NOWHERE' }, 'NOWHERE'],
    ['a proposal that is not there', {}, 'no such converted proposal'],
    ['a service of a closed department', { serviceCode: 'WATER_LEAK' }, 'was closed'],
  ])('is a dead letter at once for %s, with the reason', async (_name, changes, says) => {
    gone = says.startsWith('no such');
    if (changes.serviceCode === 'WATER_LEAK')
      await office.hear('department.saved.v1', { ...WATER, closedOn: '2026-11-01' });
    const told = event(changes);
    expect(await tell(told)).toEqual({ status: 'DEAD', attempts: 1 });
    const { items } = await consuming.letters.list({ first: 5 });
    expect(items[0]!.reason).toContain(says);
    expect([await office.count('complaint'), await office.count('deadline')]).toEqual([0, 0]);
    await office.hear('department.saved.v1', WATER);
  });

  it('is measured by the day when it was converted, though it is told later', async () => {
    await office.hear('department.saved.v1', { ...ROADS, closedOn: '2026-11-24', successorCode: 'WATER' });
    office.clock.set('2026-11-25T10:00:00+09:00');
    expect(await tell(event())).toMatchObject({ status: 'DONE' });
    expect(await office.count('complaint')).toBe(1);
    await office.hear('department.saved.v1', ROADS);
  });
});
