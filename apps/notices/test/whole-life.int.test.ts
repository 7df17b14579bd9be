import { type Someone, auditor, citizen, colleague, inEnglish, manager, officer } from '@charter/service/testing';
import { COMPLAINT, roads } from './fixtures/events';
import * as life from './fixtures/life';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';

const NOTICES = `query ($id: ID!) { _entities(representations: [{ __typename: "Complaint", id: $id }]) {
  ... on Complaint { notices { kind audience channel title body } } } }`;
const MINE = '{ myNotices { edges { node { title body complaint { id } } } } }';

interface Told {
  readonly kind: string;
  readonly audience: string;
  readonly channel: string;
  readonly title: string;
  readonly body: string | null;
}

interface Read {
  readonly title: string;
  readonly body: string;
  readonly complaint: { readonly id: string } | null;
}

describe('the whole life of a complaint, as people hear of it', () => {
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
    await office.profile(colleague, { name: '정동료', email: 'jung@city.example' });
    await office.profile(auditor, { name: '신감사', email: 'shin@city.example' });
  });

  const hear: Office['hear'] = async (...told) => {
    await office.hear(...told);
    await office.delivery.runOnce();
  };
  const tell = (words: Record<string, string>) => (office.facts = { stillTrue: true, contact: null, words });
  const inbox = async (who: Someone = citizen): Promise<Read[]> => {
    const { data } = await office.service.ask<{ myNotices: { edges: { node: never }[] } }>(who, MINE);
    return data!.myNotices.edges.map(({ node }) => node);
  };
  const letters = () => Object.fromEntries(mail.received.map(({ to, letter }) => [to, letter]));

  it('brings what the office wrote by mail and to the inbox, and keeps it sealed', async () => {
    tell({ supplement: '위임장과 현장 사진', surveyToken: 'no word of a text' });
    await hear('notices-inbox', 'complaint.supplement-requested.v1', life.supplementAsked);
    const { 'hong@example.kr': letter } = letters();
    expect(letter!.subject).toBe('[보완 요청 2026-000001-7] 자료를 보완하여 주십시오');
    const [{ body, complaint }] = (await inbox()) as [Read];
    for (const text of [letter!.text!, body]) {
      expect(text).toContain('보완 기한: 2026년 12월 2일(수) 24시까지\n\n[보완하실 내용]\n위임장과 현장 사진\n\n');
    }
    expect(complaint).toEqual({ id: COMPLAINT });
    const rows = JSON.stringify(await office.sql.query('TABLE "notice"'));
    expect(rows).not.toMatch(/위임장|surveyToken|no word/);
    expect(office.asked[0]!.question).toMatchObject({ deadlineId: life.supplementAsked.deadlineId });
  });

  it('says what it said, whatever the office writes later, and nothing before it was sent', async () => {
    tell({ supplement: '처음의 요청' });
    await hear('notices-inbox', 'complaint.supplement-requested.v1', life.supplementAsked);
    tell({ supplement: '두 번째 요청' });
    office.service.clock.advance(1_000);
    await office.hear('notices-inbox', 'complaint.supplement-requested.v1', { ...life.supplementAsked, round: 2 });
    const { data } = await office.service.ask<{ _entities: [{ notices: Told[] }] }>(officer, NOTICES, {
      id: COMPLAINT,
    });
    const seen = data!._entities[0].notices.filter(({ channel }) => channel === 'INBOX').map(({ body }) => body);
    expect(seen).toEqual([
      expect.stringContaining('[보완하실 내용]\n처음의 요청\n'),
      expect.stringContaining('[보완하실 내용]\n내용은 민원 화면에서 확인하여 주십시오.\n'),
    ]);
  });

  it('asks for nothing that was given already', async () => {
    office.facts = { stillTrue: false, contact: null, words: {} };
    await hear('notices-inbox', 'complaint.supplement-requested.v1', life.supplementAsked);
    expect(await office.states()).toEqual(['EMAIL SUPERSEDED', 'INBOX SUPERSEDED']);
    expect(await inbox()).toEqual([]);
  });

  it('names the department before and after, and the number to call', async () => {
    await office.hear('notices-charter', 'department.saved.v1', { ...roads, phone: '051-888-1234' });
    await office.hear('notices-charter', 'department.saved.v1', { ...roads, code: 'WATER', nameKo: '상수도과' });
    tell({ reason: '도로과의 일입니다.' });
    await hear('notices-inbox', 'complaint.moved.v1', life.moved);
    const [{ body }] = (await inbox()) as [Read];
    expect(body).toContain(
      '담당 부서: 도로과 (전화 051-888-1234)\n이전 부서: 상수도과\n\n[보낸 이유]\n도로과의 일입니다.',
    );
    expect(await inbox(officer)).toHaveLength(1);
    expect(await inbox(colleague)).toHaveLength(1); // nobody handles it yet: all of the new department
  });

  it('tells of a transfer, an extension and a refusal with reason, dates and ways to object', async () => {
    tell({ reason: '한국도로공사의 일입니다.', transferredTo: '한국도로공사' });
    await hear('notices-inbox', 'complaint.transferred.v1', life.transferred);
    tell({ reason: '자재가 늦어집니다.' });
    await hear('notices-inbox', 'complaint.extended.v1', life.extended);
    tell({ reason: '사유지입니다.', remediesKo: '행정심판: 90일 안에', remediesEn: 'An appeal: within 90 days' });
    await hear('notices-inbox', 'complaint.rejected.v1', life.rejected);
    const bodies = (await inbox()).map(({ body }) => body).sort();
    expect(bodies).toEqual([
      expect.stringMatching(/연장하였습니다[^]*새 기한: 2026년 12월 2일[^]*자재가 늦어집니다/),
      expect.stringMatching(/이의신청 기한: 2026년 12월 2일[^]*\[이유\]\n사유지입니다\.[^]*행정심판: 90일 안에$/),
      expect.stringContaining('앞으로 답변할 기관: 한국도로공사\n'),
    ]);
    const english = (await inbox(inEnglish(citizen))).map(({ body }) => body).join('\n');
    expect(english).toContain('[How to object]\nAn appeal: within 90 days');
    expect(english).not.toContain('행정심판');
  });

  it('tells the officer and the head of a duty that is late, and the head alone, then the auditor, when dunned', async () => {
    const told = async () => [
      ...new Set((await office.rows()).map(({ audience, recipient_id }) => `${audience} ${recipient_id}`)),
    ];
    await hear('notices-inbox', 'complaint.task-overdue.v1', life.taskOverdue);
    expect(await told()).toEqual([`MANAGER ${manager.id}`, `OFFICER ${officer.id}`]);
    await office.sql.query('TRUNCATE "notice" CASCADE');
    await hear('notices-inbox', 'complaint.dunned.v1', { ...life.dunned, stage: 'DEPARTMENT_HEAD' });
    expect(await told()).toEqual([`MANAGER ${manager.id}`]);
    await office.sql.query('TRUNCATE "notice" CASCADE');
    await hear('notices-inbox', 'complaint.dunned.v1', { ...life.dunned, stage: 'AUDIT_OFFICE' });
    expect(await told()).toEqual([`AUDITOR ${auditor.id}`]);
  });

  it('gives an objection to its handler, never to the officer whose handling it is about', async () => {
    await hear('notices-inbox', 'objection.assigned.v1', life.objectionAssigned);
    expect(letters()['jung@city.example']!.subject).toBe('[이의신청 지정 2026-000001-7] 결정할 이의신청이 있습니다');
    expect(letters()['park@city.example']).toBeUndefined();
    expect(office.asked[0]).toMatchObject({
      owner: 'complaints',
      question: { subjectType: 'OBJECTION', subjectId: life.objectionAssigned.objectionId },
    });
    await hear('notices-inbox', 'objection.overdue.v1', life.objectionLate);
    expect(Object.keys(letters()).sort()).toEqual(['hong@example.kr', 'jung@city.example', 'lee@city.example']);
  });

  it('tells the decision of an objection with its reason, on the complaint as well', async () => {
    tell({ reason: '처분이 적법합니다.', remediesKo: '행정소송: 90일 안에', remediesEn: 'A lawsuit' });
    await hear('notices-inbox', 'objection.decided.v1', life.objectionDecided);
    const { data } = await office.service.ask<{ _entities: [{ notices: Told[] }] }>(citizen, NOTICES, {
      id: COMPLAINT,
    });
    expect(data!._entities[0].notices.filter(({ channel }) => channel === 'INBOX')).toEqual([
      expect.objectContaining({
        ...{ kind: 'objection.decided.v1', audience: 'CITIZEN' },
        title: '[이의신청 결과 2026-000001-7] 이의신청의 결과를 알려 드립니다',
        body: expect.stringMatching(/받아들이지 않기로[^]*처분이 적법합니다\.[^]*행정소송: 90일 안에$/),
      }),
    ]);
  });

  it('tells of consultations, with the place that no event carries', async () => {
    tell({ place: 'https://video.city.example/room-7' });
    await hear('notices-inbox', 'consultation.booked.v1', life.consultation);
    const [{ title, body, complaint }] = (await inbox()) as [Read];
    expect(title).toBe('[상담 예약] 2026년 12월 2일(수) 14시 상담이 예약되었습니다');
    expect(body).toContain('방법: 화상 상담\n장소 또는 연락처: https://video.city.example/room-7\n\n예약하신 시간에');
    expect(complaint).toBeNull();
    expect(JSON.stringify(await office.sql.query('TABLE "notice"'))).not.toContain('room-7');
    expect(letters()['park@city.example']!.text).not.toContain('room-7');
  });
});
