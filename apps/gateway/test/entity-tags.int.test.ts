import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { request } from 'undici';
import { type World, startWorld } from './fixtures/gateway';

const LONG = '{ complaints(first: 100) { edges { node { id title } } } }';
const GRAPH = `/graphql?query=${encodeURIComponent(LONG)}`;
const WEAK = /^W\/"[\w-]{27}"$/;

describe('what a client may have already', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'charter-pages-')), 'playground');
  const page = '<!doctype html><title>playground</title>'.repeat(50);
  let world: World;
  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), page);
    writeFileSync(join(folder, 'index.html.gz'), gzipSync(page));
    world = await startWorld({ PLAYGROUND_PATH: folder, CORS_ORIGINS: 'https://app.example' });
    world.complaints.cacheControl = 'public, max-age=60';
  });
  afterAll(() => world.stop());

  /** As it comes, without a client that unpacks or keeps. */
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await request(world.gateway.url + path, {
      headers: { 'apollo-require-preflight': '1', 'accept-language': 'en', ...headers },
    });
    const body = Buffer.from(await answer.body.arrayBuffer());
    const header = (name: string): string => String(answer.headers[name]);
    return { status: answer.statusCode, header, body, tag: header('etag') };
  };

  it.each([
    ['an answer of the graph', GRAPH, 'gzip', 'public, max-age=60'],
    ['the page of the playground', '/playground', 'gzip', 'no-cache'],
  ])('is known by one weak tag, packed or not: %s', async (_name, path, encoding, freshness) => {
    const plain = await get(path);
    const packed = await get(path, { 'accept-encoding': encoding });
    expect([plain, packed].map(({ header }) => header('content-encoding'))).toEqual(['undefined', encoding]);
    expect(plain.body.equals(packed.body)).toBe(false);
    expect(plain.tag).toMatch(WEAK);
    expect(packed.tag).toBe(plain.tag);
    for (const { header } of [plain, packed]) {
      expect(header('vary').split(', ')).toContain('accept-encoding');
      expect(header('cache-control')).toBe(freshness);
    }
  });

  it.each([
    ['an answer of the graph', GRAPH],
    ['the page of the playground', '/playground'],
  ])('is not sent again, whatever way its tag is given: %s', async (_name, path) => {
    const { header, tag } = await get(path);
    const opaque = tag.slice(2);
    for (const given of [tag, opaque, '*', `"other", ${tag}`, `W/"other",${opaque}`]) {
      for (const encoding of [undefined, 'gzip, br']) {
        const known = await get(path, { 'if-none-match': given, ...(encoding && { 'accept-encoding': encoding }) });
        expect([given, known.status, known.body.length]).toEqual([given, 304, 0]);
        for (const name of ['etag', 'cache-control', 'vary']) expect(known.header(name)).toBe(header(name));
        for (const name of ['content-encoding', 'content-type']) expect(known.header(name)).toBe('undefined');
      }
    }
    for (const given of ['"other"', `"${opaque.slice(1, -2)}"`, `"x,${opaque.slice(1, -1)},y"`, opaque.slice(1, -1)])
      expect([given, (await get(path, { 'if-none-match': given })).status]).toEqual([given, 200]);
  });

  it('says by which headers an answer of the graph was chosen', async () => {
    const { header } = await get(GRAPH, { origin: 'https://app.example' });
    const names = header('vary')
      .split(', ')
      .map((name) => name.toLowerCase());
    const chosenBy = ['accept', 'accept-encoding', 'accept-language', 'authorization', 'origin', 'x-charter-explain'];
    expect(names.sort()).toEqual(chosenBy);
  });

  it('says so of open data too, which are for other origins', async () => {
    const { header } = await get('/open-data/scorecards/x', { origin: 'https://app.example' });
    expect(header('vary').split(', ').sort()).toEqual(['Origin', 'accept-encoding']);
  });
});
