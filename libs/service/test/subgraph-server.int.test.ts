import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { type JWK, exportJWK, generateKeyPair } from 'jose';
import { Pool } from 'pg';
import { Arg, Authorized, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver, Directive } from 'type-graphql';
import type { FastifyInstance } from 'fastify';
import { serverUrl } from '@charter/testkit';
import {
  IDENTITY_HEADER,
  type IdentityClaims,
  LocalDate,
  Public,
  type RequestContext,
  type SigningKey,
  StaleVersion,
  buildSubgraph,
  createLogger,
  createSubgraphServer,
  readSigningKey,
  signIdentity,
} from '../src';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A thing.' })
class Thing {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

/** Asks a pool for a connection while its only one is held. @throws what pg says then */
async function waitForNothing(): Promise<void> {
  const pool = new Pool({ connectionString: serverUrl(), max: 1 });
  const held = await pool.connect();
  pool.options.connectionTimeoutMillis = 50;
  try {
    await pool.connect();
  } finally {
    held.release();
    await pool.end();
  }
}

const SOMEBODY = { subjectType: 'COMPLAINT', subjectId: randomUUID(), citizenId: randomUUID() } as const;
const logged: unknown[] = [];
let logIsAway = false;

@Resolver(() => Thing)
class ThingResolver {
  @Public()
  @Query(() => Thing, { description: 'Anybody may ask.' })
  open(): Thing {
    return { id: '1' };
  }

  @Public()
  @Query(() => String, { nullable: true, description: 'The day that was asked for.' })
  day(@Arg('on', () => LocalDate, { description: 'Which.' }) on: string): string {
    return on;
  }

  @Public()
  @Query(() => String, { nullable: true, description: 'A name of somebody.' })
  somebody(@Ctx() { readings }: RequestContext): string {
    return readings.shown(SOMEBODY, { name: '홍길동' }, { name: 'NAME' }).name;
  }

  @Authorized('ADMIN')
  @Query(() => Thing, { nullable: true, description: 'Administrators may ask.' })
  closed(): Thing {
    return { id: '2' };
  }

  @Public()
  @Mutation(() => Thing, { description: 'Fails as it is told.' })
  async fail(@Arg('how', () => String, { description: 'How.' }) how: string): Promise<Thing> {
    if (how === 'stale') throw new StaleVersion();
    if (how === 'busy') await waitForNothing();
    throw new Error(`duplicate key value violates unique constraint "petitioner_pkey" (${how})`);
  }
}

@Resolver()
class Unguarded {
  @Query(() => String, { description: 'Somebody forgot its rule.' })
  forgotten(): string {
    return '';
  }
}

@Resolver()
class Rigid {
  @Authorized('ADMIN')
  @Query(() => String, { description: 'Refused, it takes its neighbours with it.' })
  unyielding(): string {
    return '';
  }
}

const container = { get: () => new ThingResolver() };
const references = { Thing: ({ id }: { id: string }) => (id === 'mine' ? { id } : null) };

describe('building a subgraph', () => {
  it('fails when a root field has no access rule', async () => {
    await expect(buildSubgraph({ resolvers: [Unguarded], references: {}, container })).rejects.toThrow('forgotten');
  });

  it('fails when a query that may be refused cannot be null', async () => {
    await expect(buildSubgraph({ resolvers: [Rigid], references: {}, container })).rejects.toThrow('unyielding');
  });

  it('fails when an entity has no reference resolver', async () => {
    await expect(buildSubgraph({ resolvers: [ThingResolver], references: {}, container })).rejects.toThrow('Thing');
  });
});

describe('a subgraph’s server', () => {
  let server: FastifyInstance;
  let gateway: SigningKey;
  let notices: SigningKey;

  const issuer = async (kid: string): Promise<[SigningKey, JWK]> => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    return [await readSigningKey({ ...(await exportJWK(privateKey)), kid }), { ...(await exportJWK(publicKey)), kid }];
  };

  beforeAll(async () => {
    const [[gatewayKey, gatewayJwk], [noticesKey, noticesJwk]] = await Promise.all([
      issuer('gateway'),
      issuer('notices'),
    ]);
    [gateway, notices] = [gatewayKey, noticesKey];
    server = await createSubgraphServer<RequestContext>({
      service: 'complaints',
      schema: await buildSubgraph({ resolvers: [ThingResolver], references, container }),
      keys: { keys: [gatewayJwk, noticesJwk] },
      context: (base) => base,
      internal: { '/internal/echo': async (body, caller) => ({ body, from: caller.issuer }) },
      forGateway: { '/internal/door': async (body, caller) => ({ body, from: caller.issuer }) },
      logReadings: async (caller, operation, readings) => {
        if (logIsAway) throw new Error('the log is away: insert into "outbox_event" …');
        logged.push({ by: caller.id, operation, readings });
      },
      log: createLogger('complaints', 'test', 'silent'),
    });
  });
  afterAll(() => server.close());

  const nobody: IdentityClaims = { aud: 'complaints', roles: [], rid: 'request-1', lang: 'ko' };
  const post = async (path: string, input: object, key: SigningKey = gateway, claims: IdentityClaims = nobody) => {
    const payload = JSON.stringify(input);
    const headers = { 'content-type': 'application/json', [IDENTITY_HEADER]: await signIdentity(key, claims, payload) };
    const { statusCode, body } = await server.inject({ method: 'POST', url: path, payload, headers });
    return {
      statusCode,
      body: JSON.parse(body) as { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] },
    };
  };
  const ask = (query: string, claims?: Partial<IdentityClaims>) =>
    post('/graphql', { query }, gateway, { ...nobody, ...claims });

