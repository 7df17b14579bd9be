import 'reflect-metadata';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { Arg, Directive, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import {
  IDENTITY_HEADER,
  type IdentityClaims,
  NotPublic,
  Public,
  PublicFor,
  PublicWithin,
  type RequestContext,
  type SigningKey,
  buildSubgraph,
  createLogger,
  createSubgraphServer,
  printSubgraph,
  readSigningKey,
  signIdentity,
} from '../src';

@PublicWithin()
@ObjectType({ description: 'A text.' })
class Text {
  @Field(() => String, { description: 'In Korean.' })
  ko: string;
}

@ObjectType({ description: 'Something that is not published.' })
class Draft {
  @Field(() => String, { description: 'In Korean.' })
  ko: string;
}

@PublicFor(60)
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Something published.' })
class Page {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Text, { description: 'What it says.' })
  text: Text;

  @NotPublic()
  @Field(() => String, { nullable: true, description: 'Who reads it now.' })
  reader: string | null;

  @Field(() => Draft, { nullable: true, description: 'What it will say.' })
  draft: Draft | null;
}

const page = (id: string, length = 1): Page => ({
  id,
  text: { ko: '가'.repeat(length) },
  reader: 'x',
  draft: { ko: 'y' },
});

@Resolver(() => Page)
class PageResolver {
  @Public()
  @Query(() => [Page], { nullable: true, description: 'All of them.' })
  pages(@Arg('length', () => Int, { defaultValue: 1, description: 'How long.' }) length: number): Page[] {
    return [page('1', length)];
  }

  @Public()
  @Query(() => Page, { nullable: true, description: 'Fails.' })
  broken(): Page {
    throw new Error('broken');
  }

  @Public()
  @PublicFor(5)
  @Query(() => Int, { nullable: true, description: 'How many.' })
  count(): number {
    return 1;
  }

  @Public()
  @Mutation(() => Draft, { description: 'Writes one.' })
  write(): Draft {
    return { ko: '' };
  }
}

describe('what a subgraph says about who may be given an answer again', () => {
  let server: FastifyInstance;
  let key: SigningKey;
  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    key = await readSigningKey({ ...(await exportJWK(privateKey)), kid: 'gateway' });
    server = await createSubgraphServer<RequestContext>({
      service: 'charter',
      schema: await schema(),
      keys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'gateway' }] },
      context: (base) => base,
      internal: {},
      logReadings: async () => undefined,
      log: createLogger('charter', 'test', 'silent'),
    });
  });
  afterAll(() => server.close());

  const schema = () =>
    buildSubgraph<RequestContext>({
      resolvers: [PageResolver],
      references: { Page: ({ id }: { id: string }) => page(id) },
      container: { get: () => new PageResolver() },
    });
  const ask = async (query: string, claims: Partial<IdentityClaims> = {}, headers: Record<string, string> = {}) => {
    const payload = JSON.stringify({ query });
    const identity = await signIdentity(key, { aud: 'charter', roles: [], rid: 'r', lang: 'ko', ...claims }, payload);
    return server.inject({
      method: 'POST',
      url: '/graphql',
      payload,
      headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: identity, ...headers },
    });
  };
  const said = async (query: string, claims?: Partial<IdentityClaims>) =>
    (await ask(query, claims)).headers['cache-control'];
  const entity = (fields: string) =>
    `{ _entities(representations: [{ __typename: "Page", id: "1" }]) { ... on Page { ${fields} } } }`;

  it.each([
    ['published things', '{ pages { id text { ko } } }', 'max-age=60, public'],
    ['the shortest time of all', '{ pages { id } count }', 'max-age=5, public'],
    ['references to them', entity('id text { ko }'), 'max-age=60, public'],
    ['a field that is taken out', '{ pages { id reader } }', undefined],
    ['a type without a mark inside', '{ pages { id draft { ko } } }', undefined],
    ['the same by reference', entity('draft { ko }'), undefined],
    ['an answer with errors', '{ pages { id } broken { id } }', undefined],
    ['what is written', 'mutation { write { ko } }', undefined],
    ['nothing', '{ __typename }', undefined],
  ])('%s', async (_name, query, expected) => expect(await said(query)).toBe(expected));

  it.each([
    ['somebody', { sub: '0198a000-0000-7000-8000-000000000001', roles: ['CITIZEN'] }],
    ['somebody without a role', { sub: '0198a000-0000-7000-8000-000000000001' }],
    ['a role', { roles: ['ADMIN'] }],
  ])('nothing to %s, whatever they ask', async (_name, claims) =>
    expect(await said('{ pages { id text { ko } } }', claims)).toBeUndefined(),
  );

  it('is in the schema that is composed, without a word to clients about scopes', async () => {
    const sdl = printSubgraph(await schema());
    expect(sdl).toMatch(/type Page\s+@cacheControl\(maxAge: 60\)\s+@key\(fields: "id"\)/);
    expect(sdl).not.toContain('CacheControlScope');
  });

  it('is packed where the gateway asks for it and it is worth it', async () => {
    const long = await ask('{ pages(length: 5000) { text { ko } } }', {}, { 'accept-encoding': 'gzip' });
    expect(long.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(long.rawPayload).toString())).toMatchObject({
      data: { pages: [{ text: { ko: '가'.repeat(5_000) } }] },
    });
    const short = await ask('{ pages { id } }', {}, { 'accept-encoding': 'gzip' });
    expect(short.headers['content-encoding']).toBeUndefined();
    const unasked = await ask('{ pages(length: 5000) { text { ko } } }');
    expect(unasked.headers['content-encoding']).toBeUndefined();
  });
});
