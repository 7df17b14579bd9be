import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';
import { createTransport } from 'nodemailer';
import type { SMTPServer } from 'smtp-server';

import { createMailHttp, createSmtp, listenSmtp } from '../src/mail/mail-sink';
import { MailStore, type StoredMail } from '../src/mail/mail-store';
import { PortStore, type StoredMessage } from '../src/mail/port-store';

describe('the mail sink', () => {
  let folder: string;
  let smtp: SMTPServer;
  let http: FastifyInstance;
  let port: number;
  let address: string;

  const open = async (): Promise<void> => {
    const store = await MailStore.open(folder);
    smtp = createSmtp(store);
    http = createMailHttp(store, await PortStore.open(join(folder, 'messages')));
    port = await listenSmtp(smtp, '127.0.0.1', 0);
    address = await http.listen({ host: '127.0.0.1', port: 0 });
  };
  const close = async (): Promise<void> => {
    await new Promise<void>((resolve) => smtp.close(resolve));
    await http.close();
  };
  const send = (messageId: string, subject = '민원 처리가 늦어지고 있습니다'): Promise<unknown> =>
    createTransport(`smtp://127.0.0.1:${port}`).sendMail({
      from: '행정서비스헌장 <charter@city.example>',
      to: 'gildong.hong@example.org',
      subject,
      text: '접수번호 R-1 <처리 중>입니다.',
      messageId,
    });
  const list = async (query = ''): Promise<StoredMail[]> =>
    (await fetch(`${address}/messages${query}`)).json() as Promise<StoredMail[]>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-mail-'));
    await open();
  });
  afterEach(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  it('keeps what it gets, in Korean, and lists it by recipient', async () => {
    await send('<one@charter>');
    const [mail, ...more] = await list('?to=Gildong.Hong@example.org');
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      subject: '민원 처리가 늦어지고 있습니다',
      from: 'charter@city.example',
      to: ['gildong.hong@example.org'],
      copies: 1,
    });
    expect(mail?.text.trim()).toBe('접수번호 R-1 <처리 중>입니다.');
    expect(await list('?to=seoyeon.kim@example.org')).toEqual([]);
  });

  it('counts copies of one message and keeps it once, also when they come together', async () => {
    await Promise.all([send('<same@charter>'), send('<same@charter>'), send('<other@charter>')]);
    const copies = (await list()).map(({ messageId, copies: count }) => [messageId, count]).sort();
    expect(copies).toEqual([
      ['<other@charter>', 1],
      ['<same@charter>', 2],
    ]);
  });

  it('has everything again after a restart', async () => {
    await send('<kept@charter>');
    const before = await list();
    await close();
    await open();
    expect(await list()).toEqual(before);
  });

  it('shows pages in which a mail cannot run anything', async () => {
    await send('<page@charter>', '<script>alert(1)</script>');
    const [mail] = await list();
    const page = await fetch(address);
    expect(page.headers.get('content-type')).toContain('text/html');
    const single = await (await fetch(`${address}/mail/${mail?.id}`)).text();
    expect(single).toContain('&#60;처리 중&#62;');
    const both = single + (await page.text());
    expect(both).toContain('보낸 전자우편');
    expect(both).not.toContain('<script>');
    for (const path of ['/mail/none', '/messages/none']) expect((await fetch(address + path)).status).toBe(404);
  });

  describe('the port for text and push messages', () => {
    const message = {
      ...{ id: '0198a000-0000-7000-8000-000000000001', channel: 'SMS', to: ['01012345678'], language: 'ko' },
      ...{ title: '<b>답변</b>', text: '민원에 답변드렸습니다', url: 'http://127.0.0.1/playground#q=1' },
    };
    const post = (body: object, key = message.id) =>
      fetch(`${address}/port/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
    const kept = async (query = ''): Promise<StoredMessage[]> =>
      (await fetch(`${address}/port/messages${query}`)).json() as Promise<StoredMessage[]>;

    it('takes a message once for its key, counts copies, and has it again after a restart', async () => {
      const answers = await Promise.all([post(message), post(message)]);
      expect(await answers[0].json()).toEqual({ id: message.id, refused: [] });
      await close();
      await open();
      expect(await kept('?to=01012345678')).toMatchObject([{ ...message, copies: 2 }]);
      expect(await kept('?to=01000000000')).toEqual([]);
      const page = await (await fetch(`${address}/port`)).text();
      expect(page).toContain('민원에 답변드렸습니다');
      expect(page).not.toContain('<b>답변');
    });

    it('refuses what is no message, and one that comes under another key', async () => {
      const refused = [
        post({ ...message, id: '../../etc/passwd' }),
        post({ ...message, to: [] }),
        post(message, 'other'),
      ];
      expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([422, 422, 422]);
      expect(await kept()).toEqual([]);
    });
  });
});
