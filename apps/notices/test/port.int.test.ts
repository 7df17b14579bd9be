import { randomUUID } from 'node:crypto';
import type { Language } from '@charter/contracts';
import { type Someone, citizen, officer, otherCitizen } from '@charter/service/testing';
import { NoticePort } from '../src/jobs/notice-port';
import { answered } from './fixtures/events';
import { Office } from './fixtures/office';
import { type PortMood, PortServer } from './fixtures/port-server';

const REGISTER = `mutation ($token: String!, $platform: PushPlatform! = ANDROID) {
  registerPushDevice(input: { token: $token, platform: $platform }) { device { id platform registeredAt } errors { code path } } }`;
const REMOVE = 'mutation ($id: ID!) { removePushDevice(input: { id: $id }) { device { id } errors { code } } }';

interface Registered {
  readonly registerPushDevice: { device: { id: string; platform: string } | null; errors: { code: string }[] };
}

describe('the port for text and push messages', () => {
  const provider = new PortServer();
  let office: Office;

  beforeAll(async () => {
    await provider.start();
    const env = { SMS_URL: provider.url, SMS_TOKEN: 'sms-secret', PUSH_URL: provider.url, PUSH_TOKEN: 'push-secret' };
    office = await Office.open('smtp://127.0.0.1:9', { env });
  });
  afterAll(async () => {
    await office.close();
    await provider.stop();
  });
  beforeEach(async () => {
    provider.reset();
    await office.reset();
    await office.profile(citizen, { name: '홍길동', phone: '010-1234-5678' });
  });

  const answer = () => office.hear('notices-inbox', 'complaint.answered.v1', answered);
  const deliver = () => office.delivery.runOnce();
  const states = async () => (await office.states()).filter((state) => !state.startsWith('INBOX'));
  const register = async (who: Someone, token: string, platform = 'ANDROID') =>
    (await office.service.ask<Registered>(who, REGISTER, { token, platform })).data!.registerPushDevice;
  const me = async (who: Someone) =>
    (
      await office.service.ask<{ me: { contacts: unknown; pushDevices: { id: string; platform: string }[] } }>(
        who,
        '{ me { contacts { channel state pausedAt reason } pushDevices { id platform } } }',
      )
    ).data!.me;

  it('brings a text message to who has no mail address: what happened and where to read on, without a name', async () => {
    await answer();
    await deliver();
    expect(await states()).toEqual(['SMS DELIVERED']);
    const [{ key, authorization, path, body }] = provider.asked as [(typeof provider.asked)[number]];
    const [row] = (await office.rows()).filter(({ channel }) => channel === 'SMS');
    expect([key, body.id, authorization, path]).toEqual([row!.id, row!.id, 'Bearer sms-secret', '/messages?account=7']);
    expect(body).toMatchObject({ channel: 'SMS', to: ['01012345678'], language: 'ko' });
    expect(body.title).toBe('[답변 2026-000001-7] 민원에 답변드렸습니다');
    expect(body.text).toContain('담당 부서: 도로과');
    expect(body.url).toMatch(/^http:\/\/127\.0\.0\.1:4000\/playground#q=/);
    expect(JSON.stringify(body)).not.toContain('홍길동');
  });

  it.each<[PortMood, RegExp]>([
    ['fails for now', /^The port answered 503\.$/],
    ['is busy', /^The port answered 429\.$/],
    ['refuses us', /^The port answered 401\.$/],
    ['resets', /^The port did not answer \((ECONNRESET|UND_ERR_SOCKET)\)\.$/],
    ['talks nonsense', /^The port answered something else\.$/],
    ['answers another', /^The port answered something else\.$/],
    ['takes and resets', /^The port did not answer \((ECONNRESET|UND_ERR_SOCKET)\)\.$/],
  ])('tries again under the same key when the provider %s, and it goes out once', async (mood, outcome) => {
    provider.mood = mood;
    await answer();
    await deliver();
    expect(await states()).toEqual(['SMS PENDING']);
    expect(await office.outcomes()).toContainEqual(expect.stringMatching(outcome));
    provider.mood = 'takes';
    await office.dueNow();
    await deliver();
    expect(await states()).toEqual(['SMS DELIVERED']);
    expect(provider.sent.size).toBe(1);
    expect(new Set(provider.asked.map(({ key }) => key)).size).toBe(1);
    expect(JSON.stringify(await office.outcomes())).not.toContain('0101234');
  });

  it('is patient with a provider that takes its time, with three workers at once', async () => {
    provider.mood = 'takes its time';
    await answer();
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(await states()).toEqual(['SMS DELIVERED']);
    expect(provider.asked).toHaveLength(1);
  });

  it('never takes the second answer to one message for the answer to another', async () => {
    provider.mood = 'answers twice';
    for (let n = 0; n < 12; n += 1) await answer();
    for (let round = 0; round < 20 && (await states()).includes('SMS PENDING'); round += 1) {
      await office.dueNow();
      await deliver();
    }
    expect(await states()).toEqual(Array(12).fill('SMS DELIVERED'));
    const rows = (await office.rows()).filter(({ channel }) => channel === 'SMS').map(({ id }) => id);
    expect([...provider.sent.keys()].sort()).toEqual([...rows].sort());
  });

  it('ends with the codes when the message is refused, and pauses no number for it', async () => {
    provider.mood = 'refuses the message';
    await answer();
    await deliver();
    const [row] = (await office.rows()).filter(({ channel }) => channel === 'SMS');
    expect(row).toMatchObject({ state: 'FAILED', failure: 'The port answered 422.' });
    expect((await me(citizen)).contacts).toEqual([{ channel: 'SMS', state: 'ACTIVE', pausedAt: null, reason: null }]);
  });

  it('pauses a number that is refused, shows it to its person alone, and tries again once it is saved again', async () => {
    provider.mood = 'refuses the address';
    await answer();
    await deliver();
    const texts = async () => (await states()).filter((state) => state.startsWith('SMS')).sort();
    expect(await texts()).toEqual(['SMS FAILED']);
    await answer();
    await deliver();
    expect(await texts()).toEqual(['SMS FAILED', 'SMS UNREACHABLE']);
    expect(provider.asked).toHaveLength(1);
    const contacts = [
      { channel: 'SMS', state: 'PAUSED', pausedAt: expect.any(String), reason: 'The port refused the address.' },
    ];
    expect((await me(citizen)).contacts).toEqual(contacts);
    const foreign = `{ _entities(representations: [{ __typename: "Citizen", id: "${citizen.id}" }]) { ... on Citizen { contacts { state } pushDevices { id } } } }`;
    const { data } = await office.service.ask<{ _entities: unknown[] }>(officer, foreign);
    expect(data!._entities).toEqual([{ contacts: null, pushDevices: null }]);
    provider.mood = 'takes';
    await office.profile(citizen, { name: '홍길동', phone: '010-1234-5678' });
    expect((await me(citizen)).contacts).toMatchObject([{ state: 'ACTIVE' }]);
    await answer();
    await deliver();
    expect(await texts()).toEqual(['SMS DELIVERED', 'SMS FAILED', 'SMS UNREACHABLE']);
  });

  describe('devices', () => {
    it('are told what it is about and no more, all of a person’s in one message', async () => {
      await register(citizen, 'token-of-my-phone');
      await register(citizen, '{"endpoint":"https://push.example/1"}', 'WEB');
      await answer();
      await deliver();
      const [{ body, authorization }] = provider.asked.filter(({ body: { channel } }) => channel === 'PUSH') as [
        (typeof provider.asked)[number],
      ];
      expect(authorization).toBe('Bearer push-secret');
      expect([...body.to].sort()).toEqual(['token-of-my-phone', '{"endpoint":"https://push.example/1"}']);
      expect([body.title, body.text]).toEqual(['[답변 2026-000001-7] 민원에 답변드렸습니다', '확인하기']);
    });

    it('that are gone are forgotten, and the others told all the same', async () => {
      await register(citizen, 'token-of-old-phone');
      await register(citizen, 'token-of-new-phone');
      provider.gone = ['token-of-old-phone', 'token-of-somebody-else'];
      await answer();
      await deliver();
      expect(await states()).toEqual(['PUSH DELIVERED', 'SMS DELIVERED']);
      expect((await me(citizen)).pushDevices).toHaveLength(1);
      provider.gone = ['token-of-new-phone'];
      await answer();
      await deliver();
      expect(await states()).toEqual(['PUSH DELIVERED', 'PUSH FAILED', 'SMS DELIVERED', 'SMS DELIVERED'].sort());
      expect((await me(citizen)).pushDevices).toEqual([]);
    });

    it('are one’s own: the same address stays one device, and goes with who registers it last', async () => {
      const first = await register(citizen, 'token-of-my-phone');
      expect(await register(citizen, ' token-of-my-phone ', 'IOS')).toMatchObject({
        device: { id: first.device!.id, platform: 'IOS' },
      });
      expect((await register(otherCitizen, 'token-of-my-phone')).device!.id).toBe(first.device!.id);
      expect([(await me(citizen)).pushDevices, (await me(otherCitizen)).pushDevices]).toMatchObject([
        [],
        [{ id: first.device!.id }],
      ]);
      for (const id of [first.device!.id, randomUUID(), '7']) {
        const { errors } = await office.service.ask(citizen, REMOVE, { id });
        expect(errors).toMatchObject([{ message: '찾을 수 없습니다.', extensions: { code: 'NOT_FOUND' } }]);
      }
      const { data } = await office.service.ask(otherCitizen, REMOVE, { id: first.device!.id });
      expect(data).toEqual({ removePushDevice: { device: { id: first.device!.id }, errors: [] } });
      expect((await me(otherCitizen)).pushDevices).toEqual([]);
    });

    it('are refused with a hint when the address can be none, and when there are too many, also at once', async () => {
      expect(await register(citizen, 'short')).toEqual({
        device: null,
        errors: [{ code: 'INVALID_VALUE', path: ['token'] }],
      });
      const all = await Promise.all(Array.from({ length: 12 }, (_, n) => register(citizen, `token-number-${n}`)));
      expect(all.flatMap(({ errors }) => errors).map(({ code }) => code)).toEqual(Array(2).fill('LIMIT_REACHED'));
      expect((await me(citizen)).pushDevices).toHaveLength(10);
    });

    it('stand sealed in the database', async () => {
      await register(citizen, 'token-of-my-phone');
      expect(JSON.stringify(await office.sql.query('TABLE "push_device"'))).not.toContain('token-of-my-phone');
    });
  });

  it('leaves a provider that never comes to an end within its limit', async () => {
    provider.mood = 'never ends';
    const port = new NoticePort(provider.url, 'secret', { waitingMs: 5_000, messageMs: 150 });
    const message = {
      ...{ id: randomUUID(), channel: 'SMS' as const, to: ['01012345678'], language: 'ko' as Language },
      title: '',
      text: '',
      url: '',
    };
    await expect(port.send(message)).rejects.toThrow('The port did not answer (TimeoutError).');
    port.close();
  });
});
