import { randomUUID } from 'node:crypto';
import { citizen, officer } from '@charter/service/testing';
import { eventually } from '@charter/testkit';
import { COMPLAINT, answered, invited, late, withdrawn } from './fixtures/events';
import { MailServer, type Mood } from './fixtures/mail-server';
import { Office } from './fixtures/office';

describe('delivery', () => {
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
  beforeEach(() => {
    mail.reset();
    return office.reset();
  });

  const deliver = (): Promise<number> => office.delivery.runOnce();
  const answer = (changes: object = {}, id?: string) =>
    office.hear('notices-inbox', 'complaint.answered.v1', { ...answered, ...changes }, id);
  const recipients = (): string[] => mail.received.map(({ to }) => to).sort();

  it('brings each notice once by inbox and by mail, with three workers at once', async () => {
    await office.hear('notices-inbox', 'complaint.overdue.v1', late);
    expect((await Promise.all([deliver(), deliver(), deliver()])).reduce((sum, taken) => sum + taken)).toBe(6);
    expect(await deliver()).toBe(0);
    expect((await office.rows()).map(({ state }) => state)).toEqual(Array(6).fill('DELIVERED'));
    expect(recipients()).toEqual(['hong@example.kr', 'lee@city.example', 'park@city.example']);
    expect(await office.outcomes()).toEqual(Array(6).fill('DELIVERED'));
  });

  it('writes a letter that people and mail programs understand', async () => {
    const id = randomUUID();
    await office.hear('notices-inbox', 'survey.invited.v1', invited, id);
    office.facts = { stillTrue: true, contact: null, words: { surveyToken: 'tok-1' } };
    await deliver();
    const [{ letter }] = mail.received as [MailServer['received'][number]];
    const [row] = (await office.rows()).filter(({ channel }) => channel === 'EMAIL');
    expect(letter.messageId).toBe(`<${row!.id}@city.example>`);
    expect(letter.subject).toBe('[만족도 조사 2026-000001-7] 처리 결과에 만족하셨습니까?');
    expect(letter.from).toMatchObject({ name: '부산광역시', address: 'charter@city.example' });
    expect(letter.headers.find(({ key }) => key === 'auto-submitted')!.value).toBe('auto-generated');
    for (const text of [letter.text!, letter.html!]) {
      expect(text).toContain('홍길동 님, 안녕하십니까.');
      expect(text).toContain('평가받는 부서: 도로과');
      expect(text).toContain('응답 기한: 2026년 12월 2일(수) 24시까지');
      expect(text).toMatch(/http:\/\/127\.0\.0\.1:4000\/playground#q=[\w-]+/);
    }
  });

  it('does not tell of lateness that has ended: neither by mail nor in the inbox', async () => {
    office.facts = { stillTrue: false, contact: null, words: {} };
    await office.hear('notices-inbox', 'complaint.overdue.v1', late);
    await deliver();
    expect((await office.rows()).map(({ state }) => state)).toEqual(Array(6).fill('SUPERSEDED'));
    expect(mail.received).toEqual([]);
    expect(office.asked[0]).toMatchObject({
      owner: 'complaints',
      path: '/internal/notice-facts',
      question: { eventType: 'complaint.overdue.v1', subjectId: COMPLAINT, deadlineId: late.deadlineId },
    });
    const { data } = await office.service.ask<{ myNotices: { edges: unknown[] } }>(
      citizen,
      '{ myNotices { edges { node { id } } } }',
    );
    expect(data!.myNotices.edges).toEqual([]);
  });

  it('waits while the owner is away, says so, and goes on when it is back', async () => {
    office.facts = 'away';
    await answer();
    await deliver();
    expect(await office.states()).toEqual(['EMAIL PENDING', 'INBOX PENDING']);
    expect(await office.outcomes()).toEqual(Array(2).fill('The service complaints could not be reached.'));
    office.facts = { stillTrue: true, contact: null, words: {} };
    await office.dueNow();
    await deliver();
    expect(await office.states()).toEqual(['EMAIL DELIVERED', 'INBOX DELIVERED']);
  });

  it.each<[Mood, RegExp]>([
    ['fails for now', /^The mail server answered 451 4\.3\.0\.$/],
    ['hangs up', /^(ECONNECTION|ESOCKET)$/],
    ['refuses the sender', /^The mail server answered 550\.$/],
    ['refuses everybody', /^The mail server answered 554\.$/],
  ])('tries again when the mail server %s, is stopped, and comes back', async (mood, outcome) => {
    mail.mood = mood;
    await office.hear('notices-inbox', 'complaint.withdrawn.v1', { ...withdrawn, officerId: officer.id });
    await deliver();
    expect((await office.states()).filter((state) => state.startsWith('EMAIL'))).toEqual(
      Array(2).fill('EMAIL PENDING'),
    );
    const attempts = (await office.outcomes()).filter((line) => line !== 'DELIVERED');
    expect(attempts).toEqual(Array(2).fill(expect.stringMatching(outcome)));
    await mail.stop();
    await office.dueNow();
    await deliver(); // nobody listens at all
    mail.mood = 'takes';
    await mail.start();
    await office.dueNow();
    await deliver();
    expect((await office.rows()).map(({ state }) => state)).toEqual(Array(4).fill('DELIVERED'));
    expect(recipients()).toEqual(['hong@example.kr', 'park@city.example']);
  });

  it('recovers by itself, within its longest pause, from a mail server that is stopped and started', async () => {
    const { delivery, connection } = await office.secondWorker();
    await mail.stop();
    await delivery.start();
    await answer();
    await eventually(
      () => office.rows(),
      ([byMail]) => (byMail?.attempts ?? 0) >= 2,
    );
    await mail.start();
    await eventually(
      () => office.states(),
      (states) => states.every((state) => state.endsWith('DELIVERED')),
    );
    await delivery.stop(1_000);
    await connection.destroy();
    expect(recipients()).toEqual(['hong@example.kr']);
  });

  it('is patient with a slow mail server, and sends once', async () => {
    mail.mood = 'takes its time';
    await answer();
    await Promise.all([deliver(), deliver()]);
    expect(await office.states()).toEqual(['EMAIL DELIVERED', 'INBOX DELIVERED']);
    expect(mail.received).toHaveLength(1);
  });

  it('sends a letter whose taking was not heard of again under the same Message-ID', async () => {
    mail.mood = 'takes and hangs up';
    await answer();
    await deliver();
    mail.mood = 'takes';
    await office.dueNow();
    await deliver();
    const ids = mail.received.map(({ letter }) => letter.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('ends with the reason, and without the address, when the address is refused for good', async () => {
    mail.mood = 'refuses the address';
    await answer();
    await deliver();
    expect(await office.rows()).toMatchObject([
      { channel: 'EMAIL', state: 'FAILED', failure: 'The mail server answered 550 5.1.1.' },
      { channel: 'INBOX', state: 'DELIVERED' },
    ]);
    await office.dueNow();
    expect(await deliver()).toBe(0);
  });

  it('reaches people without a profile by the filing service’s contact, keeps none, and says so when there is none', async () => {
    office.facts = {
      stillTrue: true,
      contact: { name: '김방문', email: 'Visitor@Example.kr', phone: null, language: 'en' },
      words: {},
    };
    await answer({ citizenId: randomUUID() });
    await deliver();
    expect(mail.received).toMatchObject([
      { to: 'visitor@example.kr', letter: { subject: '[Answered 2026-000001-7] Your answer is there' } },
    ]);
    expect(mail.received[0]!.letter.text).toContain('Dear 김방문,');
    office.facts = { stillTrue: true, contact: null, words: {} };
    await answer({ citizenId: randomUUID() });
    await deliver();
    expect((await office.states()).sort()).toEqual([
      'EMAIL DELIVERED',
      'EMAIL UNREACHABLE',
      'INBOX DELIVERED',
      'INBOX DELIVERED',
    ]);
    const kept = JSON.stringify(
      await Promise.all(['notice', 'delivery_attempt', 'profile'].map((table) => office.sql.query(`TABLE "${table}"`))),
    );
    expect(kept).not.toMatch(/김방문|visitor@/i);
  });

  it('keeps a record that nobody can change afterwards', async () => {
    await answer();
    await deliver();
    await expect(office.sql.query(`UPDATE "delivery_attempt" SET outcome = 'DELIVERED'`)).rejects.toThrow(
      'append-only',
    );
    await expect(office.sql.query('DELETE FROM "delivery_attempt"')).rejects.toThrow('append-only');
  });
});
