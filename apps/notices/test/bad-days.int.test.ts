import { randomBytes } from 'node:crypto';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cursors } from '@charter/service';
import { eventually } from '@charter/testkit';
import { LaneStore } from '../src/store/lane.store';
import { TemplateStore } from '../src/store/template.store';
import { NoticeStore } from '../src/store/notice.store';
import { answered } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';

/** Speaks SMTP, and never comes to an end: one byte of its answer a second. */
async function tricklingServer(): Promise<{ server: Server; url: string; open: Set<Socket> }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    socket.write('220 mail.example ESMTP\r\n');
    socket.once('data', () => {
      const timer = setInterval(() => socket.write('250-'), 1_000);
      socket.on('close', () => clearInterval(timer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, open };
}

describe('on a bad day', () => {
  const mail = new MailServer();
  let office: Office;
  let notices: NoticeStore;

  beforeAll(async () => {
    await mail.start();
    office = await Office.open(mail.url);
    const keys = { current: 'k1', keys: { k1: randomBytes(32) }, lookup: randomBytes(32) };
    notices = new NoticeStore({
      ...{ dataSource: office.sql, cursors: new Cursors('a secret of at least thirty-two characters'), keys },
      ...{ lanes: new LaneStore(office.sql), templates: new TemplateStore(), offered: new Set() },
    });
  });
  afterAll(async () => {
    await office.close();
    await mail.stop();
  });
  beforeEach(() => {
    mail.reset();
    return office.reset();
  });

  const answer = () => office.hear('notices-inbox', 'complaint.answered.v1', answered);
  const leaseEnds = () =>
    office.sql.query(`UPDATE "notice" SET next_attempt_at = now() - interval '1 second' WHERE state = 'PENDING'`);
  const waits = async (): Promise<number[]> =>
    (
      await office.sql.query(
        `SELECT extract(epoch FROM next_attempt_at - now())::float AS seconds FROM "notice" WHERE state = 'PENDING'`,
      )
    ).map(({ seconds }: { seconds: number }) => seconds);

  it('a worker that dies after the mail server took a letter leaves it to another, who sends it under the same Message-ID', async () => {
    const { delivery, connection } = await office.secondWorker();
    mail.onTaken = () => connection.destroy(); // nothing of what comes after is written: as after kill -9
    await answer();
    const died = delivery.runOnce().catch(() => 'died');
    await eventually(
      async () => mail.received.length,
      (count) => count === 1,
    );
    mail.onTaken = async () => undefined;
    expect((await waits()).every((seconds) => seconds > 15)).toBe(true);
    expect(await office.delivery.runOnce()).toBe(0); // while the lease lasts, nobody sends it a second time
    await delivery.stop(0);
    expect(await died).toBe('died');
    await leaseEnds();
    await office.delivery.runOnce();
    expect(await office.states()).toEqual(['EMAIL DELIVERED', 'INBOX DELIVERED']);
    const ids = mail.received.map(({ letter }) => letter.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('a database that is away for a moment after a letter was taken makes no second letter', async () => {
    mail.onTaken = async () => {
      await office.sql.query('ALTER TABLE "delivery_attempt" RENAME TO "away"');
      void sleep(1_200).then(() => office.sql.query('ALTER TABLE "away" RENAME TO "delivery_attempt"'));
    };
    await answer();
    await office.delivery.runOnce().catch(() => undefined); // the inbox’s own line may fall into that moment
    expect((await office.states())[0]).toBe('EMAIL DELIVERED');
    expect(mail.received).toHaveLength(1);
  });

  it('a notice whose worker died before sending is taken up when the lease ends, and not before', async () => {
    await answer();
    expect((await notices.take('EMAIL', 10)).notices).toHaveLength(1);
    expect((await notices.take('EMAIL', 10)).notices).toHaveLength(0);
    await leaseEnds();
    await office.delivery.runOnce();
    expect(mail.received).toHaveLength(1);
  });

  it('a worker that comes back late does not shorten the lease of the next', async () => {
    await answer();
    const [mine] = (await notices.take('EMAIL', 1)).notices;
    await leaseEnds();
    await notices.take('EMAIL', 1);
    await notices.postpone(mine!, new Date(), 0, 'late');
    expect(Math.max(...(await waits()))).toBeGreaterThan(25);
  });

  it('what fails again and again does not hold up what is new', async () => {
    for (let n = 0; n < 3; n += 1) await answer();
    await office.sql.query(`UPDATE "notice" SET attempts = 7, next_attempt_at = now() - interval '1 hour'`);
    await answer();
    const [first] = (await notices.take('EMAIL', 1)).notices;
    expect(first!.attempts).toBe(1);
    expect((await notices.take('EMAIL', 10)).notices).toHaveLength(3);
  });

  it('a mail server that never comes to an end holds up no inbox, and is left within the lease', async () => {
    const { server, url, open } = await tricklingServer();
    const slow = await Office.open(url);
    await slow.reset();
    await slow.delivery.start();
    await slow.hear('notices-inbox', 'complaint.answered.v1', answered);
    await eventually(
      async () => open.size,
      (size) => size === 1,
    );
    await slow.hear('notices-inbox', 'complaint.answered.v1', answered);
    await eventually(
      () => slow.states(),
      (states) => states.filter((state) => state === 'INBOX DELIVERED').length === 2,
      3_000,
    );
    await eventually(
      () => slow.outcomes(),
      (outcomes) => outcomes.includes('EABORT'),
      20_000,
    );
    await slow.close();
    server.close();
    for (const socket of open) socket.destroy();
  });
});
