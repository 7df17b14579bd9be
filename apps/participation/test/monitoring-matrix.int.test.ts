import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { MISSION_STATUSES, MISSION_TRANSITIONS, type MissionStatus } from '../src/domain/monitoring/mission';
import {
  RECRUITMENT_STATUSES,
  RECRUITMENT_TRANSITIONS,
  type RecruitmentCommand,
  type RecruitmentStatus,
} from '../src/domain/monitoring/recruitment';
import {
  REPORT_STATUSES,
  REPORT_TRANSITIONS,
  type ReportCommand,
  type ReportStatus,
} from '../src/domain/monitoring/report';
import {
  MISSION,
  MONDAY,
  type Monitoring,
  ON_THE_SPOT,
  RECRUITMENT,
  REPORT,
  apply,
  monitor,
  openMonitoring,
  serving,
  watched,
  watchedHead,
} from './fixtures/monitoring';

const reason = '살펴본 결과입니다.';
const PEOPLE: Readonly<Record<string, Someone>> = {
  ...{
    monitor: monitor(1),
    citizen,
    otherCitizen,
    officer,
    manager,
    otherOfficer,
    watchedHead,
    auditor,
    admin,
    anonymous,
  },
};
const OFFICE = ['officer', 'manager'];
const WHO_IS_REFUSED = [
  ...['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND'],
  ...['INVALID_STATE', 'ALREADY_DONE', 'TOO_LATE', 'TOO_EARLY', 'INVALID_VALUE'],
];

interface Held {
  readonly id: string;
  readonly application: string;
}
type Mutation<C extends string> = Readonly<
  Partial<Record<C, (held: Held) => readonly [mutation: string, input: object]>>
>;
type May<C extends string> = Readonly<Partial<Record<C, readonly string[]>>>;

/** One table over every (status × command × person): refused, it changes nothing; allowed, it leads where the table says. */
function walk<S extends string, C extends string>(table: {
  readonly what: string;
  readonly statuses: readonly S[];
  readonly transitions: Readonly<Record<C, Readonly<Partial<Record<S, S>>>>>;
  readonly mutations: Mutation<C>;
  readonly may: May<C>;
  readonly query: string;
  readonly seen: string;
  bringTo(city: Monitoring, status: S, command: C | undefined): Promise<Held>;
}): void {
  const { what, statuses, transitions, mutations, may, query, seen } = table;
  describe.each(statuses.map((status) => [status]))(`${what} that is %s`, (status) => {
    let city: Monitoring;
    beforeAll(async () => {
      city = await openMonitoring(MONDAY);
    });
    afterAll(() => city.close());

    describe.each(Object.keys(mutations) as C[])('%s', (command) => {
      const leads = transitions[command][status];
      let held: Held;
      beforeAll(async () => {
        held = await table.bringTo(city, status, undefined);
      });

      it.each(Object.keys(PEOPLE).filter((who) => !leads || !may[command]!.includes(who)))(
        'by %s is refused and changes nothing',
        async (who) => {
          const before = await city.read(auditor, query, held.id, seen);
          const [mutation, input] = mutations[command]!(held);
          const codes = await city.fails(PEOPLE[who]!, mutation, input);
          expect(codes.length).toBeGreaterThan(0);
          for (const code of codes) expect(WHO_IS_REFUSED).toContain(code);
          expect(await city.read(auditor, query, held.id, seen)).toEqual(before);
        },
      );

      if (!leads) return;
      it.each(may[command]!)('by %s leads where the table says', async (who) => {
        const own = await table.bringTo(city, status, command);
        const [mutation, input] = mutations[command]!(own);
        expect(await city.fails(PEOPLE[who]!, mutation, input)).toEqual([]);
        const after = await city.read(auditor, query, own.id, 'status');
        expect(after).toEqual({ status: leads });
      });
    });
  });
}

const RECRUITMENT_MUTATIONS: Mutation<RecruitmentCommand> = {
  apply: ({ id }) => [
    'applyAsMonitor',
    {
      ...{ recruitmentId: id, district: '연제구', motivation: '가' },
      applicant: { name: '홍길동', phone: '010-1234-5678' },
    },
  ],
  withdraw: ({ application }) => ['withdrawMonitorApplication', { applicationId: application }],
  appoint: ({ id, application }) => [
    'appointMonitors',
    { recruitmentId: id, applicationIds: [application], complete: false },
  ],
  complete: ({ id, application }) => ['appointMonitors', { recruitmentId: id, applicationIds: [application] }],
  openMission: ({ id }) => ['openMission', { ...MISSION, recruitmentId: id }],
  leave: ({ application }) => ['dismissMonitor', { applicationId: application, reason }],
  cancel: ({ id }) => ['cancelRecruitment', { recruitmentId: id, reason }],
};

