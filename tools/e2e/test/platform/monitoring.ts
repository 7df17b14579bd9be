import { WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import { calendarDays, due, endOf, workingDays } from '../../src/due';
import { idOf, times } from '../../src/inbox';
import { MonitoringClients, type Somebody, photograph } from '../../src/monitoring';
import {
  ALLOWANCE,
  APPLICANTS,
  CHECKLIST,
  DATED,
  type Dated,
  FAR_AWAY,
  FIGURES,
  LATE,
  MONITORS,
  ON_THE_SPOT,
  PLACE,
  REJECTED,
  REPORT,
  RETURNED,
  type Report,
  type Step,
  findings,
} from '../../src/monitoring-mission';
import type { Person, RunningStack } from '../../src/running-stack';

/** Monitoring from the recruitment to what a month earned, through the public endpoint, with every deadline and notice. */
export function watchesTheCity(running: () => RunningStack): void {
  const clients = new MonitoringClients(running);
  const calendar = new WorkingCalendar();
  const today = localDate(new Date());
  const closesOn = calendar.addWorkingDays(today, 10);
  const tokenOf = (who: Person): string => running().description.tokens[who];

  let people: Somebody[];
  let watchedHead: Somebody;
  let recruitmentId: string;
  let missionId: string;
  const reports: string[] = [];
  const monitors = () => people.slice(0, MONITORS);
  const see = (n: number) => clients.read<Report>(tokenOf('officer'), 'monitoringReport', reports[n]!, REPORT);
  const verify = (n: number, verdict: string, reason?: string) =>
    clients.does(tokenOf('officer'), 'verifyReport', { reportId: reports[n]!, verdict, reason });
  const answer = (n: number) =>
    clients.does(tokenOf('otherOfficer'), 'answerReport', {
      ...{ reportId: reports[n]!, outcome: 'PLANNED', text: '창구를 하나 더 열겠습니다.' },
    });
  /** What everybody reads of two standards and of the department that was watched. */
  /** As somebody who has signed in: the anonymous may be told what was so half a minute ago. */
  const figures = async () => {
    const query = `query ($period: PeriodInput!) {
      standards { code monitoring(period: $period) { ${FIGURES} } }
      department(code: "WATER") { monitoringPerformance(period: $period) { ${FIGURES} } } }`;
    const found = await clients.query<{
      standards: { code: string; monitoring: object }[];
      department: { monitoringPerformance: object };
    }>(tokenOf('citizen'), query, { period: { from: today, to: localDate(new Date()) } });
    const of = (code: string) => found.standards.find((standard) => standard.code === code)!.monitoring;
    const [waiting, phone] = CHECKLIST.map(({ standardCode }) => of(standardCode));
    return { waiting, phone, department: found.department.monitoringPerformance };
  };

  it('recruits 20 of 22 who apply, within the quota of each district', async () => {
    const officer = tokenOf('officer');
    const termFrom = calendar.addWorkingDays(closesOn, 10);
    recruitmentId = await clients.does(officer, 'recruitMonitors', {
      ...{ title: '시정 모니터 모집', body: '시민의 눈으로 살펴봅니다.', departmentCode: 'ROADS' },
      ...{ appliesUntil: closesOn, selectionDays: 5, allowancePerReport: ALLOWANCE, allowanceMonthlyCap: 100_000 },
      ...{ termFrom, termTo: calendar.addWorkingDays(termFrom, 100) },
      districts: [
        { name: '연제구', quota: 12 },
        { name: '해운대구', quota: 8 },
      ],
    });
    expect(await clients.read(undefined, 'monitorRecruitment', recruitmentId, `status applying ${DATED}`)).toEqual({
      status: 'RECRUITING',
      applying: {
        ...{ kind: 'MONITOR_APPLICATIONS', state: 'RUNNING', missedAt: null },
        dueAt: await endOf(running(), closesOn),
      },
    });

    people = await clients.newcomers(APPLICANTS);
    watchedHead = await clients.newcomer('MANAGER', 'WATER');
    await clients.introduce(watchedHead, '오세진');
    const applications: string[] = [];
    const application = { recruitmentId, motivation: '우리 동네를 살펴보고 싶습니다.' };
    for (const [n, { id, token }] of people.entries()) {
      // The last two are one too many for each district.
      const district = n < 12 || n === MONITORS ? '연제구' : '해운대구';
      const applicant = { name: '홍길동', email: `${id}@example.org` };
      applications.push(await clients.does(token, 'applyAsMonitor', { ...application, district, applicant }));
    }

    await clients.pass(recruitmentId, 'MONITOR_APPLICATIONS');
    await clients.reaches('monitorRecruitment', recruitmentId, 'SELECTING');
    const late = { ...application, district: '연제구', applicant: { name: '김늦음', email: 'late@example.org' } };
    const tooLate = await clients.tries(tokenOf('otherCitizen'), 'applyAsMonitor', late);
    expect(tooLate.errors).toMatchObject([{ code: 'TOO_LATE' }]);
    const { applying, appointing, timeline } = await clients.read<{
      applying: Dated;
      appointing: Dated;
      timeline: Step[];
    }>(undefined, 'monitorRecruitment', recruitmentId, `applying ${DATED} appointing ${DATED} timeline { at step }`);
    expect(applying).toMatchObject({ state: 'MET', missedAt: null });
    const closed = timeline.find(({ step }) => step === 'close')!;
    expect(appointing).toMatchObject({
      ...{ kind: 'MONITOR_APPOINTMENT', state: 'RUNNING' },
      dueAt: await due(running(), closed.at, workingDays(5)),
    });

    // A notice of a duty is not sent once the duty is done: it has to come first, here and below.
    await clients.told(idOf(running(), 'manager'), [recruitmentId], 1);
    await clients.told(idOf(running(), 'officer'), [recruitmentId], 1);
    const appoint = (applicationIds: readonly string[]) =>
      clients.tries(tokenOf('manager'), 'appointMonitors', { recruitmentId, applicationIds });
    expect((await appoint(applications)).errors).toEqual([
      { code: 'LIMIT_REACHED', path: ['applicationIds'] },
      { code: 'LIMIT_REACHED', path: ['applicationIds'] },
    ]);
    expect((await appoint(applications.slice(0, MONITORS))).errors).toEqual([]);
    const serving = 'status appointing { state } districts { name appointed }';
    expect(await clients.read(undefined, 'monitorRecruitment', recruitmentId, serving)).toEqual({
      ...{ status: 'SERVING', appointing: { state: 'MET' } },
      districts: [
        { name: '연제구', appointed: 12 },
        { name: '해운대구', appointed: 8 },
      ],
    });
  });

  it('takes 20 reports with a photograph each, from the spot and in time alone', async () => {
    const term = `"term_from" = (now() AT TIME ZONE 'Asia/Seoul')::date`;
    await clients.moves('monitor_recruitment', term, '"id" = $1', recruitmentId);
    missionId = await clients.does(tokenOf('officer'), 'openMission', {
      ...{ recruitmentId, title: '민원실 대기 시간과 전화', instructions: '번호표를 뽑고 기다려 보십시오.' },
      ...{ watchedDepartmentCode: 'WATER', place: PLACE, checklist: CHECKLIST, photosNeeded: 1, answerDays: 7 },
      startsAt: atLocal(calendar.addWorkingDays(today, 1), '09:00').toISOString(),
      endsAt: atLocal(calendar.addWorkingDays(today, 5), '18:00').toISOString(),
    });
    const report = async (n: number) => ({
      ...{ missionId, summary: '대체로 지켜지고 있습니다.', observations: findings(n), position: ON_THE_SPOT },
      photoIds: [await clients.uploads(people[n]!, photograph())],
    });
    const first = await report(0);
    const submit = (n: number, input: object) => clients.tries(people[n]!.token, 'submitReport', input);
    expect((await submit(0, first)).errors).toMatchObject([{ code: 'TOO_EARLY' }]);
    await clients.moves('monitoring_mission', `"starts_at" = now() - interval '1 minute'`, '"id" = $1', missionId);
    expect((await submit(0, { ...first, position: FAR_AWAY })).errors).toEqual([
      { code: 'INVALID_VALUE', path: ['position'] },
    ]);
    expect((await submit(0, { ...first, photoIds: [] })).errors).toMatchObject([{ path: ['photoIds'] }]);
    expect((await submit(MONITORS, await report(MONITORS))).errors).toMatchObject([{ code: 'INVALID_STATE' }]); // passed over

    reports.push(await clients.does(people[0]!.token, 'submitReport', first)); // with the photograph that was sent before
    for (let n = 1; n < MONITORS - 1; n += 1)
      reports.push(await clients.does(people[n]!.token, 'submitReport', await report(n)));
    expect((await submit(0, first)).errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    // The last one is reminded, and then reports.
    const last = people[MONITORS - 1]!;
    await clients.moves('monitoring_mission', '"remind_at" = now()', '"id" = $1', missionId);
    expect(await clients.told(last.id, [missionId], 2)).toEqual(['mission-due-soon', 'mission-opened']);
    reports.push(await clients.does(last.token, 'submitReport', await report(MONITORS - 1)));

    const sent = await see(0);
    expect(sent).toMatchObject({ status: 'SUBMITTED', allowance: null, revision: null, answering: null });
    expect(sent.verification).toEqual({
      ...{ kind: 'REPORT_VERIFICATION', state: 'RUNNING', missedAt: null },
      dueAt: await due(running(), sent.submittedAt, workingDays(5)),
    });
    // Before it is verified it is between the monitor and who verifies.
    for (const who of [undefined, tokenOf('otherOfficer'), people[1]!.token])
      expect(await clients.read(who, 'monitoringReport', reports[0]!, 'id')).toBeNull();

    for (const { id } of monitors()) await clients.told(id, [missionId], 1);
    await clients.moves('monitoring_mission', '"ends_at" = now()', '"id" = $1', missionId);
    await clients.reaches('monitoringMission', missionId, 'ENDED');
    expect((await submit(0, first)).errors).toMatchObject([{ code: 'TOO_LATE' }]);
    expect(await clients.read(undefined, 'monitoringMission', missionId, 'reportCount acceptedCount')).toEqual({
      ...{ reportCount: MONITORS, acceptedCount: 0 },
    });
  });

  it('has them verified: one is sent back and completed, one rejected, the rest accepted', async () => {
    await verify(RETURNED, 'RETURN', '대기 인원을 적어 주십시오.');
    const returned = await see(RETURNED);
    const asked = returned.timeline.at(-1)!.at;
    expect(returned).toMatchObject({
      ...{ status: 'RETURNED', verification: { state: 'PAUSED', dueAt: null } },
      revision: { kind: 'REPORT_REVISION', state: 'RUNNING', dueAt: await due(running(), asked, calendarDays(7)) },
    });
    const { id, token } = people[RETURNED]!;
    await clients.told(id, [reports[RETURNED]!], 2);
    const revised = { reportId: reports[RETURNED]!, summary: '여덟 사람이 기다렸습니다.' };
    await clients.does(token, 'reviseReport', { ...revised, observations: findings(RETURNED) });
    const again = await see(RETURNED);
    const pauses = [{ from: asked, to: again.timeline.at(-1)!.at }];
    expect(again).toMatchObject({
      ...{ status: 'SUBMITTED', revision: { state: 'MET', missedAt: null } },
      verification: { state: 'RUNNING', dueAt: await due(running(), again.submittedAt, workingDays(5), { pauses }) },
    });

    await verify(REJECTED, 'REJECT', '다른 민원실의 사진입니다.');
    expect(await see(REJECTED)).toMatchObject({
      ...{ status: 'REJECTED', allowance: null, answering: null, verification: { state: 'MET' } },
    });
    for (let n = 0; n < MONITORS; n += 1) if (n !== REJECTED) await verify(n, 'ACCEPT');
    const accepted = await see(0);
    expect(accepted).toMatchObject({ status: 'ACCEPTED', allowance: ALLOWANCE, verification: { state: 'MET' } });
    expect(accepted.answering).toEqual({
      ...{ kind: 'REPORT_ANSWER', state: 'RUNNING', missedAt: null },
      dueAt: await due(running(), accepted.verifiedAt!, workingDays(7)),
    });
  });

  it('shows what was verified to everybody, photographs to the watched department, and never who reported', async () => {
    const fields = 'summary monitorName allowance position { latitude } photos { type downloadUrl }';
    const seen = (token?: string) =>
      clients.read<{ photos: { type: string; downloadUrl: string }[] }>(token, 'monitoringReport', reports[0]!, fields);
    const hidden = { monitorName: null, allowance: null, position: null };
    expect(await seen()).toEqual({ ...hidden, summary: '대체로 지켜지고 있습니다.', photos: null });
    const watched = await seen(tokenOf('otherOfficer'));
    expect(watched).toMatchObject({ ...hidden, photos: [{ type: 'image/jpeg' }] });
    const picture = await fetch(watched.photos[0]!.downloadUrl);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await seen(tokenOf('officer'))).toMatchObject({ monitorName: '홍길동', position: { latitude: 35.18 } });
    expect(await clients.read(undefined, 'monitoringReport', reports[REJECTED]!, 'id')).toBeNull();
  });

  it('is answered by the department that was watched, which is told when it is late', async () => {
    const owed = times(MONITORS - 1, 'answer-owed');
    for (const id of [watchedHead.id, idOf(running(), 'otherOfficer')])
      expect(await clients.told(id, reports, owed.length)).toEqual(owed);
    for (let n = 0; n < MONITORS; n += 1) if (n !== REJECTED && n !== LATE) await answer(n);
    expect((await see(0)).answering).toMatchObject({ state: 'MET', missedAt: null });
    await clients.pass(reports[LATE]!, 'REPORT_ANSWER');
    const [id, head] = [reports[LATE]!, watchedHead.id];
    expect(await clients.told(head, [id], 2)).toEqual(['answer-owed', 'task-overdue']);
    expect(await clients.told(idOf(running(), 'otherOfficer'), [id], 2)).toEqual(['answer-owed', 'task-overdue']);
    const monitor = ['report-accepted', 'report-submitted', 'task-overdue'];
    expect(await clients.told(people[LATE]!.id, [id], monitor.length)).toEqual(monitor);
    expect((await see(LATE)).answering).toMatchObject({ state: 'MISSED', missedAt: expect.any(String) });

    const rest = { reports: 19, kept: 14 };
    const rates = { answered: 18, openLate: 1, onTimeRate: 18 / 19 };
    expect(await figures()).toEqual({
      waiting: { ...rest, notKept: 5, notApplicable: 0, complianceRate: 14 / 19, ...rates },
      phone: { ...rest, notKept: 0, notApplicable: 5, complianceRate: 1, ...rates },
      department: { ...rest, kept: 28, notKept: 5, notApplicable: 5, complianceRate: 28 / 33, ...rates },
    });
    await answer(LATE);
    const { department } = await figures();
    expect(department).toMatchObject({ answered: 19, openLate: 0, onTimeRate: 18 / 19 }); // late stays late
    expect(await see(LATE)).toMatchObject({ status: 'ANSWERED', answering: { state: 'MET' } });
    // Of what was told about it the watched department sees its own: a notice to the monitor would say who reported.
    const { notices } = await clients.read<{ notices: { audience: string; recipient: { id: string } }[] }>(
      tokenOf('otherOfficer'),
      ...(['monitoringReport', id, 'notices { audience recipient { id } }'] as const),
    );
    expect(notices.map(({ audience }) => audience)).toEqual(expect.arrayContaining(['OFFICER', 'MANAGER']));
    expect(notices.map(({ recipient }) => recipient.id)).not.toContain(people[LATE]!.id);
  });

  it('states what the month earned, once, and each monitor reads their own', async () => {
    // On the last day of the month before this one.
    const began = `date_trunc('month', now() AT TIME ZONE 'Asia/Seoul') AT TIME ZONE 'Asia/Seoul'`;
    const accepted = '"recruitment_id" = $1 AND "allowance" IS NOT NULL';
    await clients.moves('monitoring_report', `"verified_at" = ${began} - interval '1 day'`, accepted, recruitmentId);
    const month = localDate(new Date(atLocal(`${today.slice(0, 7)}-01`, '00:00').getTime() - 1)).slice(0, 7);
    const own =
      '{ me { allowanceStatements(first: 5) { edges { node { month reportCount earned amount reports { id } } } } } }';
    const statements = async ({ token }: Somebody) =>
      (
        await clients.query<{ me: { allowanceStatements: { edges: { node: object }[] } } }>(token, own)
      ).me.allowanceStatements.edges.map(({ node }) => node);
    await clients.told(people[0]!.id, [recruitmentId], 3);
    for (const [n, who] of monitors().entries()) {
      const stated = { month, reportCount: 1, earned: ALLOWANCE, amount: ALLOWANCE, reports: [{ id: reports[n]! }] };
      expect(await statements(who)).toEqual(n === REJECTED ? [] : [stated]);
    }
    const all = `query ($filter: AllowanceStatementFilterInput!) { allowanceStatements(first: 1, filter: $filter) { totalCount } }`;
    const filter = { recruitmentId, month };
    expect(await clients.query(tokenOf('manager'), all, { filter })).toEqual({
      allowanceStatements: { totalCount: 19 },
    });
  });

  it('has a mission in the demo data that the demo citizen can report on at once, and a recruitment that is open', async () => {
    const missions = `query ($filter: MonitoringMissionFilterInput) { monitoringMissions(first: 5, filter: $filter) {
      edges { node { id photosNeeded checklist { item } recruitment { status myApplication { status } } } } } }`;
    const filter = {
      status: ['OPEN'],
      near: { latitude: PLACE.latitude, longitude: PLACE.longitude, withinMetres: 500 },
    };
    type Found = { id: string; photosNeeded: number; checklist: { item: number }[]; recruitment: object };
    const found = await clients.query<{ monitoringMissions: { edges: { node: Found }[] } }>(
      tokenOf('citizen'),
      missions,
      { filter },
    );
    const [demo] = found.monitoringMissions.edges.map(({ node }) => node);
    expect(demo).toMatchObject({
      ...{ photosNeeded: 0, recruitment: { status: 'SERVING', myApplication: { status: 'APPOINTED' } } },
    });
    const observations = demo!.checklist.map(({ item }) => ({ item, finding: 'KEPT' }));
    const input = { missionId: demo!.id, summary: '모두 지켜지고 있습니다.', observations, position: ON_THE_SPOT };
    const reportId = await clients.does(tokenOf('citizen'), 'submitReport', input);
    await clients.does(tokenOf('citizen'), 'withdrawReport', { reportId });
    const open = `{ monitorRecruitments(first: 5, filter: { status: [RECRUITING] }) { edges { node { applying { state } } } } }`;
    expect(await clients.query(undefined, open)).toEqual({
      monitorRecruitments: { edges: [{ node: { applying: { state: 'RUNNING' } } }] },
    });
  });

  it('ends the term, and has told everybody everything', async () => {
    const over = `"term_to" = (now() AT TIME ZONE 'Asia/Seoul')::date - 1`;
    await clients.moves('monitor_recruitment', over, '"id" = $1', recruitmentId);
    await clients.reaches('monitorRecruitment', recruitmentId, 'ENDED');
    const answered = ['report-accepted', 'report-answered', 'report-submitted'];
    const ofReport = (n: number): string[] => {
      if (n === REJECTED) return ['report-rejected', 'report-submitted'];
      if (n === RETURNED) return ['report-accepted', 'report-answered', 'report-returned', 'report-submitted'];
      return n === LATE ? [...answered, 'task-overdue'] : answered;
    };
    for (const [n, { id }] of monitors().entries()) {
      const stated = n === REJECTED ? [] : ['allowance-stated'];
      const expected = [...stated, 'applied', 'appointed', 'term-ended'];
      expect(await clients.told(id, [recruitmentId], expected.length)).toEqual(expected);
      expect(await clients.told(id, [reports[n]!], ofReport(n).length)).toEqual(ofReport(n));
      const ofMission = n === MONITORS - 1 ? ['mission-due-soon', 'mission-opened'] : ['mission-opened'];
      expect(await clients.told(id, [missionId], ofMission.length)).toEqual(ofMission);
    }
    for (const { id } of people.slice(MONITORS))
      expect(await clients.told(id, [recruitmentId, missionId], 2)).toEqual(['applied', 'not-appointed']);

    const office = [...times(19, 'report-answered'), 'report-revised', ...times(MONITORS, 'report-submitted')];
    expect(await clients.told(idOf(running(), 'officer'), reports, office.length)).toEqual(office);
    expect(await clients.told(idOf(running(), 'officer'), [recruitmentId], 1)).toEqual(['applications-closed']);
    expect(await clients.told(idOf(running(), 'manager'), [recruitmentId], 1)).toEqual(['applications-closed']);
    expect(await clients.told(idOf(running(), 'manager'), reports, 0)).toEqual([]);
    const watched = [...times(19, 'answer-owed'), 'task-overdue'];
    for (const id of [idOf(running(), 'otherOfficer'), watchedHead.id])
      expect(await clients.told(id, [recruitmentId, ...reports], watched.length)).toEqual(watched);

    // Monitors read it in words too, where they can be reached, and in the language that they chose.
    const { myNotices } = await clients.query<{ myNotices: { edges: { node: { title: string } }[] } }>(
      people[REJECTED]!.token,
      '{ myNotices(first: 50) { edges { node { title } } } }',
    );
    expect(myNotices.edges.map(({ node }) => node.title)).toContain('[Monitoring] The result of your report');
    const [letter] = (await running().mails(`${people[REJECTED]!.id}@example.org`)).filter(({ text }) =>
      text.includes('다른 민원실의 사진입니다.'),
    );
    expect(letter!.text).toContain('민원실 대기 시간과 전화');
  });
}
