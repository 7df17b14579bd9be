import { randomUUID } from 'node:crypto';
import type { ServiceName } from '@charter/contracts';
import { type Someone, citizen, inEnglish, officer, otherCitizen } from '@charter/service/testing';
import { answered } from './fixtures/events';
import { Office } from './fixtures/office';

const ERASE = `mutation ($input: EraseMyDataInput!) {
  eraseMyData(input: $input) { request { id state } errors { code message path } } }`;
const LIST = `{ dataRequests(first: 10) { edges { node { kind state services {
  service doneAt erased { title count } kept { title count article until } } } } } }`;
const OTHERS: readonly ServiceName[] = ['charter', 'complaints', 'participation', 'surveys', 'compensation'];

interface Listed {
  readonly state: string;
  readonly services: {
    readonly service: string;
    readonly doneAt: string | null;
    readonly erased: object[];
    readonly kept: object[];
  }[];
}

describe('erasing one’s own data', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open('smtp://127.0.0.1:1');
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.reset();
    await office.sql.query('TRUNCATE "data_request", "idempotency_key", "outbox_event" CASCADE');
  });

  const ask = async (who: Someone = citizen, input: object = { understood: true }) => {
    const { data, errors } = await office.service.ask<{
      eraseMyData: { request: { id: string; state: string } | null; errors: { code: string; message: string }[] };
    }>(who, ERASE, { input });
    return { ...data?.eraseMyData, refused: errors?.[0]?.extensions.code };
  };
  const list = async (who: Someone = citizen): Promise<Listed> =>
    (await office.service.ask<{ dataRequests: { edges: { node: Listed }[] } }>(who, LIST)).data!.dataRequests.edges[0]!
      .node;
  const done = (requestId: string, service: ServiceName, kept: object[] = []) =>
    office.hear('notices-erasure', 'erasure.done.v1', { requestId, service, erased: [], kept: kept as never });
  const profiles = () => office.service.count('profile');

  it('tells every service, and is done when all have said what they erased and what the law keeps; the profile goes last', async () => {
    const { request } = await ask();
    expect(await office.service.told('erasure.requested.v1')).toMatchObject([
      { requestId: request!.id, citizenId: citizen.id },
    ]);
    await office.sql.query(
      `INSERT INTO push_device (id, person_id, platform, token, token_hash, registered_at) VALUES (gen_random_uuid(), $1, 'WEB', 'x', 'x', $2)`,
      [citizen.id, office.service.clock.now()],
    );
    const before = await profiles();
    const until = '2031-11-30T00:00:00.000Z';
    const kept = [
      { kind: 'complaint', count: 2, article: '공공기록물 관리에 관한 법률 시행령 제26조', until },
      { kind: 'complaint', count: 1, article: '공공기록물 관리에 관한 법률 시행령 제26조', until: null },
    ];
    for (const service of OTHERS.slice(0, -1)) await done(request!.id, service, service === 'complaints' ? kept : []);
    expect(await profiles()).toBe(before);
    expect((await list()).state).toBe('RUNNING');
    await done(request!.id, 'compensation');
    expect(await profiles()).toBe(before - 1);
    const listed = await list(inEnglish(citizen));
    expect(listed.state).toBe('DONE');
    expect(listed.services.find(({ service }) => service === 'complaints')!.kept).toEqual([
      { title: 'complaint', count: 2, article: kept[0]!.article, until: '2031-11-30T09:00:00+09:00' },
      { title: 'complaint', count: 1, article: kept[1]!.article, until: null },
    ]);
    expect(listed.services.find(({ service }) => service === 'notices')!.erased).toEqual([
      { title: 'device that is pushed to', count: 1 },
      { title: 'profile', count: 1 },
    ]);
    expect(await office.service.count('push_device')).toBe(0);
    const { data } = await office.service.ask<{ me: { name: string | null } }>(citizen, '{ me { name } }');
    expect(data!.me.name).toBeNull();
  });

  it('delivers first what waits, and keeps of what was told that it was told', async () => {
    await office.hear('notices-inbox', 'complaint.answered.v1', answered);
    await office.sql.query(
      `UPDATE notice SET state = 'DELIVERED', next_attempt_at = NULL, delivered_at = now() WHERE recipient_id = $1 AND channel = 'INBOX'`,
      [citizen.id],
    );
    const states = await office.states();
    const { request } = await ask();
    for (const service of OTHERS) await done(request!.id, service);
    const own = (await list()).services.find(({ service }) => service === 'notices')!;
    expect(own.erased).toMatchObject([
      { title: '알림', count: 1 },
      { title: '회원정보', count: 1 },
    ]);
    expect(own.kept).toMatchObject([{ title: '알림', until: null }]);
    expect((await office.states()).toSorted()).toEqual(states.toSorted());
    const [{ n }] = await office.sql.query(
      `SELECT count(*)::int AS n FROM notice WHERE recipient_id = $1 AND state <> 'PENDING'`,
      [citizen.id],
    );
    expect(n).toBe(0);
  });

  it('counts each report once, whatever comes twice, at once, or late', async () => {
    const { request } = await ask();
    const reports = OTHERS.flatMap((service) => [service, service]);
    await Promise.all(reports.map((service) => done(request!.id, service)));
    expect((await list()).state).toBe('DONE');
    await done(request!.id, 'surveys');
    await done(randomUUID(), 'surveys');
    expect((await list()).state).toBe('DONE');
  });

  it('is nothing half done when the worker dies with the last report', async () => {
    const { request } = await ask();
    for (const service of OTHERS.slice(0, -1)) await done(request!.id, service);
    const before = await profiles();
    const dying = office.sql.transaction(async (tx) => {
      const handler = office.service.parts.handlers.find(({ consumer }) => consumer === 'notices-erasure')!;
      await handler.handle(tx, {
        ...{
          id: randomUUID(),
          type: 'erasure.done.v1',
          producer: 'compensation',
          occurredAt: new Date().toISOString(),
        },
        payload: { requestId: request!.id, service: 'compensation', erased: [], kept: [] },
      } as never);
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())'); // all was written, nothing was committed
    });
    await expect(dying).rejects.toThrow();
    expect(await profiles()).toBe(before);
    expect((await list()).state).toBe('RUNNING');
    await done(request!.id, 'compensation');
    expect((await list()).state).toBe('DONE');
  });

  it('is asked for by citizens, who understand what it means, once at a time and once with a key', async () => {
    expect((await ask(officer)).refused).toBe('FORBIDDEN');
    expect((await ask(inEnglish(citizen), { understood: false })).errors).toEqual([
      { code: 'CONSENT_REQUIRED', message: expect.stringContaining('cannot come back'), path: ['understood'] },
    ]);
    expect(await office.service.told('erasure.requested.v1')).toEqual([]);
    const input = { understood: true, idempotencyKey: 'one' };
    const [first, again] = [await ask(citizen, input), await ask(citizen, input)];
    expect(again.request!.id).toBe(first.request!.id);
    expect((await ask()).errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect((await ask(otherCitizen)).errors).toEqual([]);
    expect(await office.service.told('erasure.requested.v1')).toHaveLength(2);
  });
});
