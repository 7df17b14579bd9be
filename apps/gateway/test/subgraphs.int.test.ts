import { createHash } from 'node:crypto';
import { CITIZEN } from './fixtures/issuer';
import { type World, startWorld } from './fixtures/gateway';

const BOTH = '{ complaint(id: "7") { id title notices { text } } }';

describe('subgraph calls', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());
  afterEach(async () => {
    for (const stub of [world.complaints, world.notices]) {
      stub.mishaps.length = 0;
      stub.calls.length = 0;
      await stub.start();
    }
  });

  it('carry the signed caller, the request id and the language, and answer as one graph', async () => {
    const token = await world.issuer.token();
    const headers = { 'x-request-id': 'from-the-client-1', 'accept-language': 'en-GB, ko;q=0.5' };
    const { data } = await world.ask(BOTH, { token, headers });
    expect(data).toEqual({ complaint: { id: '7', title: '민원 7', notices: [{ text: '알림 7' }] } });
    for (const { calls } of [world.complaints, world.notices]) {
      expect(calls[0]!.caller).toEqual({
        id: CITIZEN,
        roles: ['CITIZEN'],
        address: '127.0.0.1',
        requestId: 'from-the-client-1',
        language: 'en',
        issuer: 'gateway',
      });
    }
  });

  it('pass on no header of the client: neither its token, nor an identity it made up', async () => {
    const token = await world.issuer.token();
    await world.ask('{ whoAmI }', {
      token,
      headers: {
        'x-charter-identity': 'forged',
        'x-forwarded-user': 'admin',
        cookie: 'a=b',
        'x-request-id': 'spoofing-test',
      },
    });
    const { headers, caller } = world.notices.calls[0]!;
    expect(caller.id).toBe(CITIZEN);
    expect(headers['x-charter-identity']).not.toBe('forged');
    for (const name of ['authorization', 'cookie', 'x-forwarded-user', 'x-request-id'])
      expect(headers[name]).toBeUndefined();
  });

  it('sign for one subgraph and one body only', async () => {
    await world.ask(BOTH);
    const identityOf = (index: 'complaints' | 'notices') => {
      const [, payload] = String(world[index].calls[0]!.headers['x-charter-identity']).split('.');
      return JSON.parse(Buffer.from(payload!, 'base64url').toString()) as Record<string, unknown>;
    };
    expect(identityOf('complaints').aud).toBe('complaints');
    expect(identityOf('notices').aud).toBe('notices');
    const { exp, iat, body } = identityOf('notices');
    expect(Number(exp) - Number(iat)).toBe(30);
    expect(body).toBe(createHash('sha256').update(JSON.stringify(world.notices.calls[0]!.body)).digest('base64url'));
  });

  it('lose only the fields of a dead subgraph, which the error names', async () => {
    await world.notices.stop();
    const { status, data, errors } = await world.ask(BOTH);
    expect(status).toBe(200);
    expect(data).toEqual({ complaint: { id: '7', title: '민원 7', notices: null } });
    expect(errors).toEqual([
      {
        message: 'The service notices does not answer now, so its fields are empty. Please try again in a moment.',
        path: ['complaint', 'notices'],
        extensions: { code: 'SERVICE_UNAVAILABLE', service: 'notices' },
      },
    ]);
  });

  it('do not wait for a hanging subgraph beyond the time limit, nor ask it again', async () => {
    world.notices.mishaps.push('hang', 'hang');
    const started = Date.now();
    const { data, errors } = await world.ask(BOTH);
    expect(Date.now() - started).toBeLessThan(6_000);
    expect(data!.complaint).toMatchObject({ title: '민원 7', notices: null });
    expect(errors![0]!.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', service: 'notices' });
    expect(world.notices.mishaps).toEqual(['hang']);
  });

  it('are made again once for a query whose connection broke', async () => {
    world.complaints.mishaps.push('reset');
    expect((await world.ask('{ complaint(id: "7") { id } }')).data).toEqual({ complaint: { id: '7' } });
    world.complaints.mishaps.push('reset', 'reset');
    expect((await world.ask('{ complaint(id: "7") { id } }')).errors![0]!.extensions.code).toBe('SERVICE_UNAVAILABLE');
  });

  it('are never made again for a mutation', async () => {
    world.complaints.mishaps.push('reset');
    const { errors } = await world.ask('mutation { fileComplaint(input: { title: "a" }) { id } }');
    expect(errors![0]!.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', service: 'complaints' });
    expect(world.complaints.calls).toHaveLength(0);
  });

  it('treat an answer that is not GraphQL as no answer', async () => {
    world.complaints.mishaps.push('garbage');
    const { errors, text } = await world.ask('{ complaint(id: "7") { id } }');
    expect(errors![0]!.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(text).not.toContain('proxy error');
  });

  it('refer to at most 1,000 entities each', async () => {
    const alias = (at: number) => `a${at}: notices(first: 100) { edges { node { complaint { title } } } }`;
    const query = `{ ${Array.from({ length: 11 }, (_, index) => alias(index)).join(' ')} }`;
    const { data, errors } = await world.ask(query);
    expect(errors).toBeUndefined();
    const sizes = world.complaints.calls.map(({ body }) => (body.variables!.representations as unknown[]).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    const last = (data!.a10 as { edges: { node: { complaint: { title: string } } }[] }).edges[99]!;
    expect(last.node.complaint.title).toBe('민원 99');
  });

  it('are measured', async () => {
    await world.notices.stop();
    await world.ask(BOTH);
    const metrics = await (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();
    expect(metrics).toMatch(/charter_gateway_subgraph_seconds_count\{subgraph="complaints",outcome="answered"\} \d/);
    expect(metrics).toMatch(/charter_gateway_subgraph_seconds_count\{subgraph="notices",outcome="connection"\} \d/);
    expect(metrics).toMatch(/charter_gateway_request_seconds_count\{operation="query",status="200"\} \d/);
    expect(metrics).toMatch(/charter_gateway_errors_total\{code="SERVICE_UNAVAILABLE"\} \d/);
  });
});
