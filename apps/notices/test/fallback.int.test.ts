import { randomUUID } from 'node:crypto';
import {
  type Someone,
  admin,
  auditor,
  citizen,
  inEnglish,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { answered, assigned } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';
import { PortServer } from './fixtures/port-server';

const DELIVERY = `requiredBy reached unreachedAt postedAt templateVersion
  ways { channel state insteadOf failure nextAttemptAt attempts { outcome } }`;
const HONG = { name: '홍길동', email: 'hong@example.kr', phone: '010-1234-5678' };

interface Delivery {
  readonly requiredBy: string | null;
  readonly reached: boolean;
  readonly unreachedAt: string | null;
  readonly postedAt: string | null;
  readonly ways: {
    readonly channel: string;
    readonly state: string;
    readonly insteadOf: string | null;
    readonly failure: string | null;
    readonly nextAttemptAt: string | null;
    readonly attempts: readonly { readonly outcome: string }[];
  }[];
}

describe('what the law requires', () => {
  const mail = new MailServer();
  const sms = new PortServer();
  let office: Office;

  beforeAll(async () => {
    await Promise.all([mail.start(), sms.start()]);
    office = await Office.open(mail.url, { env: { SMS_URL: sms.url } });
  });
  afterAll(async () => {
    await office.close();
    await Promise.all([mail.stop(), sms.stop()]);
  });
  beforeEach(() => {
    mail.reset();
    sms.reset();
    return office.reset();
  });

  const hears = () => office.hear('notices-inbox', 'complaint.answered.v1', answered);
  const deliver = async () => {
    while ((await office.delivery.runOnce()) > 0);
  };
  const ask = async <T>(who: Someone, query: string, variables = {}): Promise<T | null> =>
    (await office.service.ask<{ found: T | null }>(who, query, variables)).data?.found ?? null;
  const codes = async (who: Someone, query: string, variables = {}): Promise<string[]> =>
    ((await office.service.ask(who, query, variables)).errors ?? []).map(({ extensions: { code } }) => code);
  const REPORT = `query ($id: ID!) { found: noticeDelivery(id: $id) { ${DELIVERY} } }`;
  const anyId = async () => (await office.rows())[0]!.id;
  const report = async (who: Someone = officer) => (await ask<Delivery>(who, REPORT, { id: await anyId() }))!;
  const chain = (delivery: Delivery) =>
    delivery.ways
      .filter(({ channel }) => channel !== 'INBOX')
      .map(({ channel, state, insteadOf }) => `${channel} ${state}${insteadOf ? ` instead of ${insteadOf}` : ''}`);

  it('goes by text message when the mailbox is refused, and once', async () => {
    mail.mood = 'refuses the address';
    await hears();
    await deliver();
    const delivery = await report();
    expect(delivery).toMatchObject({
      requiredBy: '민원 처리에 관한 법률 제27조제1항',
      reached: true,
      unreachedAt: null,
    });
    expect(chain(delivery)).toEqual(['EMAIL FAILED', 'SMS DELIVERED instead of EMAIL']);
    expect(delivery.ways[0]!.attempts.length + delivery.ways[1]!.attempts.length).toBe(2);
    expect([...sms.sent.values()].map(({ body }) => body.to)).toEqual([['01012345678']]);
    await hears(); // the mailbox is paused now: the second goes the same way
    await deliver();
    expect(sms.sent.size).toBe(2);
    expect(mail.received).toEqual([]);
  });

  it('goes by mail also to who wishes the inbox alone, and nothing else does', async () => {
    await office.profile(citizen, { ...HONG, channels: [] });
    await hears();
    await office.hear('notices-inbox', 'complaint.assigned.v1', { ...assigned, officerId: officer.id });
    await deliver();
    expect(mail.received.filter(({ to }) => to === 'hong@example.kr')).toHaveLength(1);
  });

  it('is no reason for another way where it does not require it', async () => {
    mail.mood = 'refuses the address';
    await office.hear('notices-inbox', 'complaint.assigned.v1', { ...assigned, officerId: officer.id });
    await deliver();
    expect(sms.asked).toEqual([]);
    expect((await report()).requiredBy).toBeNull();
  });

  it('is told once more when two ways come to nothing at once', async () => {
    await office.profile(citizen, { ...HONG, channels: ['EMAIL', 'SMS'] });
    mail.mood = 'refuses the address';
    sms.mood = 'refuses the address';
    for (let times = 0; times < 5; times += 1) await hears();
    await deliver();
    const [{ count }] = await office.sql.query(`SELECT count(*)::int FROM "notice" WHERE "unreached_at" IS NOT NULL`);
    expect(count).toBe(5);
  });

  describe('and reached nobody', () => {
    const UNREACHED = '{ found: unreachedNotices { edges { node { id kind body recipient { name } } } totalCount } }';
    const POST = `mutation ($id: ID!) { found: recordPostedNotice(input: { noticeId: $id }) { delivery { ${DELIVERY} } errors { code path message } } }`;
    interface List {
      readonly edges: { readonly node: { readonly id: string; readonly body: string | null } }[];
      readonly totalCount: number;
    }

    beforeEach(async () => {
      mail.mood = 'refuses the address';
      sms.mood = 'refuses the address';
      await hears();
      await deliver();
    });

    it('is shown to its department and the auditor, to go by post', async () => {
      const list = await ask<List>(officer, UNREACHED);
      expect(list).toMatchObject({ totalCount: 1, edges: [{ node: { recipient: { name: '홍*동' } } }] });
      expect((await ask<List>(auditor, UNREACHED))!.edges[0]!.node.body).toBeNull();
      expect(await ask<List>(otherOfficer, UNREACHED)).toMatchObject({ totalCount: 0 });
      for (const who of [citizen, admin]) expect(await codes(who, UNREACHED)).toEqual(['FORBIDDEN']);
      const delivery = await report();
      expect(delivery).toMatchObject({ reached: false, unreachedAt: expect.any(String) });
      expect(chain(delivery)).toEqual(['EMAIL FAILED', 'SMS FAILED instead of EMAIL']);
    });

    it('leaves the list once the department had it posted, which is noted once', async () => {
      const { id } = (await ask<List>(officer, UNREACHED))!.edges[0]!.node;
      for (const [who, one] of [
        [otherOfficer, id],
        [officer, randomUUID()],
        [officer, 'none'],
      ] as const)
        expect(await codes(who, POST, { id: one })).toEqual(['NOT_FOUND']);
      const first = await Promise.all([1, 2].map(() => ask<{ errors: object[] }>(officer, POST, { id })));
      expect(first.map((answer) => answer!.errors.length).sort()).toEqual([0, 1]);
      expect(await ask(inEnglish(officer), POST, { id })).toMatchObject({
        delivery: null,
        errors: [{ code: 'ALREADY_DONE', path: ['noticeId'], message: expect.stringContaining('already') }],
      });
      const inbox = (await office.rows()).find(({ channel }) => channel === 'INBOX')!.id;
      expect(await ask(officer, POST, { id: inbox })).toMatchObject({ errors: [{ code: 'INVALID_STATE' }] });
      expect(await ask<List>(officer, UNREACHED)).toMatchObject({ totalCount: 0 });
      expect((await report(admin)).postedAt).toEqual(expect.any(String));
    });
  });

  describe('the report of a delivery', () => {
    it('is for its department, the auditor and administrators: another’s looks like none', async () => {
      await hears();
      const id = await anyId();
      for (const who of [officer, auditor, admin])
        expect(await ask(who, REPORT, { id })).toMatchObject({ reached: false });
      expect(await ask(otherOfficer, REPORT, { id })).toBeNull();
      expect(await ask(officer, REPORT, { id: randomUUID() })).toBeNull();
      expect(await ask(officer, REPORT, { id: 'none' })).toBeNull();
      for (const who of [citizen, otherCitizen]) expect(await codes(who, REPORT, { id })).toEqual(['FORBIDDEN']);
    });

    it('stands with each notice, at the same cost for one as for twenty', async () => {
      const ids = Array.from({ length: 20 }, () => randomUUID());
      for (const complaintId of ids)
        await office.hear('notices-inbox', 'complaint.answered.v1', { ...answered, complaintId });
      await deliver();
      const query = `query ($of: [_Any!]!) { found: _entities(representations: $of) { ... on Complaint { notices { delivery { ${DELIVERY} } } } } }`;
      const of = (count: number) => ({ of: ids.slice(0, count).map((id) => ({ __typename: 'Complaint', id })) });
      const cost = (count: number) => office.service.statements(() => ask(officer, query, of(count)));
      expect(await cost(20)).toBe(await cost(1));
      const seen = async (who: Someone) =>
        (await ask<{ notices: { delivery: Delivery | null }[] }[]>(who, query, of(1)))![0]!;
      expect((await seen(officer)).notices.map(({ delivery }) => delivery!.reached)).toEqual([true, true]);
      expect((await seen(citizen)).notices.map(({ delivery }) => delivery)).toEqual([null, null]);
    });

    it('is counted by channel, for administrators and the auditor', async () => {
      mail.mood = 'refuses the address';
      await hears();
      await deliver();
      const today = new Date(office.service.clock.now().getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
      const query = `query ($period: PeriodInput!) { found: deliveryStatistics(period: $period) {
        channel planned pending bundled delivered superseded unreachable failed instead unreached medianSeconds } }`;
      const figures = (who: Someone, from = today) => ask<object[]>(who, query, { period: { from, to: today } });
      const none = { pending: 0, bundled: 0, superseded: 0, unreachable: 0, unreached: 0 };
      expect(await figures(auditor)).toEqual([
        { ...none, channel: 'INBOX', planned: 1, delivered: 1, failed: 0, instead: 0, medianSeconds: 0 },
        { ...none, channel: 'EMAIL', planned: 1, delivered: 0, failed: 1, instead: 0, medianSeconds: null },
        { ...none, channel: 'SMS', planned: 1, delivered: 1, failed: 0, instead: 1, medianSeconds: 0 },
      ]);
      expect(await codes(officer, query, { period: { from: today, to: today } })).toEqual(['FORBIDDEN']);
      expect(await codes(admin, query, { period: { from: today, to: '2020-01-01' } })).toEqual(['BAD_USER_INPUT']);
    });
  });
});
