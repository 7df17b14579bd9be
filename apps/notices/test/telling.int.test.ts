import { type Someone, citizen, officer, otherCitizen } from '@charter/service/testing';
import { answered, assigned, late } from './fixtures/events';
import { consultation } from './fixtures/life';
import { MailServer } from './fixtures/mail-server';
import { Office, UPDATE } from './fixtures/office';

const PREFERENCES = '{ me { noticePreferences { channels quietHours { from to } digestAfter } } }';
const HONG = { name: '홍길동', email: 'hong@example.kr', phone: '010-1234-5678' };
/** Whatever the time of the test's clock is, it lies in the first of these, and not in the second. */
const around = (now: Date, fromHours: number, toHours: number) => {
  const at = (hours: number) => new Date(now.getTime() + (hours + 9) * 3_600_000).toISOString().slice(11, 16);
  return { from: at(fromHours), to: at(toHours) };
};

describe('how people wish to be told', () => {
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

  const now = () => office.service.clock.now();
  const quietNow = () => around(now(), -1, 3);
  const wish = (who: Someone, wished: object) => office.profile(who, { ...HONG, ...wished });
  const preferences = async (who: Someone) =>
    (await office.service.ask<{ me: { noticePreferences: object | null } }>(who, PREFERENCES)).data!.me
      .noticePreferences;
  const waiting = async (): Promise<{ channel: string; seconds: number | null }[]> =>
    office.sql.query(`
      SELECT "channel", round(EXTRACT(EPOCH FROM "next_attempt_at" - now()))::int AS seconds
      FROM "notice" WHERE "state" = 'PENDING' AND "recipient_id" = '${citizen.id}' ORDER BY "channel"`);
  const hears = () => office.hear('notices-inbox', 'complaint.answered.v1', answered);

  it('is kept, shown to themselves alone, and changed only where they say so', async () => {
    expect(await preferences(citizen)).toEqual({ channels: null, quietHours: null, digestAfter: null });
    const quietHours = { from: '22:00', to: '07:00' };
    await wish(citizen, { channels: ['EMAIL'], quietHours });
    await wish(citizen, { name: '홍길순' });
    expect(await preferences(citizen)).toEqual({ channels: ['EMAIL'], quietHours, digestAfter: null });
    await wish(citizen, { channels: [] });
    expect(await preferences(citizen)).toEqual({ channels: [], quietHours, digestAfter: null });
    await wish(citizen, { channels: null, quietHours: null });
    expect(await preferences(citizen)).toEqual({ channels: null, quietHours: null, digestAfter: null });
    expect(await preferences(otherCitizen)).toBeNull();
    const query = `{ _entities(representations: [{ __typename: "Citizen", id: "${citizen.id}" }]) { ... on Citizen { name noticePreferences { channels } } } }`;
    const seen = async (who: Someone) =>
      (await office.service.ask<{ _entities: object[] }>(who, query)).data!._entities;
    expect(await seen(officer)).toEqual([{ name: '홍*동', noticePreferences: null }]);
    expect(await seen(otherCitizen)).toEqual([{ name: null, noticePreferences: null }]);
  });

  it('is refused, and nothing kept, where a channel has no address or the hours are none', async () => {
    const input = {
      name: '홍길동',
      phone: '010-1234-5678',
      channels: ['EMAIL'],
      quietHours: { from: '9', to: '18:00' },
    };
    const { data } = await office.service.ask<{ updateProfile: object }>(citizen, UPDATE, { input });
    expect(data!.updateProfile).toEqual({
      me: null,
      errors: [
        { code: 'INVALID_VALUE', path: ['channels'] },
        { code: 'INVALID_VALUE', path: ['quietHours', 'from'] },
      ],
    });
    const { data: kept } = await office.service.ask<{ me: object }>(citizen, '{ me { email } }');
    expect(kept!.me).toEqual({ email: 'hong@example.kr' });
  });

  it('is for the inbox alone where they wish no channel', async () => {
    await wish(citizen, { channels: [] });
    await office.hear('notices-inbox', 'complaint.assigned.v1', { ...assigned, officerId: officer.id });
    expect((await waiting()).map(({ channel }) => channel)).toEqual(['INBOX']);
  });

  it('lets mail wait for the end of quiet hours, and the inbox not', async () => {
    await wish(citizen, { quietHours: quietNow() });
    await hears();
    const [email, inbox] = await waiting();
    expect(inbox!.seconds).toBeLessThanOrEqual(0);
    expect(email!.seconds).toBeGreaterThan(2 * 3_600);
    expect(email!.seconds).toBeLessThanOrEqual(3 * 3_600);
    await office.delivery.runOnce();
    expect(await office.states()).toEqual(['EMAIL PENDING', 'INBOX DELIVERED']);
    expect(mail.received).toEqual([]);
  });

  it('is kept also by what is tried again in them, which then waits without a failure', async () => {
    await hears();
    await wish(citizen, { quietHours: quietNow() });
    await office.delivery.runOnce();
    expect(mail.received).toEqual([]);
    const [email] = await waiting();
    expect(email!.seconds).toBeGreaterThan(2 * 3_600);
    expect(await office.outcomes()).toEqual(['DELIVERED']); // of the inbox
  });

  it('lets go of what waits once they change their quiet hours, and goes out then', async () => {
    await wish(citizen, { quietHours: quietNow() });
    await hears();
    await wish(citizen, {});
    expect((await waiting())[0]!.seconds).toBeGreaterThan(3_600);
    await wish(citizen, { quietHours: around(now(), 1, 5) });
    await office.delivery.runOnce();
    expect(mail.received).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it('holds nobody else’s, and nothing that would come too late', async () => {
    await wish(citizen, { quietHours: quietNow() });
    await office.hear('notices-inbox', 'complaint.overdue.v1', late);
    const startsAt = new Date(now().getTime() + 2 * 3_600_000).toISOString();
    await office.hear('notices-inbox', 'consultation.moved-up.v1', { ...consultation, startsAt });
    await office.delivery.runOnce();
    expect(mail.received.map(({ to }) => to).sort()).toEqual([
      'hong@example.kr', // of the consultation
      'lee@city.example',
      'park@city.example',
      'park@city.example', // of the consultation
    ]);
    expect((await waiting()).map(({ channel }) => channel)).toEqual(['EMAIL']);
  });
});
