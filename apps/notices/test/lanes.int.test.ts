import { type Someone, admin, anonymous, auditor, citizen, manager, officer } from '@charter/service/testing';
import { eventually } from '@charter/testkit';
import { LaneStore } from '../src/store/lane.store';
import { answered } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';
import { PortServer } from './fixtures/port-server';

const CHANNELS = '{ noticeChannels { channel offered flow faults waiting perSecond burst } }';
const SAVE = `mutation ($input: SaveNoticeChannelInput!) {
  saveNoticeChannel(input: $input) { channel { channel perSecond burst } errors { code path } } }`;

interface State {
  readonly channel: string;
  readonly flow: string;
  readonly faults: number;
  readonly waiting: number;
}

describe('the lane of a channel', () => {
  const mail = new MailServer();
  const provider = new PortServer();
  let office: Office;

  beforeAll(async () => {
    await Promise.all([mail.start(), provider.start()]);
    office = await Office.open(mail.url, { env: { SMS_URL: provider.url } });
  });
  afterAll(async () => {
    await office.close();
    await Promise.all([mail.stop(), provider.stop()]);
  });
  beforeEach(() => {
    mail.reset();
    provider.reset();
    return office.reset();
  });

  const answer = async (times: number) => {
    for (let n = 0; n < times; n += 1) await office.hear('notices-inbox', 'complaint.answered.v1', answered);
  };
  const deliver = async (workers = 1) => {
    await Promise.all(Array.from({ length: workers }, () => office.delivery.runOnce()));
  };
  const lane = async (channel = 'EMAIL'): Promise<State> =>
    (await office.service.ask<{ noticeChannels: State[] }>(admin, CHANNELS)).data!.noticeChannels.find(
      (state) => state.channel === channel,
    )!;
  const byMail = async (state: string) => (await office.states()).filter((one) => one === `EMAIL ${state}`).length;
  const tries = async (): Promise<number> =>
    (await office.rows()).filter(({ channel }) => channel === 'EMAIL').reduce((sum, { attempts }) => sum + attempts, 0);
  const restIsOver = () =>
    office.sql.query(
      `UPDATE "channel_lane" SET "rests_until" = now() - interval '1 second' WHERE "rests_until" IS NOT NULL`,
    );
  const restOf = async (channel: string): Promise<number> =>
    (
      await office.sql.query(
        'SELECT EXTRACT(EPOCH FROM "rests_until" - now())::float AS seconds FROM "channel_lane" WHERE "channel" = $1',
        [channel],
      )
    )[0].seconds;

  describe('has a rate', () => {
    const passes = (seconds: number) =>
      office.sql.query(`UPDATE "channel_lane" SET "filled_at" = now() - $1 * interval '1 second'`, [seconds]);

    beforeEach(() =>
      office.sql.query(
        `UPDATE "channel_lane" SET "per_second" = 0.001, "burst" = 5, "tokens" = 5 WHERE "channel" = 'EMAIL'`,
      ),
    );

    it('that three workers share: what it allows at once goes, then what time allows, and the inbox has none', async () => {
      await answer(12);
      await deliver(3);
      expect(await byMail('DELIVERED')).toBe(5);
      await deliver(3);
      expect([await byMail('DELIVERED'), await byMail('PENDING'), await tries()]).toEqual([5, 7, 5]);
      expect((await office.states()).filter((state) => state === 'INBOX DELIVERED')).toHaveLength(12);
      await passes(2_000);
      await deliver(3);
      expect(await byMail('DELIVERED')).toBe(7);
      await passes(1_000_000); // never more than at once after however long
      await deliver(3);
      expect(await byMail('DELIVERED')).toBe(12);
    });

    it('that administrators see and set, recorded, and nobody else', async () => {
      const input = { channel: 'EMAIL', perSecond: 30, burst: 60 };
      const { data } = await office.service.ask(admin, SAVE, { input });
      expect(data).toEqual({ saveNoticeChannel: { channel: input, errors: [] } });
      const [action] = await office.sql.query('SELECT person_id, action, details FROM "admin_action"');
      expect(action).toEqual({ person_id: admin.id, action: 'saveNoticeChannel', details: input });
      const refused = await office.service.ask(admin, SAVE, { input: { ...input, burst: 0 } });
      expect(refused.data).toEqual({
        saveNoticeChannel: { channel: null, errors: [{ code: 'INVALID_VALUE', path: ['burst'] }] },
      });
      const codes = async (who: Someone, query: string) =>
        (await office.service.ask(who, query, { input })).errors?.map(({ extensions: { code } }) => code);
      expect(await codes(anonymous, SAVE)).toEqual(['UNAUTHENTICATED']);
      for (const who of [citizen, officer, manager, auditor]) expect(await codes(who, SAVE)).toEqual(['FORBIDDEN']);
      for (const who of [citizen, officer, manager]) expect(await codes(who, CHANNELS)).toEqual(['FORBIDDEN']);
      expect(await office.sql.query('SELECT 1 FROM "admin_action"')).toHaveLength(1);
      const { data: seen } = await office.service.ask<{ noticeChannels: object[] }>(auditor, CHANNELS);
      const flowing = { flow: 'FLOWING', faults: 0, waiting: 0 };
      expect(seen!.noticeChannels).toEqual([
        { channel: 'INBOX', offered: true, ...flowing, perSecond: null, burst: 1_000 },
        { channel: 'EMAIL', offered: true, ...flowing, perSecond: 30, burst: 60 },
        { channel: 'SMS', offered: true, ...flowing, perSecond: null, burst: 1_000 },
        { channel: 'PUSH', offered: false, ...flowing, perSecond: null, burst: 1_000 },
      ]);
    });
  });

  it('rests when its server is away, tries with one notice, rests longer, and flows again with the first answer', async () => {
    await mail.stop();
    await answer(6);
    await deliver();
    expect(await lane()).toMatchObject({ flow: 'RESTING', faults: 6, waiting: 6 });
    await office.dueNow();
    await answer(2);
    await deliver(2);
    expect(await tries()).toBe(6); // nothing was tried for nothing, and the inbox went on
    expect((await office.states()).filter((state) => state === 'INBOX DELIVERED')).toHaveLength(8);
    await restIsOver();
    expect(await lane()).toMatchObject({ flow: 'TRYING' });
    await deliver(3);
    expect([await tries(), (await lane()).faults]).toEqual([7, 7]);
    expect(await restOf('EMAIL')).toBeGreaterThan(1);
    await mail.start();
    await restIsOver();
    await office.dueNow();
    await deliver(3);
    expect([await byMail('DELIVERED'), (await lane()).flow]).toEqual([1, 'FLOWING']);
    await deliver();
    expect(await byMail('DELIVERED')).toBe(8);
    expect(await lane()).toMatchObject({ flow: 'FLOWING', faults: 0, waiting: 0 });
  });

  it('is tried by the next letter at once when one that was to try it had lost its reason', async () => {
    await answer(4);
    await office.sql.query(
      `UPDATE "channel_lane" SET "faults" = 9, "rests" = 3, "rests_until" = now() - interval '1 second' WHERE "channel" = 'EMAIL'`,
    );
    office.facts = { stillTrue: false, contact: null, words: {} };
    await deliver();
    expect([await byMail('SUPERSEDED'), (await lane()).flow]).toEqual([1, 'TRYING']);
    office.facts = { stillTrue: true, contact: null, words: {} };
    await deliver();
    expect([await byMail('DELIVERED'), (await lane()).flow]).toEqual([1, 'FLOWING']);
  });

  it('keeps the rest that was heard of while a trial came to nothing', async () => {
    const lanes = new LaneStore(office.sql);
    await office.sql.query(
      `UPDATE "channel_lane" SET "faults" = 9, "rests" = 3, "rests_until" = now() - interval '1 second' WHERE "channel" = 'EMAIL'`,
    );
    const trial = await office.sql.transaction((tx) => lanes.spend(tx, 'EMAIL', 1));
    await lanes.note('EMAIL', { answered: 0, faults: 1, askedMs: 60_000 });
    await lanes.endTrial('EMAIL', trial!);
    expect(await restOf('EMAIL')).toBeGreaterThan(30);
    expect(await lane()).toMatchObject({ flow: 'RESTING' });
  });

  it('does not rest because letters are put off or refused one by one', async () => {
    mail.mood = 'fails for now';
    await answer(8);
    await deliver();
    expect(await lane()).toMatchObject({ flow: 'FLOWING', faults: 0, waiting: 8 });
  });

  it('rests for as long as its provider asks', async () => {
    await office.profile(citizen, { name: '홍길동', phone: '010-1234-5678' });
    provider.mood = 'asks to wait';
    await answer(1);
    await deliver();
    expect(await lane('SMS')).toMatchObject({ flow: 'RESTING', faults: 1 });
    const seconds = await restOf('SMS');
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(120);
  });

  it('is tried by another worker when the one that tried it died', async () => {
    await answer(2);
    await office.sql.query(
      `UPDATE "channel_lane" SET "faults" = 9, "rests" = 3, "rests_until" = now() - interval '1 second' WHERE "channel" = 'EMAIL'`,
    );
    const { connection, delivery } = await office.secondWorker();
    mail.onTaken = () => connection.destroy(); // nothing of what comes after is written
    const died = delivery.runOnce().catch(() => 'died');
    await eventually(
      async () => mail.received.length,
      (count) => count === 1,
    );
    await delivery.stop(0);
    expect(await died).toBe('died');
    mail.onTaken = async () => undefined;
    await deliver();
    expect(await byMail('DELIVERED')).toBe(0); // while the trial may still come to something
    await restIsOver();
    await deliver();
    await deliver();
    expect([await byMail('DELIVERED'), (await lane()).flow]).toEqual([1, 'FLOWING']);
    await office.dueNow();
    await deliver();
    expect(await byMail('DELIVERED')).toBe(2);
    expect(new Set(mail.received.map(({ letter }) => letter.messageId)).size).toBe(2);
  });
});
