import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { type World, startWorld } from './fixtures/gateway';

const LONG = '{ complaints(first: 100) { edges { node { id title } } } }';
const SHORT = '{ complaint(id: "7") { id } }';

describe('answers to clients', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const ask = async (query: string, encoding?: string): Promise<{ told: unknown; vary: string; body: Buffer }> => {
    const { headers, body } = await request(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(encoding && { 'accept-encoding': encoding }) },
      body: JSON.stringify({ query }),
    });
    return {
      told: headers['content-encoding'],
      vary: String(headers.vary),
      body: Buffer.from(await body.arrayBuffer()),
    };
  };

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('are packed by %s for who asks for it, and caches are told', async (encoding, unpack) => {
    const plain = await ask(LONG);
    const packed = await ask(LONG, encoding);
    expect([plain.told, packed.told]).toEqual([undefined, encoding]);
    expect(packed.vary).toContain('accept-encoding');
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(unpack(packed.body)).toEqual(plain.body);
  });

  it('are left as they are when they are short', async () => {
    const { told, body } = await ask(SHORT, 'gzip, br');
    expect([told, JSON.parse(body.toString())]).toEqual([undefined, { data: { complaint: { id: '7' } } }]);
  });
});
