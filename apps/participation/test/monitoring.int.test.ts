import { anonymous, citizen, manager, officer, otherOfficer } from '@charter/service/testing';
import {
  MISSION,
  type Monitoring,
  ON_THE_SPOT,
  RECRUITMENT,
  apply,
  monitor,
  openMonitoring,
  watched,
} from './fixtures/monitoring';

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

  describe('dates', () => {
    it('are reminded of, passed and escalated to those who keep them', async () => {
      const { missionId } = await watched(city, monitor(1));
      const reportId = await city.report(monitor(1), missionId);
      await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
      const dueIn = async (interval: string) => {
        await city.dataSource.query(
          `UPDATE "deadline" SET "due_at" = now() + $2::interval, "next_action_at" = now() - interval '1 second', "reached_at" = now() - interval '10 days'
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
