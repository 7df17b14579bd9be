import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  inEnglish,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { roads } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import * as monitoring from './fixtures/monitoring';
import { Office } from './fixtures/office';

const MINE = '{ myNotices { edges { node { title body } } } }';

interface Read {
  readonly title: string;
  readonly body: string;
}

describe('monitoring, as people hear of it', () => {
  const mail = new MailServer();
  let office: Office;

  beforeAll(async () => {
    await mail.start();
    office = await Office.open(mail.url);
  });
  afterAll(async () => {
    await office.close();
    await mail.stop();
  });
  beforeEach(async () => {
    mail.reset();
    await office.reset();
    await office.hear('notices-charter', 'department.saved.v1', { ...roads, code: 'WATER', nameKo: '상수도과' });
    office.facts = { stillTrue: true, contact: null, words: { title: '버스 정류장 점검', place: '시청 앞' } };
  });

  const hear: Office['hear'] = async (...told) => {
    await office.hear(...told);
    await office.delivery.runOnce();
  };
  const told = async () => [
    ...new Set((await office.rows()).map(({ audience, recipient_id }) => `${audience} ${recipient_id}`)),
  ];
  const letters = () => Object.fromEntries(mail.received.map(({ to, letter }) => [to, letter]));

  it('tells the monitor and the department that verifies of a report, of which participation is asked', async () => {
    await hear('notices-inbox', 'monitoring.report-submitted.v1', monitoring.submitted);
    expect(await told()).toEqual([`CITIZEN ${citizen.id}`, `OFFICER ${otherOfficer.id}`]);
    expect(office.asked[0]).toMatchObject({
      owner: 'participation',
      question: {
        ...{ subjectType: 'MONITORING_REPORT', subjectId: monitoring.submitted.reportId },
        deadlineId: monitoring.submitted.deadlineId,
      },
    });
    const { 'hong@example.kr': mine, 'choi@city.example': theirs } = letters();
    expect(mine!.subject).toBe('[시정 모니터] 활동 보고가 접수되었습니다');
    expect(mine!.text).toContain(
      '점검 과제: 버스 정류장 점검\n담당 부서: 상수도과\n확인 기한: 2026년 12월 2일(수) 24시까지\n',
    );
    expect(theirs!.subject).toBe('[시정 모니터] 확인할 활동 보고가 있습니다');
  });

  it('tells the department that was watched what, never who', async () => {
    await hear('notices-inbox', 'monitoring.answer-owed.v1', monitoring.answerOwed);
    expect(await told()).toEqual([`MANAGER ${manager.id}`, `OFFICER ${officer.id}`]);
    expect(Object.keys(letters()).sort()).toEqual(['lee@city.example', 'park@city.example']);
    for (const { letter } of mail.received) expect(letter.text).not.toContain('홍길동');
    expect(JSON.stringify(await office.sql.query('TABLE "notice"'))).not.toContain(citizen.id);
  });

  it('tells the monitor that the answer is late, and the department still not whose report it is', async () => {
    await hear('notices-inbox', 'monitoring.task-overdue.v1', monitoring.answerOverdue);
    expect(await told()).toEqual([`CITIZEN ${citizen.id}`, `MANAGER ${manager.id}`, `OFFICER ${officer.id}`]);
    const { 'hong@example.kr': mine, 'park@city.example': theirs } = letters();
    expect(mine!.text).toMatch(/일: 활동 보고에 대한 답변\n[^]*지키지 못하여 죄송합니다/);
    expect(theirs!.text).not.toContain('홍길동');
  });

  it('brings the answer to the monitor and to the department that recruited, by one event', async () => {
    await hear('notices-inbox', 'monitoring.report-answered.v1', monitoring.answered);
    expect(await told()).toEqual([`CITIZEN ${citizen.id}`, `OFFICER ${otherOfficer.id}`]);
    expect(letters()['hong@example.kr']!.text).toContain('답변이 늦어져 죄송합니다.');
    expect(letters()['choi@city.example']!.text).toContain('기한이 지난 뒤에 답변하였습니다.');
  });

  it('says where a mission is, in the reader’s language, and keeps the place sealed', async () => {
    await hear('notices-inbox', 'monitoring.mission-opened.v1', monitoring.missionOpened);
    expect(office.asked[0]!.question).toMatchObject({ subjectType: 'MISSION' });
    const { data } = await office.service.ask<{ myNotices: { edges: { node: Read }[] } }>(inEnglish(citizen), MINE);
    const [{ node }] = data!.myNotices.edges as [{ node: Read }];
    expect(node.title).toBe('[Monitoring] A new mission is open');
    expect(node.body).toContain(
      'Place: 시청 앞\nWhen: from Mon 23 November 2026 until 24:00 on Wed 2 December 2026 (Korean time)\n',
    );
    expect(JSON.stringify(await office.sql.query('TABLE "notice"'))).not.toContain('시청 앞');
  });

  it('tells of a date that moved those who keep it, and once the department', async () => {
    await hear('notices-inbox', 'monitoring.date-moved.v1', monitoring.dateMoved);
    expect(await told()).toEqual([`CITIZEN ${citizen.id}`]);
    await office.sql.query('TRUNCATE "notice" CASCADE');
    await hear('notices-inbox', 'monitoring.date-moved.v1', { ...monitoring.dateMoved, citizenId: null });
    expect(await told()).toEqual([`OFFICER ${otherOfficer.id}`]);
    expect(letters()['choi@city.example']!.text).toContain('일: 모니터 신청\n');
  });

  it('stands beside the report: for the monitor their own, for staff what their department was told', async () => {
    await hear('notices-inbox', 'monitoring.report-submitted.v1', monitoring.submitted);
    await hear('notices-inbox', 'monitoring.task-overdue.v1', {
      ...{ ...monitoring.submitted, task: 'REPORT_ANSWER', departmentCode: 'ROADS' },
      missedAt: monitoring.submitted.dueAt,
    });
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on MonitoringReport {
      notices { kind audience channel } } ... on Proposal { notices { kind } } } }`;
    const of = ['MonitoringReport', 'Proposal'].map((__typename) => ({
      __typename,
      id: monitoring.submitted.reportId,
    }));
    const see = async (who: Someone) => {
      const { data, errors } = await office.service.ask<{
        _entities: { notices: { kind: string; audience: string }[] }[];
      }>(who, query, { of });
      if (errors) throw new Error(JSON.stringify(errors));
      const [report, proposal] = data!._entities;
      expect(proposal!.notices).toEqual([]);
      return [...new Set(report!.notices.map(({ kind, audience }) => `${kind} ${audience}`))].sort();
    };
    const [submitted, late] = ['monitoring.report-submitted.v1', 'monitoring.task-overdue.v1'];
    expect(await see(citizen)).toEqual([`${submitted} CITIZEN`, `${late} CITIZEN`]);
    expect(await see(otherOfficer)).toEqual([`${submitted} OFFICER`]); // who verifies
    expect(await see(officer)).toEqual([`${late} MANAGER`, `${late} OFFICER`]); // who was watched
    expect(await see(auditor)).toHaveLength(5);
    for (const who of [otherCitizen, admin, anonymous]) expect(await see(who)).toEqual([]);
  });
});
