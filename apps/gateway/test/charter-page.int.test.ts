import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { eventually } from '@charter/testkit';
import { REQUEST_POINTS } from '../src/limits/limit-env';
import { LIMITS } from '../src/limits/measure';
import { type World, startWorld } from './fixtures/gateway';
import { StubSubgraph } from './fixtures/stub-subgraph';

const ROOT = join(__dirname, '../../..');
const DEPARTMENT = {
  code: 'ROADS',
  name: '도로안전과',
  nameKo: '도로안전과',
  nameEn: 'Road Safety Division',
  phone: null,
};

describe('the page of the charter, behind the whole graph', () => {
  let world: World;
  let charter: StubSubgraph;
  let url: string;
  /** No operation is registered in it. */
  const manifests = mkdtempSync(join(tmpdir(), 'charter-registered-'));

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'gateway', alg: 'EdDSA' }] };
    const departments = [{ ...DEPARTMENT, children: [], parent: null, successor: null }];
    const department = (_: unknown, { code }: { code: string }) => departments.find((one) => one.code === code) ?? null;
    charter = await new StubSubgraph(
      'charter',
      readFileSync(join(ROOT, 'apps/charter/schema.graphql'), 'utf8'),
      { Query: { departments: () => departments, department, standards: () => [] } },
      keys,
    ).start();
    const away = 'http://127.0.0.1:9/graphql';
    world = await startWorld({
      SUPERGRAPH_PATH: join(ROOT, 'apps/gateway/supergraph.graphql'),
      CANARY_PATH: join(ROOT, 'apps/gateway/canary.graphql'),
      SIGNING_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'gateway' }),
      SUBGRAPH_URLS: JSON.stringify({
        ...{ charter: charter.url, complaints: away, participation: away, surveys: away },
        ...{ compensation: away, notices: away },
      }),
      // What clients are held to is not for what this process asks itself.
      ...{ TRUSTED_DOCUMENTS: 'only', TRUSTED_DOCUMENTS_PATH: manifests, TEXTS_PER_CALLER: '1' },
      POINTS_ANONYMOUS: `${LIMITS.cost + REQUEST_POINTS}`,
    });
    url = `${world.gateway.url}/charter`;
    charter.calls.length = 0; // of the canary
  });
  afterAll(async () => {
    await world.stop();
    await charter.stop();
    rmSync(manifests, { recursive: true });
  });

  it('asks as nobody, whoever looks at it', async () => {
    const token = await world.issuer.token({ roles: ['ADMIN'] });
    const answer = await fetch(`${url}/en/departments`, {
      headers: { authorization: `Bearer ${token}`, cookie: 'session=1', 'x-charter-identity': 'forged' },
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('도로안전과');
    expect(charter.calls).toHaveLength(1);
    const { caller, headers } = charter.calls[0]!;
    expect(caller).toMatchObject({ roles: [], language: 'en', issuer: 'gateway' });
    expect(caller.id).toBeUndefined();
    expect(headers.authorization ?? headers.cookie).toBeUndefined();
  });

  it('asks the services once for a crowd, and counts the page for one of it', async () => {
    charter.calls.length = 0;
    charter.delay = 50;
    const answers = await Promise.all(Array.from({ length: 40 }, () => fetch(`${url}/ko/departments`)));
    charter.delay = 0;
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(charter.calls).toHaveLength(1);
  });

  it('shows what there is while the other services are away, and names each', async () => {
    const answer = await fetch(`${url}/en/departments/ROADS`);
    const body = await answer.text();
    expect(answer.status).toBe(200);
    expect(body).toContain('<h1>도로안전과</h1>');
    for (const service of ['complaints', 'survey', 'compensation', 'participation'])
      expect(body).toContain(`The ${service} service does not answer now`);
    expect(body).not.toContain('Complaints received');
  });

  it('is there where only registered operations run, and however few texts a caller may send', async () => {
    expect((await world.ask('{ departments { name } }')).errors![0]!.extensions.code).toBe('OPERATION_NOT_REGISTERED');
    for (const path of ['ko', 'en', 'ko/departments', 'en/departments', 'ko/departments/ROADS', 'en/departments/ROADS'])
      expect([path, (await fetch(`${url}/${path}`)).status]).toEqual([path, 200]);
  });

  it('tells who has opened too many pages in a page of their language, with when to come again', async () => {
    let asked = 0;
    const open = (language: string) => fetch(`${url}/${language}/departments/NONE${(asked += 1)}`);
    const answer = await eventually(
      () => open('ko'),
      ({ status }) => status === 429,
    );
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.text()).toContain('짧은 시간에 너무 많은 화면을 열었습니다');
    const inEnglish = await open('en');
    expect([inEnglish.status, await inEnglish.text()]).toEqual([
      429,
      expect.stringContaining('Too many pages were opened in a short time'),
    ]);
  });

  it('leaves the log without a token, and the rest of the gateway as it was', async () => {
    expect(world.log.join('')).not.toMatch(/Bearer|eyJ/);
    expect((await fetch(`${world.gateway.url}/charters`)).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });
});
