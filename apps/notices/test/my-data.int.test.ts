import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { MY_DATA_PATH, type MyDataRequest } from '@charter/contracts';
import { MyData } from '@charter/personal-data';
import { readPrivacyKeys } from '@charter/privacy';
import { ServiceUnavailable } from '@charter/service';
import { type Someone, admin, anonymous, citizen, inEnglish, officer, otherCitizen } from '@charter/service/testing';
import { eventually, unzip } from '@charter/testkit';
import { ExportJob } from '../src/jobs/rights/export.job';
import { HOLDINGS } from '../src/store/rights/holdings';
import { ExportStore } from '../src/store/rights/export.store';
import { Neighbours, TITLES } from './fixtures/neighbours';
import { Office } from './fixtures/office';

const REQUEST = 'id kind state expiresAt bytes downloadUrl services { service records doneAt }';
const EXPORT = `mutation ($input: ExportMyDataInput!) { exportMyData(input: $input) { request { ${REQUEST} } errors { code message } } }`;
const LIST = `{ dataRequests(first: 10) { edges { node { ${REQUEST} } } } }`;

interface Request {
  readonly id: string;
  readonly state: string;
  readonly downloadUrl: string | null;
  readonly services: { service: string; records: number; doneAt: string | null }[];
}

describe('a copy of one’s own data', () => {
  const neighbours = new Neighbours();
  let office: Office;

  beforeAll(async () => {
    office = await Office.open('smtp://127.0.0.1:1', {
      post: async (service, path, question) => {
        expect(path).toBe(MY_DATA_PATH);
        if (neighbours.away === service) throw new ServiceUnavailable(service);
        return neighbours.tell(service, question as MyDataRequest);
      },
    });
  });
  afterAll(async () => {
    neighbours.close();
    await office.close();
  });
  beforeEach(async () => {
    await office.reset();
    await office.sql.query('TRUNCATE "data_request", "idempotency_key" CASCADE');
    Object.assign(neighbours, { away: undefined, silentAt: undefined });
    neighbours.asked.length = 0;
  });

  const job = () => office.service.parts.loops.find((loop) => loop instanceof ExportJob)!;
  const ask = async (who: Someone = citizen, input: object = {}) => {
    const { data } = await office.service.ask<{
      exportMyData: { request: Request | null; errors: { code: string; message: string }[] };
    }>(who, EXPORT, { input });
    return data!.exportMyData;
  };
  const list = async (who: Someone = citizen): Promise<Request[]> => {
    const { data } = await office.service.ask<{ dataRequests: { edges: { node: Request }[] } }>(who, LIST);
    return data!.dataRequests.edges.map(({ node }) => node);
  };
  const leaseEnds = () =>
    office.sql.query('UPDATE data_request_service SET next_try_at = now() WHERE next_try_at IS NOT NULL');
  const fetched = async (url: string): Promise<Response> => {
    const { pathname, search } = new URL(url);
    return fetch(new URL(pathname + search, office.service.url));
  };
  const archive = async (request: Request) =>
    unzip(Buffer.from(await (await fetched(request.downloadUrl!)).arrayBuffer()));
  const titlesIn = (json: string): string[] =>
    (JSON.parse(json) as { sections: { kind: string; records: { title: string }[] }[] }).sections
      .filter(({ kind }) => kind === 'complaint')
      .flatMap(({ records }) => records.map(({ title }) => title));

  it('is gathered from every service and handed out as JSON and as a page that people can read', async () => {
    const { request, errors } = await ask();
    expect(errors).toEqual([]);
    expect(request).toMatchObject({ state: 'RUNNING', downloadUrl: null });
    await job().runOnce();
    const [ready] = await list();
    expect(ready).toMatchObject({ id: request!.id, state: 'READY' });
    expect(ready!.services.map(({ service, records }) => `${service} ${records}`)).toEqual([
      ...['charter 0', 'compensation 0', 'complaints 3', 'notices 2', 'participation 0', 'surveys 0'],
    ]);
    const files = await archive(ready!);
    expect(titlesIn(files['my-data.json']!)).toEqual(TITLES);
    expect(files['my-data.json']).toContain('hong@example.kr');
    expect(files['my-data.html']).toContain('<td>홍길동</td>');
    expect(files['my-data.html']).toContain('&lt;b&gt;가로등&lt;/b&gt; &amp; 소음');
    expect(files['my-data.html']).not.toContain('park@city.example');
  });

  it('rests sealed, pages and archive', async () => {
    await ask();
    await job().runOnce();
    const rows = await office.sql.query('SELECT content FROM data_archive UNION ALL SELECT content FROM data_page');
    expect(rows.length).toBeGreaterThan(0);
    for (const { content } of rows as { content: string }[]) expect(content).toMatch(/^k1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await office.service.count('data_page')).toBe(0);
  });

  it('is asked for once with a key, once at a time, and three times a day', async () => {
    const first = await ask(citizen, { idempotencyKey: 'one' });
    expect((await ask(citizen, { idempotencyKey: 'one' })).request!.id).toBe(first.request!.id);
    expect((await ask()).errors.map(({ code }) => code)).toEqual(['ALREADY_DONE']);
    const [a, b] = await Promise.all([ask(otherCitizen), ask(otherCitizen)]);
    expect([...a.errors, ...b.errors].map(({ code }) => code)).toEqual(['ALREADY_DONE']);
    for (let made = 1; made < 3; made++) {
      await job().runOnce();
      expect((await ask()).errors).toEqual([]);
    }
    await job().runOnce();
    expect((await ask(inEnglish(citizen))).errors).toEqual([
      { code: 'LIMIT_REACHED', message: expect.stringContaining('At most 3 copies a day') },
    ]);
  });

  it('is its owner’s alone, by an address that cannot be edited', async () => {
    await ask();
    await job().runOnce();
    const [ready] = await list();
    expect(await list(otherCitizen)).toEqual([]);
    for (const who of [anonymous, officer, admin]) {
      const { errors } = await office.service.ask(who, EXPORT, { input: {} });
      expect(errors![0]!.extensions.code).toBe(who === anonymous ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    }
    const { errors } = await office.service.ask(admin, LIST);
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    const edited = new URL(ready!.downloadUrl!);
    edited.searchParams.set('until', '9999999999');
    expect((await fetched(edited.toString())).status).toBe(403);
    office.service.clock.advance(5 * 60_000 + 1_000);
    expect((await fetched(ready!.downloadUrl!)).status).toBe(403);
  });

  it('is removed after seven days', async () => {
    await ask();
    await job().runOnce();
    office.service.clock.advance(7 * 24 * 3_600_000 - 1_000);
    const [last] = await list();
    expect(last!.state).toBe('READY');
    office.service.clock.advance(1_000);
    expect((await list())[0]).toMatchObject({ downloadUrl: null });
    await job().runOnce();
    expect((await list())[0]).toMatchObject({ state: 'EXPIRED', downloadUrl: null });
    expect((await fetched(last!.downloadUrl!)).status).toBe(403);
    expect(await office.service.count('data_archive')).toBe(0);
  });

  it('waits for a service that is away, and shows who is done', async () => {
    neighbours.away = 'surveys';
    await ask();
    await job().runOnce();
    const [waiting] = await list();
    expect(waiting!.state).toBe('RUNNING');
    expect(waiting!.services.filter(({ doneAt }) => !doneAt).map(({ service }) => service)).toEqual(['surveys']);
    neighbours.away = undefined;
    await leaseEnds();
    await job().runOnce();
    expect((await list())[0]!.state).toBe('READY');
  });

  it('goes on where a worker was killed half-way, and has every record once', async () => {
    const urls = await neighbours.listen();
    neighbours.silentAt = '1';
    await ask();
    const worker = fork(join(__dirname, 'fixtures/export-process.ts'), [], {
      execArgv: ['-r', join(__dirname, '../../../libs/testkit/register-typescript.cjs')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    worker.send({ variables: office.variables, urls });
    const atPage = (after: string) => neighbours.asked.filter(({ question }) => question.from?.after === after).length;
    const ended = once(worker, 'exit');
    try {
      await eventually(
        async () => atPage('1'),
        (times) => times > 0,
        30_000,
      );
    } finally {
      worker.kill('SIGKILL');
    }
    await ended;
    const [half] = await list();
    expect(half!.state).toBe('RUNNING');
    expect(half!.services.find(({ service }) => service === 'complaints')).toMatchObject({ records: 1, doneAt: null });

    neighbours.silentAt = undefined;
    neighbours.asked.length = 0;
    await leaseEnds();
    await job().runOnce();
    const questions = neighbours.asked.filter(({ service }) => service === 'complaints');
    expect(questions.map(({ question }) => question.from?.after)).toEqual(['1', '2']);
    const [ready] = await list();
    expect(ready!.state).toBe('READY');
    expect(titlesIn((await archive(ready!))['my-data.json']!)).toEqual(TITLES);
  });

  it('is packed anew when the worker dies while it packs', async () => {
    await ask();
    const { connection } = await office.secondWorker();
    const keys = readPrivacyKeys(office.variables.PRIVACY_KEYS!);
    const dying = new ExportJob({
      ...{ dataSource: connection, exports: new ExportStore(connection, keys) },
      own: new MyData({ dataSource: connection, holdings: HOLDINGS, keys }),
      services: {
        post: async (service: never, _: string, question: never) => neighbours.tell(service, question),
      } as never,
      clock: {
        now: () => {
          void connection.destroy(); // nothing of what comes after is written: as after kill -9
          return new Date();
        },
      },
      log: { error: () => undefined, warn: () => undefined } as never,
    });
    await expect(dying.runOnce()).rejects.toThrow();
    expect((await list())[0]!.state).toBe('RUNNING');
    // What the dead worker has locked is let go when PostgreSQL notices that its connection is gone.
    const lookAgain = async () => {
      await job().runOnce();
      return list();
    };
    const [ready] = await eventually(lookAgain, ([request]) => request!.state === 'READY', 30_000);
    expect(titlesIn((await archive(ready!))['my-data.json']!)).toEqual(TITLES);
  });
});
