import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CharterClient, type ClientOptions, Tokens, type TypedDocument, missingAt } from '@charter/client';
import { CITIZEN } from './fixtures/issuer';
import { type World, startWorld } from './fixtures/gateway';

type None = Record<string, never>;
/** A document as codegen writes it, for the small schema of the test city. */
const doc = <Data, Variables = None>(text: string): TypedDocument<Data, Variables> => ({
  toString: () => text,
  __meta__: { hash: `sha256:${createHash('sha256').update(text).digest('hex')}` },
});
const ME = doc<{ me: { id: string } | null }>('query Me { me { id } }');
const TITLE = doc<{ complaint: { title: string } | null }>('query Title { complaint(id: "1") { title } }');
const WHOLE = doc<{ complaint: { title: string; notices: { text: string }[] | null } | null }>(
  'query Whole { complaint(id: "1") { title notices { text } } }',
);
describe('the client library and the gateway', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'charter-manifest-'));
    const manifest = join(folder, 'persisted-documents.json');
    writeFileSync(manifest, JSON.stringify({ [String(TITLE.__meta__!.hash)]: TITLE.toString() }));
    world = await startWorld({ TRUSTED_DOCUMENTS: 'also', TRUSTED_DOCUMENTS_PATH: manifest });
  });
  afterAll(async () => {
    await world.stop();
    rmSync(folder, { recursive: true });
  });
  const client = (options: Partial<ClientOptions> = {}) =>
    new CharterClient({ endpoint: `${world.gateway.url}/graphql`, language: 'en', ...options });
  const signedIn = async (options: Partial<ClientOptions> = {}) => {
    const [load, fresh] = [await world.issuer.token({}, { expires: '-5m' }), await world.issuer.token()];
    return client({ tokens: new Tokens({ load: () => load, refresh: () => fresh }), ...options });
  };

  it('gets over an expired token by refreshing it, and is signed out for good', async () => {
    const citizen = await signedIn();
    expect(await citizen.execute(ME)).toMatchObject({ kind: 'complete', data: { me: { id: CITIZEN } } });
    expect(await citizen.logout()).toBeUndefined();
    expect(await client().execute(ME)).toMatchObject({ kind: 'complete', data: { me: null } });
  });

  it('has its request id in the gateway’s log, and its language at the services', async () => {
    await client({ language: 'ko' }).execute(WHOLE, {}, { requestId: 'kit-test-0001' });
    expect(world.log.some((line) => line.includes('kit-test-0001'))).toBe(true);
    expect(world.notices.calls.at(-1)!.caller.language).toBe('ko');
  });

  it('has what there is while a service is away, and knows what is missing', async () => {
    await world.notices.stop();
    try {
      const result = await client().execute(WHOLE);
      expect(result).toMatchObject({ kind: 'partial', data: { complaint: { title: '민원 1', notices: null } } });
      expect(missingAt(result, 'complaint.notices')).toMatchObject({ code: 'SERVICE_UNAVAILABLE', service: 'notices' });
    } finally {
      await world.notices.start();
    }
  });

  it('sends a hash, and the text once; by GET for what everybody sees', async () => {
    const sent: string[] = [];
    const recording: typeof fetch = (input, init) => {
      const asked = decodeURIComponent(`${String(input)} ${String(init?.body ?? '')}`);
      sent.push(`${init?.method ?? 'GET'} ${asked.includes('complaint(') ? 'text' : 'hash'}`);
      return fetch(input, init);
    };
    const persisting = client({ persisted: 'apq', fetch: recording });
    const known = doc<object>('query Known { complaint(id: "2") { title } }');
    for (const cacheable of [false, false, true])
      expect(await persisting.execute(known, {}, { cacheable })).toMatchObject({ kind: 'complete' });
    expect(sent).toEqual(['POST hash', 'POST text', 'POST hash', 'GET hash']);
  });

  it('runs a registered operation by its key, and hears when a key is not registered', async () => {
    const trusting = client({ persisted: 'trusted' });
    expect(await trusting.execute(TITLE)).toMatchObject({ kind: 'complete', data: { complaint: { title: '민원 1' } } });
    expect(await trusting.execute(ME)).toMatchObject({ failure: { code: 'OPERATION_NOT_REGISTERED' } });
  });

  it('tells what the gateway refuses', async () => {
    const wrong = await client().execute(doc<object>('query Wrong { nothing }'));
    expect(wrong).toMatchObject({ kind: 'failed', failure: { code: 'GRAPHQL_VALIDATION_FAILED' } });
    const failing = (how: string) => client().execute(doc<object>(`query Fail { fail(how: "${how}") }`));
    expect(await failing('forbidden')).toMatchObject({ failure: { code: 'FORBIDDEN', path: 'fail' } });
    const masked = await failing('sql');
    expect(masked).toMatchObject({ failure: { code: 'INTERNAL_SERVER_ERROR', requestId: masked.requestId } });
    expect(world.log.some((line) => line.includes(masked.requestId))).toBe(true);
  });
});
