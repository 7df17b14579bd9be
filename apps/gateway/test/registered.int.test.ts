import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { eventually } from '@charter/testkit';
import { type Answer, type World, readAnswer, startWorld } from './fixtures/gateway';

const ONE = 'query One($id: ID!) { complaint(id: $id) { title } }';
const LATER = 'query Later { complaints(first: 1) { edges { node { id } } } }';
const FREE = '{ complaint(id: "1") { id } }';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (text: string): object => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

describe('registered operations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-registered-'));
  writeFileSync(join(folder, 'site-1.json'), JSON.stringify({ [sha256(ONE)]: ONE }));
  afterAll(() => rmSync(folder, { recursive: true }));

  const post = async ({ gateway }: World, body: object, token?: string): Promise<Answer> =>
    readAnswer(
      await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json', 'accept-language': 'en' },
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      }),
    );
  const refusal = ({ status, errors, data }: Answer) => [status, errors?.map((e) => e.extensions.code), data];
  const NOT_REGISTERED = [400, ['OPERATION_NOT_REGISTERED'], undefined];

  describe('beside others', () => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld({ TRUSTED_DOCUMENTS: 'also', TRUSTED_DOCUMENTS_PATH: folder });
    });
    afterAll(() => world.stop());

    it('run by their id, over POST and GET', async () => {
      const variables = { id: '7' };
      const expected = { complaint: { title: '민원 7' } };
      for (const body of [
        { documentId: sha256(ONE), variables },
        { documentId: `sha256:${sha256(ONE)}`, variables },
        { extensions: persisted(ONE), variables },
      ]) {
        expect((await post(world, body)).data).toEqual(expected);
      }
      const query = new URLSearchParams({ documentId: sha256(ONE), variables: JSON.stringify(variables) });
      const got = await fetch(`${world.gateway.url}/graphql?${query}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      expect((await readAnswer(got)).data).toEqual(expected);
    });

    it('leave others as they are', async () => {
      expect((await post(world, { query: FREE })).data).toEqual({ complaint: { id: '1' } });
      const unknown = await post(world, { extensions: persisted(FREE) });
      expect(unknown.errors![0]!.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
      expect((await post(world, { query: FREE, extensions: persisted(FREE) })).data).toEqual({
        complaint: { id: '1' },
      });
      expect((await post(world, { extensions: persisted(FREE) })).data).toEqual({ complaint: { id: '1' } });
    });

    it('are named in the answer when there is none of that id', async () => {
      const answer = await post(world, { documentId: 'nobody-knows' });
      expect(refusal(answer)).toEqual(NOT_REGISTERED);
      expect(answer.errors![0]!.message).toContain('documentId');
      expect(refusal(await post(world, { documentId: '__proto__' }))).toEqual(NOT_REGISTERED);
    });
  });

  describe('alone', () => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld({ TRUSTED_DOCUMENTS: 'only', TRUSTED_DOCUMENTS_PATH: folder });
    });
    afterAll(() => world.stop());

    it('run, by id, hash or their very text; nothing else does, and nothing is kept', async () => {
      const variables = { id: '7' };
      for (const body of [{ documentId: sha256(ONE) }, { query: ONE }, { query: ONE, extensions: persisted(ONE) }]) {
        expect((await post(world, { ...body, variables })).data).toEqual({ complaint: { title: '민원 7' } });
      }
      world.complaints.calls.length = 0;
      const citizen = await world.issuer.token();
      for (const body of [
        { query: FREE },
        { query: `${ONE} ` },
        { query: FREE, extensions: persisted(FREE) },
        { extensions: persisted(FREE) },
        { query: FREE, extensions: persisted(ONE) },
        { query: getIntrospectionQuery() },
        {},
      ]) {
        expect(refusal(await post(world, body))).toEqual(NOT_REGISTERED);
        expect(refusal(await post(world, body, citizen))).toEqual(NOT_REGISTERED);
      }
      expect(world.complaints.calls).toHaveLength(0);
    });

    it('do not bind administrators, who look for what is wrong', async () => {
      const admin = await world.issuer.token({ roles: ['ADMIN'] });
      expect((await post(world, { query: FREE }, admin)).data).toEqual({ complaint: { id: '1' } });
    });

    it('are taken from a new manifest without a restart, ready to run', async () => {
      expect(refusal(await post(world, { documentId: sha256(LATER) }))).toEqual(NOT_REGISTERED);
      writeFileSync(
        join(folder, 'site-2.json'),
        JSON.stringify({ [sha256(LATER)]: LATER, gone: 'query Gone { away }' }),
      );
      const { data } = await eventually(
        () => post(world, { documentId: sha256(LATER) }),
        (answer) => answer.data !== undefined,
      );
      expect(data).toEqual({ complaints: { edges: [{ node: { id: '0' } }] } });
      await eventually(
        async () => world.log.join(''),
        (log) => log.includes('"operations":3,"unfit":1'),
      );
      writeFileSync(join(folder, 'site-3.json'), '{');
      await eventually(
        async () => world.log.join(''),
        (log) => log.includes('registered operations refused'),
      );
      expect((await post(world, { documentId: sha256(LATER) })).data).toBeDefined();
      rmSync(join(folder, 'site-3.json'));
    });
  });
});

describe('introspection by role', () => {
  it('is for those whom the setting names', async () => {
    const world = await startWorld({ INTROSPECTION_ROLES: 'OFFICER,ADMIN' });
    const ask = async (roles: string[]) =>
      world.ask('{ __schema { queryType { name } } }', { token: await world.issuer.token({ roles }) });
    expect((await ask(['OFFICER'])).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const refused = await ask(['CITIZEN']);
    expect([refused.status, refused.errors![0]!.extensions]).toEqual([403, { code: 'FORBIDDEN' }]);
    expect((await world.ask('{ __schema { queryType { name } } }')).status).toBe(401);
    await world.stop();
  });
});
