import { randomUUID } from 'node:crypto';
import { citizen, inEnglish, manager, officer } from '@charter/service/testing';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';

const DUE = '2026-12-02T15:00:00.000Z';
const action = {
  ...{ improvementId: randomUUID(), departmentCode: 'ROADS', officerId: officer.id as string },
  ...{ citizenId: null as string | null, sourceKind: 'PROPOSAL' as const, complaintId: null as string | null },
};
const theirs = { ...action, citizenId: citizen.id as string };
const date = { deadlineId: randomUUID(), dueAt: DUE };

describe('improvement actions, as people hear of them', () => {
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
    office.facts = {
      stillTrue: true,
      contact: null,
      words: { title: '야간 보수 절차 개선', reason: '교육을 했습니다.' },
    };
  });

  const hear: Office['hear'] = async (...told) => {
    await office.hear(...told);
    await office.delivery.runOnce();
  };
  const told = async () => [
    ...new Set((await office.rows()).map(({ audience, recipient_id }) => `${audience} ${recipient_id}`)),
  ];
  const letters = () => Object.fromEntries(mail.received.map(({ to, letter }) => [to, letter]));

  it('tell the owner, and the citizen whose proposal it was, each by their own event; the charter is asked', async () => {
    await hear('notices-inbox', 'improvement.opened.v1', { ...action, dueAt: DUE });
    expect(await told()).toEqual([`OFFICER ${officer.id}`]);
    expect(office.asked[0]).toMatchObject({
      owner: 'charter',
      question: { subjectType: 'IMPROVEMENT', subjectId: action.improvementId, eventType: 'improvement.opened.v1' },
    });
    expect(letters()['park@city.example']!.text).toContain('계기: 제안\n추진 기한: 2026년 12월 2일(수) 24시까지\n');
    await hear('notices-inbox', 'improvement.opened.v1', { ...theirs, dueAt: DUE });
    expect(await told()).toEqual([`CITIZEN ${citizen.id}`, `OFFICER ${officer.id}`]);
    const mine = letters()['hong@example.kr']!;
    expect(mine.subject).toBe('[개선과제] 보내 주신 의견이 개선과제가 되었습니다');
    expect(mine.text).toContain('보내 주신 제안에서 시작하여');
    expect(mine.text).toContain('개선과제: 야간 보수 절차 개선\n담당 부서: 도로과');
  });

  it('tell the head where nobody has it yet', async () => {
    await hear('notices-inbox', 'improvement.opened.v1', { ...action, officerId: null, sourceKind: null, dueAt: DUE });
    expect(await told()).toEqual([`MANAGER ${manager.id}`]);
    expect(letters()['lee@city.example']!.text).toContain('담당자를 지정해 주십시오.');
  });

  it('say in the reader’s language how far it is, with the office’s words', async () => {
    await hear('notices-inbox', 'improvement.progressed.v1', { ...theirs, percent: 40 });
    const query = '{ myNotices { edges { node { title body } } } }';
    const { data } = await office.service.ask<{ myNotices: { edges: { node: { title: string; body: string } }[] } }>(
      inEnglish(citizen),
      query,
    );
    const [{ node }] = data!.myNotices.edges as [{ node: { title: string; body: string } }];
    expect(node.title).toBe('[Improvement] How far the improvement action is');
    expect(node.body).toContain('Done so far: 40%\n\n[What was done]\n교육을 했습니다.\n');
    await hear('notices-inbox', 'improvement.progressed.v1', { ...action, percent: 50 });
    expect(await told()).toEqual([`CITIZEN ${citizen.id}`]);
  });

  it('bring lateness to owner and head, and the result to citizen and head', async () => {
    await hear('notices-inbox', 'improvement.overdue.v1', { ...action, ...date, missedAt: DUE });
    expect(await told()).toEqual([`MANAGER ${manager.id}`, `OFFICER ${officer.id}`]);
    await office.sql.query('TRUNCATE "notice" CASCADE');
    const end = { late: true, completedAt: DUE };
    await hear('notices-inbox', 'improvement.completed.v1', { ...action, ...end });
    await hear('notices-inbox', 'improvement.completed.v1', { ...theirs, ...end });
    expect(await told()).toEqual([`CITIZEN ${citizen.id}`, `MANAGER ${manager.id}`]);
    expect(letters()['hong@example.kr']!.text).toContain('늦어져 죄송합니다');
    expect(letters()['lee@city.example']!.text).toContain('기한이 지난 뒤에 마쳤습니다.');
  });

  it('are not told of once they were called off', async () => {
    office.facts = { stillTrue: false, contact: null, words: {} };
    await hear('notices-inbox', 'improvement.opened.v1', { ...theirs, dueAt: DUE });
    expect(await office.states()).toEqual(['EMAIL SUPERSEDED', 'INBOX SUPERSEDED']);
  });

  it('reach who has no profile by the contact that the charter was told', async () => {
    await office.sql.query('TRUNCATE "profile" CASCADE');
    const contact = { name: '홍길동', email: 'filed@example.kr', phone: null, language: 'ko' } as const;
    office.facts = { stillTrue: true, contact, words: { title: '야간 보수 절차 개선', reason: '합쳤습니다.' } };
    await hear('notices-inbox', 'improvement.cancelled.v1', theirs);
    expect(letters()['filed@example.kr']!.text).toContain('[까닭]\n합쳤습니다.');
  });
});
