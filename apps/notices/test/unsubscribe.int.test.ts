import { randomUUID } from 'node:crypto';
import { UNSUBSCRIBE_PATH } from '@charter/contracts';
import { citizen } from '@charter/service/testing';
import { answered, invited } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';

const ONE_CLICK = { 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' };

describe('mail that its reader can end', () => {
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

  const invite = async () => {
    await office.hear('notices-inbox', 'survey.invited.v1', invited);
    await office.delivery.runOnce();
  };
  const headers = (index = 0): Record<string, string> =>
    Object.fromEntries(mail.received[index]!.letter.headers.map(({ key, value }) => [key, value]));
  const press = (token: string) => office.service.fromGateway(UNSUBSCRIBE_PATH, { token });
  const tokenIn = (link: string): string => /^<http:\/\/127\.0\.0\.1:4000\/unsubscribe\/([\w.-]+)>$/.exec(link)![1]!;
  const mails = async () => (await office.states()).filter((state) => state.startsWith('EMAIL')).sort();

  it('has a link of one click; mail that the law asks for has none', async () => {
    await invite();
    expect(headers()).toMatchObject({ ...ONE_CLICK, 'list-unsubscribe': expect.stringContaining('/unsubscribe/') });
    await office.hear('notices-inbox', 'complaint.answered.v1', answered);
    await office.delivery.runOnce();
    expect(Object.keys(headers(1)).filter((name) => name.startsWith('list-'))).toEqual([]);
  });

  it('ends by it, also when it is pressed twice; the inbox and what the law asks for go on', async () => {
    await invite();
    const token = tokenIn(headers()['list-unsubscribe']!);
    expect(await press(token)).toEqual({ known: true });
    expect(await press(token)).toEqual({ known: true });
    await invite();
    expect(await mails()).toEqual(['EMAIL DELIVERED', 'EMAIL SUPERSEDED']);
    expect((await office.states()).filter((state) => state === 'INBOX DELIVERED')).toHaveLength(2);
    expect(await office.outcomes()).toContain('SUPERSEDED: Its person wishes no mail that no law requires.');
    await office.hear('notices-inbox', 'complaint.answered.v1', answered);
    await office.delivery.runOnce();
    expect(mail.received).toHaveLength(2);
  });

  it('comes again when its person asks for mail', async () => {
    await invite();
    await press(tokenIn(headers()['list-unsubscribe']!));
    const contacts = { name: '홍길동', email: 'hong@example.kr' };
    await office.profile(citizen, contacts);
    await invite();
    expect(mail.received).toHaveLength(1);
    await office.profile(citizen, { ...contacts, channels: ['EMAIL'] });
    await invite();
    expect(mail.received).toHaveLength(2);
  });

  it('is ended by no other link, and by nobody but the gateway', async () => {
    await invite();
    const token = tokenIn(headers()['list-unsubscribe']!);
    const [id, signature] = token.split('.');
    for (const forged of ['', id!, `${randomUUID()}.${signature}`, `${id}.${signature!.slice(1)}`])
      expect(await press(forged)).toEqual({ known: false });
    expect(await office.service.internal(UNSUBSCRIBE_PATH, { token })).toMatchObject({ errors: [{}] });
    expect(await office.service.count('unsubscription')).toBe(0);
  });
});
