import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { publicErrorCode } from '../../test/fixtures/public-error-code';
import { RegisteredOnly } from './registered-only';
import { TrustedDocuments } from './trusted-documents';

const ME = 'query Me { me { id } }';
const TITLES = 'query Titles { complaints { edges { node { title } } } }';
const hash = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex');

describe('registered operations', () => {
  let folder: string;
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const write = (name: string, manifest: object | string) =>
    writeFileSync(join(folder, name), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  const opened = async () => {
    const documents = new TrustedDocuments({ paths: [folder], log });
    await documents.load();
    return documents;
  };
  beforeEach(() => {
    lines.length = 0;
    folder = mkdtempSync(join(tmpdir(), 'charter-manifest-'));
    write('one.json', { [hash(ME)]: ME });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are known by their hash, with its name or without, and by their text', async () => {
    write('two.json', { [`sha1:${hash(TITLES, 'sha1')}`]: TITLES, 'mobile-7:titles': TITLES });
    const documents = await opened();
    for (const id of [hash(ME), `sha256:${hash(ME)}`]) expect(documents.textOf(id)).toBe(ME);
    for (const id of [hash(TITLES, 'sha1'), 'mobile-7:titles']) expect(documents.textOf(id)).toBe(TITLES);
    expect(documents.textOf(hash(TITLES))).toBeUndefined();
    expect([documents.has(ME), documents.has(`${ME} `)]).toEqual([true, false]);
    for (const odd of ['__proto__', 'constructor', '']) expect(documents.textOf(odd)).toBeUndefined();
  });

  it.each([
    ['what is not JSON', '{', /is not JSON/],
    ['what is no manifest', ['query { me }'], /is no manifest/],
    ['a hash of another text', { [hash(ME)]: TITLES }, /is not the sha256 of its text/],
    ['a text that is no GraphQL', { [hash('query {')]: 'query {' }, /is no GraphQL/],
  ])('are not read from %s', async (_what, manifest, message) => {
    write('bad.json', manifest);
    await expect(opened()).rejects.toThrow(message);
  });

  it('have one text for an id', async () => {
    write('two.json', { titles: TITLES });
    write('three.json', { titles: ME });
    await expect(opened()).rejects.toThrow(/another text/);
  });

  it('are taken anew when a file comes, and stay as they are when a bad one does', async () => {
    const documents = await opened();
    const handed: number[] = [];
    documents.onChange(({ size }) => handed.push(size));
    await documents.runOnce();
    write('two.json', { titles: TITLES });
    await documents.runOnce();
    expect(documents.textOf('titles')).toBe(TITLES);
    write('three.json', '{');
    await documents.runOnce();
    await documents.runOnce();
    expect(documents.textOf('titles')).toBe(TITLES);
    expect(handed).toEqual([1, 2]);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'new registered operations taken',
      'registered operations refused: those known so far stay',
    ]);
  });

  describe('decide what may run', () => {
    const admin = { id: '0197a000-0000-7000-8000-000000000001', roles: ['ADMIN'] as const };
    const citizen = { id: '0197a000-0000-7000-8000-000000000002', roles: ['CITIZEN'] as const };
    const door = async (mode: 'off' | 'also' | 'only') =>
      new RegisteredOnly({ mode, documents: await opened(), exempt: ['ADMIN'] });
    const code = 'OPERATION_NOT_REGISTERED';

    it('off: nothing is known by an id', async () => {
      const off = await door('off');
      expect(off.textFor({ query: TITLES }, undefined, 'en')).toBeUndefined();
      expect(publicErrorCode(() => off.textFor({ documentId: hash(ME) }, undefined, 'en'))).toBe(code);
    });

    it('also: registered ones by their id, and any other', async () => {
      const also = await door('also');
      expect(also.textFor({ documentId: hash(ME) }, undefined, 'en')).toBe(ME);
      expect(also.textFor({ sha256: hash(ME) }, undefined, 'en')).toBe(ME);
      expect(also.textFor({ query: TITLES }, undefined, 'en')).toBeUndefined();
      expect(also.textFor({ sha256: hash(TITLES) }, undefined, 'en')).toBeUndefined();
      expect(publicErrorCode(() => also.textFor({ documentId: 'nope' }, undefined, 'en'))).toBe(code);
    });

    it('only: nothing else, except for those who are exempt', async () => {
      const only = await door('only');
      expect(only.textFor({ documentId: hash(ME) }, citizen, 'en')).toBe(ME);
      expect(only.textFor({ query: ME, sha256: hash(ME) }, citizen, 'en')).toBe(ME);
      expect(only.textFor({ query: ME }, citizen, 'en')).toBeUndefined();
      for (const asked of [
        { query: TITLES },
        { query: `${ME} ` },
        { query: TITLES, sha256: hash(TITLES) },
        { query: TITLES, sha256: hash(ME) },
        { sha256: hash(TITLES) },
        {},
      ]) {
        expect(publicErrorCode(() => only.textFor(asked, citizen, 'en'))).toBe(code);
      }
      expect(only.textFor({ query: TITLES }, admin, 'en')).toBeUndefined();
      expect([only.isFreeFor(undefined), only.isFreeFor(citizen), only.isFreeFor(admin)]).toEqual([false, false, true]);
    });
  });
});