walk<RecruitmentStatus, RecruitmentCommand>({
  what: 'a recruitment',
  statuses: RECRUITMENT_STATUSES,
  transitions: RECRUITMENT_TRANSITIONS,
  mutations: RECRUITMENT_MUTATIONS,
  may: {
    apply: ['citizen', 'otherCitizen'], // the monitor has applied
    withdraw: ['monitor'],
    appoint: ['manager'],
    complete: ['manager'],
    openMission: OFFICE,
    leave: ['manager'],
    cancel: ['manager'],
  },
  query: 'monitorRecruitment',
  seen: 'status version districts { appointed } timeline { step } applications(first: 10) { totalCount edges { node { status } } }',
  async bringTo(city, status, command) {
    if (status === 'RECRUITING' || status === 'SELECTING' || status === 'CANCELLED') {
      city.clock.set(MONDAY);
      const id = await city.does(officer, 'recruitMonitors', RECRUITMENT);
      const application = await apply(city, id, monitor(1));
      if (status === 'SELECTING') await city.later(5);
      if (status === 'CANCELLED') await city.does(manager, 'cancelRecruitment', { recruitmentId: id, reason });
      return { id, application };
    }
    if (command === 'appoint') return withSubstitute(city);
    const { recruitmentId: id, applications } = await serving(city, monitor(1));
    city.clock.set(status === 'ENDED' ? new Date('2027-01-01T00:00:00Z') : new Date('2026-04-02T00:00:00Z'));
    await city.later(0);
    return { id, application: applications[0]! };
  },
});

/** A term that has begun, and somebody who was passed over: a substitute. */
async function withSubstitute(city: Monitoring): Promise<Held> {
  city.clock.set(MONDAY);
  const id = await city.does(officer, 'recruitMonitors', RECRUITMENT);
  const chosen = await apply(city, id, monitor(1));
  const application = await apply(city, id, monitor(2));
  await city.later(5);
  await city.does(manager, 'appointMonitors', { recruitmentId: id, applicationIds: [chosen] });
  return { id, application };
}

walk<MissionStatus, 'report' | 'cancel'>({
  what: 'a mission',
  statuses: MISSION_STATUSES,
  transitions: MISSION_TRANSITIONS,
  mutations: {
    report: ({ id }) => ['submitReport', { ...REPORT, missionId: id }],
    cancel: ({ id }) => ['cancelMission', { missionId: id, reason }],
  },
  may: { report: ['monitor'], cancel: ['manager'] },
  query: 'monitoringMission',
  seen: 'status version reportCount',
  async bringTo(city, status) {
    const { recruitmentId } = await serving(city, monitor(1));
    city.clock.set(new Date('2026-04-01T01:00:00Z'));
    const id = await city.does(officer, 'openMission', { ...MISSION, recruitmentId, photosNeeded: 0 });
    city.clock.set(ON_THE_SPOT);
    if (status === 'CANCELLED') await city.does(manager, 'cancelMission', { missionId: id, reason });
    if (status === 'ENDED') {
      city.clock.set(new Date('2026-04-10T09:00:00Z'));
      await city.later(0);
    }
    return { id, application: id };
  },
});

const verify = (verdict: string) => (held: Held) => ['verifyReport', { reportId: held.id, verdict, reason }] as const;

walk<ReportStatus, ReportCommand>({
  what: 'a report',
  statuses: REPORT_STATUSES,
  transitions: REPORT_TRANSITIONS,
  mutations: {
    revise: ({ id }) => ['reviseReport', { reportId: id, summary: REPORT.summary, observations: REPORT.observations }],
    withdraw: ({ id }) => ['withdrawReport', { reportId: id }],
    accept: verify('ACCEPT'),
    return: verify('RETURN'),
    reject: verify('REJECT'),
    answer: ({ id }) => ['answerReport', { reportId: id, outcome: 'CORRECTED', text: '고쳤습니다.' }],
  },
  may: {
    revise: ['monitor'],
    withdraw: ['monitor'],
    accept: OFFICE,
    return: OFFICE,
    reject: OFFICE,
    answer: ['otherOfficer', 'watchedHead'],
  },
  query: 'monitoringReport',
  seen: 'status version allowance answerText timeline { step }',
  async bringTo(city, status, command) {
    const { missionId } = await watched(city, monitor(1));
    const id = await city.report(monitor(1), missionId);
    const does = (who: Someone, mutation: string, input: object) =>
      city.does(who, mutation, { reportId: id, ...input });
    if (status === 'RETURNED') await does(officer, 'verifyReport', { verdict: 'RETURN', reason });
    if (status === 'ACCEPTED' || status === 'ANSWERED') await does(officer, 'verifyReport', { verdict: 'ACCEPT' });
    if (status === 'ANSWERED') await does(otherOfficer, 'answerReport', { outcome: 'CORRECTED', text: '고쳤습니다.' });
    if (status === 'REJECTED') await does(officer, 'verifyReport', { verdict: 'REJECT', reason });
    if (status === 'WITHDRAWN') await does(monitor(1), 'withdrawReport', {});
    // One that was sent back is rejected when nothing came in time.
    if (status === 'RETURNED' && command === 'reject') city.clock.advance(9 * 86_400_000);
    return { id, application: id };
  },
});

it('gives every command that people give a row of these tables', () => {
  const byThemselves = ['close', 'endTerm'];
  expect(Object.keys(RECRUITMENT_MUTATIONS).sort()).toEqual(
    Object.keys(RECRUITMENT_TRANSITIONS)
      .filter((command) => !byThemselves.includes(command))
      .sort(),
  );
});
