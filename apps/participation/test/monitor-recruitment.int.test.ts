import { anonymous, auditor, citizen, manager, officer, otherCitizen, otherOfficer } from '@charter/service/testing';
import {
  type Monitoring,
  ON_THE_SPOT,
  RECRUITMENT,
  apply,
  monitor,
  openMonitoring,
  serving,
} from './fixtures/monitoring';

const REASON = '살펴본 결과입니다.';

describe('a recruitment of monitors', () => {
  let city: Monitoring;
  beforeAll(async () => {
    city = await openMonitoring();
  });
  afterAll(() => city.close());
  beforeEach(() => city.dataSource.query('TRUNCATE outbox_event CASCADE'));

  it('ends by itself where nobody applied', async () => {
    city.clock.set(new Date('2026-03-09T03:00:00Z'));
    const id = await city.does(officer, 'recruitMonitors', RECRUITMENT);
    expect(await city.later(5)).toBe(1);
    const seen = await city.read(anonymous, 'monitorRecruitment', id, 'status cancelledReason appointing { dueAt }');
    expect(seen).toMatchObject({
      status: 'CANCELLED',
      cancelledReason: expect.stringContaining('Nobody'),
      appointing: null,
    });
    expect(await city.told('monitoring.cancelled.v1')).toMatchObject([{ citizenId: null }]);
  });

  it('is the same for the same key, and another input under it is refused', async () => {
    city.clock.set(new Date('2026-03-09T03:00:00Z'));
    const input = { ...RECRUITMENT, idempotencyKey: 'once' };
    expect(await city.does(officer, 'recruitMonitors', input)).toBe(await city.does(officer, 'recruitMonitors', input));
    expect(await city.fails(officer, 'recruitMonitors', { ...input, title: '다른' })).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
  });

  it('takes an application until the moment of closing, also before the worker has looked', async () => {
    city.clock.set(new Date('2026-03-09T03:00:00Z'));
    const recruitmentId = await city.does(officer, 'recruitMonitors', RECRUITMENT);
    const input = {
      ...{
        recruitmentId,
        district: '연제구',
        motivation: '가',
        applicant: { name: '홍길동', email: 'hong@example.kr' },
      },
    };
    city.clock.set(new Date('2026-03-13T14:59:59.999Z'));
    expect(await city.fails(citizen, 'applyAsMonitor', input)).toEqual([]);
    expect(await city.fails(citizen, 'applyAsMonitor', input)).toEqual(['ALREADY_DONE']);
    city.clock.set(new Date('2026-03-13T15:00:00.000Z'));
    expect(await city.fails(otherCitizen, 'applyAsMonitor', input)).toEqual(['TOO_LATE']);
    expect(await city.fails(otherCitizen, 'applyAsMonitor', { ...input, recruitmentId: citizen.id })).toEqual([
      'NOT_FOUND',
    ]);
  });

  it('shows who applied to those who have to know, sealed in the store', async () => {
    city.clock.set(new Date('2026-03-09T03:00:00Z'));
    const id = await city.does(officer, 'recruitMonitors', RECRUITMENT);
    await apply(city, id, citizen);
    const fields = 'applications(first: 10) { edges { node { applicantName contact { phone } district status } } }';
    const node = (name: string, contact: object | null) => ({
      applications: { edges: [{ node: { applicantName: name, contact, district: '해운대구', status: 'APPLIED' } }] },
    });
    expect(await city.read(manager, 'monitorRecruitment', id, fields)).toEqual(
      node('홍길동', { phone: '01012345678' }),
    );
    expect(await city.read(officer, 'monitorRecruitment', id, fields)).toEqual(node('홍길동', null));
    expect(await city.read(auditor, 'monitorRecruitment', id, fields)).toEqual(node('홍*동', null));
    const readings = await city.told('personal-data.read.v1');
    const shown = { citizenId: citizen.id, subjectType: 'MONITOR', subjectId: expect.any(String) };
    expect(new Map(readings.map(({ readerId, subjects }) => [readerId, subjects]))).toEqual(
      new Map([
        [manager.id, [{ ...shown, kinds: ['NAME', 'PHONE'] }]],
        [officer.id, [{ ...shown, kinds: ['NAME'] }]],
      ]),
    );
    const asked = `query ($id: ID!) { monitorRecruitment(id: $id) { ${fields} } }`;
    for (const [who, code] of [
      [otherOfficer, 'FORBIDDEN'],
      [otherCitizen, 'FORBIDDEN'],
      [anonymous, 'UNAUTHENTICATED'],
    ] as const)
      expect((await city.ask(who, asked, { id })).errors!.map(({ extensions }) => extensions.code)).toEqual([code]);
    const [row] = (await city.dataSource.query('SELECT * FROM monitor_application WHERE recruitment_id = $1', [
      id,
    ])) as [object];
    expect(JSON.stringify(row)).not.toMatch(/홍길동|01012345678/);
    expect(
      await city.read(citizen, 'monitorRecruitment', id, 'myApplication { applicantName contact { phone } }'),
    ).toEqual({
      myApplication: { applicantName: '홍길동', contact: { phone: '01012345678' } },
    });
  });

  it('fills a district to its quota when two heads appoint at once, and by nobody more', async () => {
    for (let round = 0; round < 5; round += 1) {
      city.clock.set(new Date('2026-03-09T03:00:00Z'));
      const recruitmentId = await city.does(officer, 'recruitMonitors', RECRUITMENT);
      const applications: string[] = [];
      for (const n of [0, 1, 2, 3]) applications.push(await apply(city, recruitmentId, monitor(n), '연제구')); // takes two
      await city.later(5);
      const appoint = (applicationIds: string[]) =>
        city.fails(manager, 'appointMonitors', { recruitmentId, applicationIds, complete: false });
      const outcomes = await Promise.all([appoint(applications.slice(0, 2)), appoint(applications.slice(2))]);
      expect(outcomes.flat()).toEqual(['LIMIT_REACHED']);
      const { districts } = (await city.read(
        anonymous,
        'monitorRecruitment',
        recruitmentId,
        'districts { appointed }',
      ))!;
      expect(districts).toEqual([{ appointed: 2 }, { appointed: 0 }]);
    }
  });

  it('takes one application each when somebody applies five times at once', async () => {
    city.clock.set(new Date('2026-03-09T03:00:00Z'));
    const recruitmentId = await city.does(officer, 'recruitMonitors', RECRUITMENT);
    const input = {
      recruitmentId,
      district: '연제구',
      motivation: '가',
      applicant: { name: '홍길동', phone: '010-1234-5678' },
    };
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => city.fails(citizen, 'applyAsMonitor', input)));
    expect(outcomes.flat()).toEqual(Array.from({ length: 4 }, () => 'ALREADY_DONE'));
  });

  it('appoints a substitute for who resigned or was dismissed, and nobody who applied elsewhere', async () => {
    const { recruitmentId, applications } = await serving(city, monitor(1), monitor(2));
    const other = await serving(city, monitor(3));
    city.clock.set(ON_THE_SPOT);
    const appoint = (applicationId: string) =>
      city.fails(manager, 'appointMonitors', { recruitmentId, applicationIds: [applicationId], complete: false });
    expect(await appoint(other.applications[0]!)).toEqual(['INVALID_VALUE']);
    expect(await appoint(applications[0]!)).toEqual(['ALREADY_DONE']);
    await city.does(monitor(1), 'resignAsMonitor', { applicationId: applications[0], reason: '이사를 갑니다.' });
    expect(await city.fails(monitor(2), 'dismissMonitor', { applicationId: applications[1], reason: REASON })).toEqual([
      'FORBIDDEN',
    ]);
    expect(await city.fails(monitor(2), 'resignAsMonitor', { applicationId: applications[0], reason: REASON })).toEqual(
      ['NOT_FOUND'],
    );
    await city.does(manager, 'dismissMonitor', { applicationId: applications[1], reason: '활동하지 않으셨습니다.' });
    expect(await city.told('monitoring.dismissed.v1')).toMatchObject([{ citizenId: monitor(2).id }]);
    const facts = await city.internal('/internal/notice-facts', {
      ...{ eventType: 'monitoring.dismissed.v1', subjectType: 'RECRUITMENT', subjectId: recruitmentId },
      ...{ recipientId: monitor(2).id, deadlineId: null },
    });
    expect(facts).toMatchObject({
      ...{ stillTrue: true, words: { title: RECRUITMENT.title, reason: '활동하지 않으셨습니다.' } },
      contact: { name: '홍길동', phone: '01012345678' },
    });
    expect(await city.fails(manager, 'dismissMonitor', { applicationId: applications[1], reason: REASON })).toEqual([
      'ALREADY_DONE',
    ]);
  });
});
