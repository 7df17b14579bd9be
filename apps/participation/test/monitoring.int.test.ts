import {
  anonymous,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import {
  MISSION,
  type Monitoring,
  ON_THE_SPOT,
  PLACE,
  RECRUITMENT,
  REPORT,
  apply,
  monitor,
  openMonitoring,
  serving,
  watched,
  watchedHead,
} from './fixtures/monitoring';

const REASON = '살펴본 결과입니다.';
const ANSWER = { outcome: 'PLANNED', text: '창구를 하나 더 열겠습니다.' };

describe('monitoring', () => {
  let city: Monitoring;
  beforeAll(async () => {
    city = await openMonitoring();
  });
  afterAll(() => city.close());
  beforeEach(() => city.dataSource.query('TRUNCATE outbox_event CASCADE'));

  it('goes from recruitment to the statement of what reports earned: 20 reports, with every date', async () => {
    const recruitmentId = await city.does(officer, 'recruitMonitors', RECRUITMENT);
    const monitors = Array.from({ length: 22 }, (_, index) => monitor(index));
    const applications: string[] = [];
    for (const who of monitors) applications.push(await apply(city, recruitmentId, who));
    expect(
      await city.read(anonymous, 'monitorRecruitment', recruitmentId, 'status applying { kind dueAt state }'),
    ).toEqual({
      status: 'RECRUITING',
      applying: { kind: 'MONITOR_APPLICATIONS', dueAt: '2026-03-14T00:00:00+09:00', state: 'RUNNING' },
    });

    city.clock.set(new Date('2026-03-13T15:00:00Z'));
    expect(await city.later(0)).toBe(1);
    const selecting = 'status applying { state missedAt } appointing { kind dueAt state }';
    expect(await city.read(anonymous, 'monitorRecruitment', recruitmentId, selecting)).toEqual({
      ...{ status: 'SELECTING', applying: { state: 'MET', missedAt: null } },
      // Five days of eight working hours from Monday the 16th.
      appointing: { kind: 'MONITOR_APPOINTMENT', dueAt: '2026-03-20T18:00:00+09:00', state: 'RUNNING' },
    });
    const chosen = applications.slice(0, 20);
    await city.does(manager, 'appointMonitors', { recruitmentId, applicationIds: chosen });
    expect(await city.told('monitoring.appointed.v1')).toHaveLength(20);
    expect((await city.told('monitoring.not-appointed.v1')).map(({ citizenId }) => citizenId).sort()).toEqual(
      monitors
        .slice(20)
        .map(({ id }) => id)
        .sort(),
    );
    expect(
      await city.read(
        anonymous,
        'monitorRecruitment',
        recruitmentId,
        'status appointing { state } districts { name quota appointed }',
      ),
    ).toEqual({
      ...{ status: 'SERVING', appointing: { state: 'MET' } },
      districts: [
        { name: '연제구', quota: 2, appointed: 0 },
        { name: '해운대구', quota: 30, appointed: 20 },
      ],
    });

    city.clock.set(new Date('2026-04-01T01:00:00Z'));
    const missionId = await city.does(officer, 'openMission', { ...MISSION, recruitmentId });
    expect(await city.told('monitoring.mission-opened.v1')).toHaveLength(20);
    city.clock.set(ON_THE_SPOT);
    const reports: string[] = [];
    for (const who of monitors.slice(0, 20)) reports.push(await city.report(who, missionId));
    const dates = 'status verification { kind dueAt } answering { kind dueAt state missedAt } allowance';
    expect(await city.read(officer, 'monitoringReport', reports[0]!, dates)).toEqual({
      ...{ status: 'SUBMITTED', answering: null, allowance: null },
      verification: { kind: 'REPORT_VERIFICATION', dueAt: '2026-04-14T12:00:00+09:00' }, // five days from Tuesday noon
    });

    city.clock.set(new Date('2026-04-08T01:00:00Z'));
    for (const reportId of reports) await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
    expect(await city.told('monitoring.answer-owed.v1')).toMatchObject(
      Array.from({ length: 20 }, () => ({ departmentCode: 'WATER', citizenId: null })),
    );
    for (const reportId of reports.slice(0, 19)) await city.does(otherOfficer, 'answerReport', { reportId, ...ANSWER });
    expect(await city.read(officer, 'monitoringReport', reports[0]!, dates)).toMatchObject({
      ...{ status: 'ANSWERED', allowance: 30_000 },
      answering: { kind: 'REPORT_ANSWER', dueAt: '2026-04-17T00:00:00+09:00', state: 'MET', missedAt: null },
    });
    // The worker ends the mission at its time, to the second.
    city.clock.set(new Date('2026-04-10T09:00:00Z'));
    expect(await city.later(0)).toBe(1);
    expect(await city.read(anonymous, 'monitoringMission', missionId, 'status reportCount acceptedCount')).toEqual({
      ...{ status: 'ENDED', reportCount: 20, acceptedCount: 20 },
    });

    // A second mission for the first monitor alone: two reports in a month, up to the limit of 50,000 KRW.
    const again = await city.does(officer, 'openMission', {
      ...{ ...MISSION, recruitmentId, title: '전화 응대' },
      ...{ startsAt: '2026-04-13T09:00:00+09:00', endsAt: '2026-04-17T18:00:00+09:00' },
    });
    city.clock.set(new Date('2026-04-14T03:00:00Z'));
    const second = await city.report(monitors[0]!, again);
    await city.does(officer, 'verifyReport', { reportId: second, verdict: 'ACCEPT' });
    expect(await city.count('allowance_statement')).toBe(0);
    city.clock.set(new Date('2026-04-30T15:00:00Z')); // May, in Korea
    expect(await city.later(0)).toBe(1 + 20); // the second mission ends, and twenty are stated
    expect(await city.later(0)).toBe(0);
    const { data } = await city.ask<{ me: unknown }>(
      manager,
      'query ($id: ID!) { allowanceStatements(first: 100, filter: { recruitmentId: $id, month: "2026-04" }) { totalCount edges { node { month reportCount earned amount monitorName reports { id } } } } }',
      { id: recruitmentId },
    );
    const { totalCount, edges } = (
      data as unknown as { allowanceStatements: { totalCount: number; edges: { node: Record<string, unknown> }[] } }
    ).allowanceStatements;
    expect(totalCount).toBe(20);
    const nodes = edges.map(({ node }) => node);
    expect(nodes.filter(({ reportCount }) => reportCount === 2)).toEqual([
      {
        month: '2026-04',
        reportCount: 2,
        earned: 60_000,
        amount: 50_000,
        monitorName: '홍길동',
        reports: [{ id: reports[0] }, { id: second }],
      },
    ]);
    expect(nodes.reduce((sum, { amount }) => sum + (amount as number), 0)).toBe(19 * 30_000 + 50_000);
    expect(await city.told('monitoring.allowance-stated.v1')).toHaveLength(20);

    const period =
      'monitoringPerformance(period: { from: "2026-03-01", to: "2026-05-31" }) { reports kept notKept complianceRate answered openLate onTimeRate }';
    const figures = await city.ask<{ _entities: unknown[] }>(
      anonymous,
      `query ($found: [_Any!]!) { _entities(representations: $found) { ... on Department { ${period} } ... on Standard { monitoring(period: { from: "2026-03-01", to: "2026-05-31" }) { reports kept notKept notApplicable complianceRate } } } }`,
      {
        found: [
          { __typename: 'Department', code: 'WATER' },
          { __typename: 'Standard', code: 'NAME' },
          { __typename: 'Standard', code: 'WAIT' },
          { __typename: 'Standard', code: 'ASPHALT' },
        ],
      },
    );
    expect(figures.data!._entities).toEqual([
      // Two were never answered, and by the database's clock they are late.
      {
        monitoringPerformance: {
          reports: 21,
          kept: 21,
          notKept: 21,
          complianceRate: 0.5,
          answered: 19,
          openLate: 2,
          onTimeRate: 19 / 21,
        },
      },
      { monitoring: { reports: 21, kept: 21, notKept: 0, notApplicable: 0, complianceRate: 1 } },
      { monitoring: { reports: 21, kept: 0, notKept: 21, notApplicable: 0, complianceRate: 0 } },
      { monitoring: { reports: 0, kept: 0, notKept: 0, notApplicable: 0, complianceRate: null } },
    ]);

    city.clock.set(new Date('2026-12-31T15:00:00Z'));
    expect(await city.later(0)).toBe(1);
    expect(await city.read(anonymous, 'monitorRecruitment', recruitmentId, 'status timeline { step status }')).toEqual({
      status: 'ENDED',
      timeline: [
        { step: 'announce', status: 'RECRUITING' },
        { step: 'close', status: 'SELECTING' },
        { step: 'complete', status: 'SERVING' },
        { step: 'endTerm', status: 'ENDED' },
      ],
    });
    expect(await city.told('monitoring.term-ended.v1')).toHaveLength(20);
  }, 120_000);

  describe('a recruitment', () => {
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
      expect(await city.does(officer, 'recruitMonitors', input)).toBe(
        await city.does(officer, 'recruitMonitors', input),
      );
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
      expect(
        await city.fails(monitor(2), 'dismissMonitor', { applicationId: applications[1], reason: REASON }),
      ).toEqual(['FORBIDDEN']);
      expect(
        await city.fails(monitor(2), 'resignAsMonitor', { applicationId: applications[0], reason: REASON }),
      ).toEqual(['NOT_FOUND']);
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

  describe('a mission', () => {
    it('is found around a position, by the index and to the metre', async () => {
      const { recruitmentId, missionId } = await watched(city, monitor(1));
      const near = async (latitude: number, longitude: number, withinMetres: number) => {
        const { data } = await city.ask<{ monitoringMissions: { edges: { node: { id: string } }[] } }>(
          anonymous,
          'query ($filter: MonitoringMissionFilterInput) { monitoringMissions(first: 10, filter: $filter) { edges { node { id } } } }',
          { filter: { recruitmentId, near: { latitude, longitude, withinMetres } } },
        );
        return data!.monitoringMissions.edges.map(({ node }) => node.id);
      };
      // Busan Station is 7,819.6 m away.
      expect(await near(35.1151, 129.0413, 7_820)).toEqual([missionId]);
      expect(await near(35.1151, 129.0413, 7_819)).toEqual([]);
      const bad = await city.ask(
        anonymous,
        '{ monitoringMissions(first: 1, filter: { near: { latitude: 129, longitude: 35, withinMetres: 5 } }) { edges { cursor } } }',
      );
      expect(bad.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    });

    it('checks standards that the watched department keeps, and never the department that verifies', async () => {
      const { recruitmentId } = await serving(city, monitor(1));
      city.clock.set(new Date('2026-04-01T01:00:00Z'));
      const open = (changes: object) => city.run(officer, 'openMission', { ...MISSION, recruitmentId, ...changes });
      const item = (standardCode: string) => ({ checklist: [{ question: '?', standardCode }] });
      for (const code of ['NONE', 'ASPHALT'])
        expect((await open(item(code))).errors).toMatchObject([
          { code: 'INVALID_VALUE', path: ['checklist', '0', 'standardCode'] },
        ]);
      expect((await open({ watchedDepartmentCode: 'ROADS', ...item('WAIT') })).errors).toMatchObject([
        { code: 'CONFLICT_OF_INTEREST' },
      ]);
      expect((await open({ watchedDepartmentCode: 'OLD', ...item('WAIT') })).errors).toMatchObject([
        { path: ['watchedDepartmentCode'] },
      ]);
      expect((await city.run(otherOfficer, 'openMission', { ...MISSION, recruitmentId })).errors).toMatchObject([
        { code: 'FORBIDDEN' },
      ]);
      const key = { ...MISSION, recruitmentId, idempotencyKey: 'one' };
      expect(await city.does(officer, 'openMission', key)).toBe(await city.does(officer, 'openMission', key));
    });

    it('reminds those who have not reported, once, on the working day before', async () => {
      const { missionId } = await watched(city, monitor(1), monitor(2));
      await city.report(monitor(1), missionId);
      const reminded = async (moment: string) => {
        city.clock.set(new Date(moment));
        await city.later(0);
        const told = await city.told('monitoring.mission-due-soon.v1');
        return told.filter((said) => said.missionId === missionId).map(({ citizenId }) => citizenId);
      };
      expect(await reminded('2026-04-08T23:59:59Z')).toEqual([]);
      expect(await reminded('2026-04-09T00:00:00Z')).toEqual([monitor(2).id]);
      expect(await reminded('2026-04-09T00:00:01Z')).toEqual([monitor(2).id]);
      const ask = (recipientId: string) =>
        city.internal('/internal/notice-facts', {
          ...{ eventType: 'monitoring.mission-due-soon.v1', subjectType: 'MISSION', subjectId: missionId },
          ...{ recipientId, deadlineId: null },
        });
      expect(await ask(monitor(2).id!)).toMatchObject({
        stillTrue: true,
        words: { place: expect.stringContaining(PLACE.name) },
      });
      expect(await ask(monitor(1).id!)).toMatchObject({ stillTrue: false });
    });

    it('is called off with a reason, and takes no report from then on', async () => {
      const { missionId } = await watched(city, monitor(1));
      expect(await city.fails(officer, 'cancelMission', { missionId, reason: REASON })).toEqual(['FORBIDDEN']);
      await city.does(manager, 'cancelMission', { missionId, reason: '공사 때문에 미룹니다.' });
      expect(await city.told('monitoring.mission-cancelled.v1')).toHaveLength(1);
      const report = { ...REPORT, missionId, photoIds: [await city.photo(monitor(1))] };
      expect(await city.fails(monitor(1), 'submitReport', report)).toEqual(['INVALID_STATE']);
    });
  });

  describe('a report', () => {
    it('is taken in its time alone, to the millisecond', async () => {
      const { missionId } = await watched(city, monitor(1), monitor(2));
      const photoIds = [await city.photo(monitor(1))];
      const at = (moment: string, who = monitor(1)) => {
        city.clock.set(new Date(moment));
        return city.fails(who, 'submitReport', { ...REPORT, missionId, photoIds });
      };
      expect(await at('2026-04-05T23:59:59.999Z')).toEqual(['TOO_EARLY']);
      expect(await at('2026-04-10T09:00:00.000Z')).toEqual(['TOO_LATE']);
      expect(await at('2026-04-10T08:59:59.999Z')).toEqual([]);
    });

    it('comes from the place: not from 20 km away', async () => {
      const { missionId } = await watched(city, monitor(1));
      const photoIds = [await city.photo(monitor(1))];
      const from = (position: object) =>
        city.run(monitor(1), 'submitReport', { ...REPORT, missionId, photoIds, position });
      const { errors } = await from({ latitude: 35.1798, longitude: 129.2945 });
      expect(errors).toMatchObject([
        { code: 'INVALID_VALUE', path: ['position'], message: expect.stringContaining('km') },
      ]);
      expect((await from({ latitude: 129.075, longitude: 35.1798 })).errors).toMatchObject([{ path: ['position'] }]);
      expect((await from(REPORT.position)).errors).toEqual([]);
    });

    it('is a monitor’s of that mission, once, with photographs and nothing else', async () => {
      const { missionId } = await watched(city, monitor(1));
      const report = async (who = monitor(1), changes: object = {}) =>
        (await city.run(who, 'submitReport', { ...REPORT, missionId, photoIds: [await city.photo(who)], ...changes }))
          .errors;
      expect(await report(citizen)).toMatchObject([{ code: 'INVALID_STATE' }]);
      expect(await report({ ...monitor(1), department: 'WATER' })).toMatchObject([{ code: 'CONFLICT_OF_INTEREST' }]);
      expect(await report(monitor(1), { photoIds: [] })).toMatchObject([{ path: ['photoIds'] }]);
      expect(await report(monitor(1), { photoIds: [await city.photo(citizen)] })).toMatchObject([
        { path: ['photoIds'] },
      ]);
      const text = await city.photo(monitor(1), Buffer.from('사진이 아닙니다.'));
      expect(await report(monitor(1), { photoIds: [text] })).toMatchObject([
        { code: 'INVALID_VALUE', path: ['photoIds', '0'] },
      ]);
      expect(await report(monitor(1), { missionId: citizen.id })).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(await report()).toEqual([]);
      expect(await report()).toMatchObject([{ code: 'ALREADY_DONE' }]);
      expect(await city.count('monitoring_report')).toBeGreaterThan(0);
    });

    it('is one when it comes five times at once, and the same for the same key', async () => {
      const { missionId } = await watched(city, monitor(1), monitor(2));
      const photoIds = await Promise.all([1, 2, 3, 4, 5].map(() => city.photo(monitor(1))));
      const outcomes = await Promise.all(
        photoIds.map((photo) => city.fails(monitor(1), 'submitReport', { ...REPORT, missionId, photoIds: [photo] })),
      );
      expect(outcomes.flat()).toEqual(Array.from({ length: 4 }, () => 'ALREADY_DONE'));
      const input = { ...REPORT, missionId, photoIds: [await city.photo(monitor(2))], idempotencyKey: 'report' };
      expect(await city.does(monitor(2), 'submitReport', input)).toBe(
        await city.does(monitor(2), 'submitReport', input),
      );
      const [{ count }] = await city.dataSource.query(
        `SELECT count(*)::int AS count FROM deadline WHERE kind = 'REPORT_VERIFICATION' AND subject_id IN (SELECT id FROM monitoring_report WHERE mission_id = $1)`,
        [missionId],
      );
      expect(count).toBe(2);
    });

    it('is sent back, completed and accepted: what it said before is kept, and verifying stood still', async () => {
      const { missionId } = await watched(city, monitor(1));
      const reportId = await city.report(monitor(1), missionId);
      city.clock.set(new Date('2026-04-08T03:00:00Z'));
      expect(await city.fails(officer, 'verifyReport', { reportId, verdict: 'RETURN' })).toEqual(['INVALID_VALUE']);
      await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: '간판 사진을 더해 주십시오.' });
      const seen = 'status verdictReason returns verification { state dueAt } revision { kind dueAt state }';
      expect(await city.read(monitor(1), 'monitoringReport', reportId, seen)).toEqual({
        ...{ status: 'RETURNED', verdictReason: '간판 사진을 더해 주십시오.', returns: 1 },
        verification: { state: 'PAUSED', dueAt: null },
        revision: { kind: 'REPORT_REVISION', dueAt: '2026-04-16T00:00:00+09:00', state: 'RUNNING' },
      });
      city.clock.set(new Date('2026-04-09T03:00:00Z'));
      const photoIds = [await city.photo(monitor(1))];
      const revised = { reportId, ...REPORT, position: undefined, summary: '간판을 더했습니다.', photoIds };
      expect(await city.fails(citizen, 'reviseReport', { ...revised, photoIds: [] })).toEqual(['NOT_FOUND']);
      await city.does(monitor(1), 'reviseReport', revised);
      const after =
        'status summary photos { type downloadUrl } versions { version summary } verification { state dueAt } revision { state }';
      expect(await city.read(officer, 'monitoringReport', reportId, after)).toEqual({
        ...{ status: 'SUBMITTED', summary: '간판을 더했습니다.' },
        photos: Array.from({ length: 2 }, () => ({
          type: 'image/jpeg',
          downloadUrl: expect.stringContaining('/participation-files/'),
        })),
        versions: [{ version: 2, summary: REPORT.summary }],
        verification: { state: 'RUNNING', dueAt: '2026-04-15T12:00:00+09:00' },
        revision: { state: 'MET' },
      });
      await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON });
      await city.does(monitor(1), 'reviseReport', { ...revised, photoIds: [] });
      expect(await city.fails(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON })).toEqual([
        'LIMIT_REACHED',
      ]);
      await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
    });

    it('is rejected when nothing came in time, and never by who wrote it', async () => {
      const { missionId } = await watched(city, { ...monitor(1) });
      const reportId = await city.report(monitor(1), missionId);
      const own = { ...officer, id: monitor(1).id! };
      expect(await city.fails(own, 'verifyReport', { reportId, verdict: 'ACCEPT' })).toEqual(['SAME_PERSON']);
      await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON });
      const reject = { reportId, verdict: 'REJECT', reason: '보완하지 않으셨습니다.' };
      expect(await city.fails(officer, 'verifyReport', reject)).toEqual(['TOO_EARLY']);
      city.clock.set(new Date('2026-04-14T15:00:00Z'));
      const revised = { reportId, ...REPORT, position: undefined };
      expect(await city.fails(monitor(1), 'reviseReport', revised)).toEqual(['TOO_LATE']);
      await city.does(officer, 'verifyReport', reject);
      const facts = await city.internal('/internal/notice-facts', {
        ...{ eventType: 'monitoring.report-rejected.v1', subjectType: 'MONITORING_REPORT', subjectId: reportId },
        ...{ recipientId: monitor(1).id, deadlineId: null },
      });
      expect(facts).toMatchObject({
        words: { title: MISSION.title, reason: reject.reason },
        contact: { name: '홍길동' },
      });
      expect(await city.fails(otherOfficer, 'answerReport', { reportId, ...ANSWER })).toEqual(['NOT_FOUND']);
    });

    it('can be taken back before it is verified, and sent again in time', async () => {
      const { missionId } = await watched(city, monitor(1));
      const reportId = await city.report(monitor(1), missionId);
      await city.does(monitor(1), 'withdrawReport', { reportId });
      expect(await city.read(monitor(1), 'monitoringReport', reportId, 'status verification { state }')).toEqual({
        ...{ status: 'WITHDRAWN', verification: { state: 'CANCELLED' } },
      });
      expect(await city.fails(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' })).toEqual(['INVALID_STATE']);
      await city.report(monitor(1), missionId);
    });

    it('is verified once when two do it at once, and earns its allowance once', async () => {
      const { missionId } = await watched(city, monitor(1));
      for (let round = 0; round < 3; round += 1) {
        const reportId = await city.report(monitor(1), missionId);
        const verdicts = [
          city.fails(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' }),
          city.fails(colleague, 'verifyReport', { reportId, verdict: 'REJECT', reason: REASON }),
        ];
        expect((await Promise.all(verdicts)).flat()).toHaveLength(1);
        const { status, allowance } = (await city.read(officer, 'monitoringReport', reportId, 'status allowance'))!;
        expect([status, allowance]).toEqual(status === 'ACCEPTED' ? ['ACCEPTED', 30_000] : ['REJECTED', null]);
        await city.dataSource.query(
          `UPDATE monitoring_report SET status = 'WITHDRAWN', allowance = NULL WHERE id = $1`,
          [reportId],
        );
      }
    });

    it('refuses who read an older version', async () => {
      const { missionId } = await watched(city, monitor(1));
      const reportId = await city.report(monitor(1), missionId);
      await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON, version: 1 });
      expect(await city.fails(monitor(1), 'withdrawReport', { reportId, version: 1 })).toEqual(['STALE_VERSION']);
    });

    it('is seen as far as somebody needs to', async () => {
      const { missionId } = await watched(city, monitor(1));
      const reportId = await city.report(monitor(1), missionId);
      const fields =
        'summary monitorName position { distanceMetres } allowance photos { downloadUrl } versions { version }';
      const see = (who: Parameters<Monitoring['read']>[0]) => city.read(who, 'monitoringReport', reportId, fields);
      for (const who of [anonymous, citizen, otherOfficer, watchedHead]) expect(await see(who)).toBeNull();
      expect(await see(officer)).toMatchObject({ monitorName: '홍길동', position: { distanceMetres: 29 } });
      expect(await see(auditor)).toMatchObject({ monitorName: null, photos: [{ downloadUrl: expect.any(String) }] });
      await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
      const hidden = { summary: REPORT.summary, monitorName: null, position: null, allowance: null, versions: null };
      expect(await see(anonymous)).toEqual({ ...hidden, photos: null });
      expect(await see(citizen)).toEqual({ ...hidden, photos: null });
      expect(await see(otherOfficer)).toEqual({ ...hidden, photos: [{ downloadUrl: expect.any(String) }] });
      const list = async (who: Parameters<Monitoring['read']>[0]) => {
        const { data } = await city.ask<{ monitoringReports: { totalCount: number } }>(
          who,
          'query ($id: ID) { monitoringReports(first: 10, filter: { missionId: $id }) { totalCount } }',
          { id: missionId },
        );
        return data!.monitoringReports.totalCount;
      };
      expect(await list(anonymous)).toBe(1);
      await city.dataSource.query(`UPDATE monitoring_report SET status = 'SUBMITTED', allowance = NULL WHERE id = $1`, [
        reportId,
      ]);
      expect(await Promise.all([anonymous, citizen, otherOfficer, officer, auditor, monitor(1)].map(list))).toEqual([
        0, 0, 0, 1, 1, 1,
      ]);
    });
  });

  describe('dates', () => {
    it('are reminded of, passed and escalated to those who keep them', async () => {
      const { missionId } = await watched(city, monitor(1));
      const reportId = await city.report(monitor(1), missionId);
      await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
      const dueIn = async (interval: string) => {
        await city.dataSource.query(
          `UPDATE "deadline" SET "due_at" = now() + $2::interval, "next_action_at" = now(), "reached_at" = now() - interval '10 days'
           WHERE "subject_id" = $1 AND "kind" = 'REPORT_ANSWER'`,
          [reportId, interval],
        );
        await city.sweep();
      };
      const told = async (type: 'monitoring.task-due-soon.v1' | 'monitoring.task-overdue.v1') =>
        (await city.told(type)).filter((said) => said.reportId === reportId);
      await dueIn('1 hour');
      expect(await told('monitoring.task-due-soon.v1')).toMatchObject([
        { task: 'REPORT_ANSWER', departmentCode: 'WATER' },
      ]);
      await dueIn('-1 hour');
      const [late] = await told('monitoring.task-overdue.v1');
      expect(late).toMatchObject({ task: 'REPORT_ANSWER', departmentCode: 'WATER', citizenId: monitor(1).id });
      const ask = () =>
        city.internal('/internal/notice-facts', {
          ...{ eventType: 'monitoring.task-overdue.v1', subjectType: 'MONITORING_REPORT', subjectId: reportId },
          ...{ recipientId: otherOfficer.id, deadlineId: late!.deadlineId },
        });
      expect(await ask()).toEqual({ stillTrue: true, words: { title: MISSION.title }, contact: null });
      await city.does(otherOfficer, 'answerReport', { reportId, ...ANSWER });
      expect(await ask()).toMatchObject({ stillTrue: false }); // nobody is told of lateness that has ended
      expect(await city.told('monitoring.report-answered.v1')).toMatchObject([{ late: true }]);
    });

    it('move where a holiday is declared, and those who keep them are told', async () => {
      city.clock.set(new Date('2026-03-09T03:00:00Z'));
      const id = await city.does(officer, 'recruitMonitors', RECRUITMENT);
      await apply(city, id, citizen);
      await city.hear('participation-charter', 'holiday.declared.v1', {
        date: '2026-03-13',
        nameKo: '임시공휴일',
        nameEn: 'Holiday',
      });
      expect(await city.read(anonymous, 'monitorRecruitment', id, 'applying { dueAt announcedDueAt }')).toEqual({
        applying: { dueAt: '2026-03-17T00:00:00+09:00', announcedDueAt: '2026-03-14T00:00:00+09:00' },
      });
      const told = (await city.told('monitoring.date-moved.v1')).filter(({ recruitmentId }) => recruitmentId === id);
      expect(told.map(({ citizenId }) => citizenId).sort()).toEqual([citizen.id, null].sort());
      await city.hear('participation-charter', 'holiday.revoked.v1', { date: '2026-03-13' });
    });
  });

  it('costs the same statements for two reports as for six', async () => {
    const { missionId } = await watched(city, ...[1, 2, 3, 4, 5, 6].map(monitor));
    const all = `query ($first: Int!, $id: ID) { monitoringReports(first: $first, filter: { missionId: $id }) { edges { node {
      summary monitorName position { distanceMetres } photos { id } versions { version } timeline { step } verification { dueAt }
      observations { question finding } mission { title recruitment { title } } } } } }`;
    const cost = (first: number) => city.statements(() => city.ask(officer, all, { first, id: missionId }));
    for (const n of [1, 2]) await city.report(monitor(n), missionId);
    const two = await cost(10);
    for (const n of [3, 4, 5, 6]) await city.report(monitor(n), missionId);
    expect(await cost(10)).toBe(two);
  });

  it('states a month once when three workers look at once', async () => {
    const { missionId, recruitmentId } = await watched(city, monitor(1), monitor(2));
    for (const n of [1, 2]) {
      const reportId = await city.report(monitor(n), missionId);
      await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
    }
    city.clock.set(new Date('2026-05-04T00:00:00Z'));
    await Promise.all([city.later(0), city.later(0), city.later(0)]);
    const told = await city.told('monitoring.allowance-stated.v1');
    const own = told.filter((said) => said.recruitmentId === recruitmentId);
    expect(own.map(({ citizenId }) => citizenId).sort()).toEqual([monitor(1).id, monitor(2).id].sort());
    await expect(city.dataSource.query('UPDATE allowance_statement SET amount = 0')).rejects.toThrow('append-only');
  });
});