  it('answers the gateway', async () =>
    expect((await ask('{ open { id } }')).body).toEqual({ data: { open: { id: '1' } } }));

  it.each([
    ['no identity', {}],
    ['an identity that is none', { [IDENTITY_HEADER]: 'x.y.z' }],
  ])('refuses a call with %s before it reads the query', async (_name, headers) => {
    const { statusCode, body } = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: '{"query":"{ __schema { types { name } } }"}',
      headers: { 'content-type': 'application/json', ...headers },
    });
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('refuses a body that was changed on the way', async () => {
    const identity = await signIdentity(gateway, nobody, '{"query":"{ open { id } }"}');
    const { statusCode } = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: '{"query":"{ closed { id } }"}',
      headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: identity },
    });
    expect(statusCode).toBe(401);
  });

  it('refuses another content type, which nobody has signed', async () => {
    const { statusCode } = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: 'query=x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  });

  it('asks anonymous callers to sign in, and tells others that they may not', async () => {
    const code = async (claims: Partial<IdentityClaims>) =>
      (await ask('{ closed { id } }', claims)).body.errors?.[0]?.extensions.code;
    expect(await code({})).toBe('UNAUTHENTICATED');
    expect(await code({ sub: '0198a000-0000-7000-8000-000000000001', roles: ['CITIZEN'] })).toBe('FORBIDDEN');
    expect(await code({ sub: '0198a000-0000-7000-8000-000000000001', roles: ['ADMIN'] })).toBeUndefined();
  });

  it('shows people’s data once it is in the log, and the whole answer not at all when it cannot be', async () => {
    const reader = { sub: randomUUID(), roles: ['OFFICER'] } as const;
    expect((await ask('{ open { id } whose: somebody }', reader)).body.data).toMatchObject({ whose: '홍길동' });
    const subjects = [{ ...SOMEBODY, kinds: ['NAME'] }];
    expect(logged).toEqual([
      { by: reader.sub, operation: 'open,somebody', readings: [{ purpose: 'HANDLING', reason: null, subjects }] },
    ]);
    logIsAway = true;
    const { body } = await ask('{ open { id } whose: somebody }', reader);
    expect(body).toEqual({
      data: null,
      errors: [
        {
          message: 'Internal server error.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
        },
      ],
    });
    expect((await ask('{ open { id } }', reader)).body.data).toEqual({ open: { id: '1' } });
    logIsAway = false;
  });

  it('answers what was asked beside a field that is refused', async () => {
    const { body } = await ask('{ open { id } closed { id } }', {});
    expect(body.data).toEqual({ open: { id: '1' }, closed: null });
  });

  it('masks what went wrong inside, and names the request', async () => {
    const { body } = await ask('mutation { fail(how: "홍길동") { id } }');
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: 'Internal server error.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
      }),
    ]);
  });

  it('says that a value in the text is at fault, as it says it of one among the variables, and not that the text is', async () => {
    const inText = await ask('{ day(on: "tomorrow") }');
    const query = 'query Day($on: LocalDate!) { day(on: $on) }';
    const inVariables = await post('/graphql', { query, variables: { on: 'tomorrow' } });
    for (const { body } of [inText, inVariables]) {
      expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(body.errors![0]!.message).toContain('LocalDate must be a day, such as 2026-11-23');
    }
    expect((await ask('{ nothing }')).body.errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('says that it is away while no connection to its database becomes free', async () => {
    const { body } = await ask('mutation { fail(how: "busy") { id } }');
    expect(body.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', service: 'complaints' } }]);
  });

  it('tells a stale version in the caller’s language', async () => {
    const says = async (lang: 'ko' | 'en') =>
      (await ask('mutation { fail(how: "stale") { id } }', { lang })).body.errors![0]!;
    expect(await says('ko')).toMatchObject({
      message: expect.stringContaining('다른 사람'),
      extensions: { code: 'STALE_VERSION' },
    });
    expect(await says('en')).toMatchObject({
      message: expect.stringContaining('Somebody else'),
      extensions: { code: 'STALE_VERSION' },
    });
  });

  it('resolves entities by their own rule, null where there is nothing to see', async () => {
    const { body } = await ask(
      '{ _entities(representations: [{ __typename: "Thing", id: "mine" }, { __typename: "Thing", id: "other" }]) { ... on Thing { id } } }',
    );
    expect(body.data).toEqual({ _entities: [{ id: 'mine' }, null] });
  });

  it('takes at most 1,000 representations', async () => {
    const representations = Array.from({ length: 1_001 }, () => ({ __typename: 'Thing', id: 'mine' }));
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
    const { body } = await post('/graphql', { query, variables: { representations } });
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('opens internal routes to services alone', async () => {
    const service = { ...nobody, roles: ['SERVICE'] };
    expect((await post('/internal/echo', { a: 1 }, notices, service)).body).toEqual({
      body: { a: 1 },
      from: 'notices',
    });
    expect((await post('/internal/echo', { a: 1 })).statusCode).toBe(403);
    expect((await post('/internal/echo', { a: 1 }, gateway, service)).statusCode).toBe(401);
  });

  it('opens routes for the gateway to it alone, when it speaks for nobody', async () => {
    expect((await post('/internal/door', { a: 1 })).body).toEqual({ body: { a: 1 }, from: 'gateway' });
    const somebody = { ...nobody, sub: '0197a000-0000-7000-8000-000000000001', roles: ['ADMIN'] };
    expect((await post('/internal/door', { a: 1 }, gateway, somebody)).statusCode).toBe(403);
    expect((await post('/internal/door', { a: 1 }, notices, { ...nobody, roles: ['SERVICE'] })).statusCode).toBe(403);
  });

  it('leaves the signals to the runtime, which stops in order', async () => {
    const listening = () => ['SIGTERM', 'SIGINT'].map((signal) => process.listenerCount(signal));
    const before = listening();
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    try {
      const schema = await buildSubgraph({ resolvers: [ThingResolver], references, container });
      const log = createLogger('complaints', 'test', 'silent');
      const other = await createSubgraphServer({
        ...{ service: 'complaints', schema, keys: { keys: [] }, internal: {}, log },
        logReadings: async () => undefined,
        context: (base: RequestContext) => base,
      });
      expect(listening()).toEqual(before);
      await other.close();
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  });

  it('answers malformed JSON with JSON', async () => {
    const payload = '{"query":';
    const headers = {
      'content-type': 'application/json',
      [IDENTITY_HEADER]: await signIdentity(gateway, nobody, payload),
    };
    const { statusCode, body } = await server.inject({ method: 'POST', url: '/graphql', payload, headers });
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});
