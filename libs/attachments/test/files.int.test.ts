import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';
import { FakeClock } from '@charter/testkit';
import type { AttachmentFiles, UploadTarget } from '../src/files/attachment-files';
import { FolderFiles } from '../src/files/folder-files';
import { folderRoutes } from '../src/files/folder-routes';
import { S3Files } from '../src/files/s3-files';
import { SignedAddresses } from '../src/files/signed-address';
import { FakeS3 } from '../testing/fake-s3';

const clock = new FakeClock(new Date());
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
const minutes = (count: number) => new Date(clock.now().getTime() + count * 60_000);

interface Place {
  readonly files: AttachmentFiles;
  close(): Promise<void>;
}

async function inFolder(): Promise<Place & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'charter-files-'));
  const server = fastify({ forceCloseConnections: true });
  const base = 'http://127.0.0.1';
  let url = base;
  const addresses = { current: new SignedAddresses(base, 'secret', 'attachments') };
  const proxy = {
    kind: 'attachments',
    make: (...given: Parameters<SignedAddresses['make']>) => addresses.current.make(...given),
    read: (...given: Parameters<SignedAddresses['read']>) => addresses.current.read(...given),
  } as SignedAddresses;
  const files = new FolderFiles(folder, proxy);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, body, done) => done(null, body));
  folderRoutes(files, proxy, clock)(server);
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  addresses.current = new SignedAddresses(url, 'secret', 'attachments');
  return {
    files,
    folder,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function inStore(): Promise<Place> {
  const store = new FakeS3();
  store.now = clock.now;
  const endpoint = await store.start();
  const files = new S3Files({ ...store.key, endpoint, publicEndpoint: endpoint, bucket: store.bucket }, clock);
  return { files, close: async () => void (await store.stop()) };
}

const put = async ({ url, headers }: UploadTarget, body: string): Promise<number> =>
  (await fetch(url, { method: 'PUT', headers, body })).status;

describe.each([
  ['a folder', inFolder],
  ['an S3-compatible store', inStore],
])('attachments in %s', (_name, open) => {
  let place: Place;
  let files: AttachmentFiles;
  beforeAll(async () => {
    place = await open();
    files = place.files;
  });
  afterAll(() => place.close());
  beforeEach(() => clock.set(new Date()));

  const target = (content: string, id: string = randomUUID()) => {
    const upload = { id, bytes: Buffer.byteLength(content), sha256: sha256(content), until: minutes(15) };
    return { id, ...files.uploadTarget(upload, clock.now()) };
  };
  const keep = async (content: string): Promise<string> => {
    const { id, ...to } = target(content);
    expect(await put(to, content)).toBe(200);
    const arrived = await files.arrived(id);
    arrived!.content.destroy();
    await files.keep(id, arrived!.mark);
    return id;
  };
  const fetched = (id: string, name = '현장 사진 (1).jpg') =>
    fetch(files.downloadUrl({ id, name, type: 'image/jpeg', until: minutes(5) }, clock.now()));

  it('go the whole way: sent, read, kept, fetched under their name, removed', async () => {
    const { id, ...to } = target('내용');
    expect(await files.arrived(id)).toBeUndefined();
    expect(await put(to, '내용')).toBe(200);
    const arrived = await files.arrived(id);
    expect(await text(arrived!.content)).toBe('내용');
    expect(await files.read(id)).toBeUndefined();
    await files.keep(id, arrived!.mark);
    await files.keep(id, arrived!.mark); // twice is as good as once
    expect(await files.arrived(id)).toBeUndefined();
    expect(await text((await files.read(id))!)).toBe('내용');
    const answer = await fetched(id);
    expect([answer.status, await answer.text()]).toEqual([200, '내용']);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%ED%98%84%EC%9E%A5%20%EC%82%AC%EC%A7%84%20%281%29.jpg",
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    await files.remove(id);
    await files.remove(id);
    expect(await files.read(id)).toBeUndefined();
    expect((await fetched(id)).status).toBe(404);
  });

  it('are not given out before they were checked', async () => {
    const { id, ...to } = target('아직');
    await put(to, '아직');
    expect((await fetched(id)).status).toBe(404);
  });

  it.each([
    ['longer than announced', '내용과 더'],
    ['shorter than announced', '내'],
    ['another of the same length', '냐용'],
    ['nothing', ''],
  ])('are refused when what comes is %s', async (_what, content) => {
    const { id, ...to } = target('내용');
    expect(await put(to, content)).toBeGreaterThanOrEqual(400);
    expect(await files.arrived(id)).toBeUndefined();
    expect(await put(to, '내용')).toBe(200); // and can be sent again as they should be
  });

  it.each<[string, (url: URL, other: string) => void]>([
    ['another file', (url, other) => void (url.pathname = url.pathname.replace(/[^/]+$/, other))],
    ['a signature that was edited', (url) => edit(url, /signature$/i, (value) => `${value.slice(0, -2)}00`)],
    ['no signature', (url) => edit(url, /signature$/i, () => undefined)],
    ['a later end', (url) => edit(url, /^(until|X-Amz-Expires)$/, (value) => String(Number(value) + 3_600))],
  ])('are refused by an address of %s', async (_what, change) => {
    const { id, ...to } = target('내용');
    const url = new URL(to.url);
    const other = randomUUID();
    change(url, other);
    expect(await put({ ...to, url: url.toString() }, '내용')).toBe(403);
    for (const each of [id, other]) expect(await files.arrived(each)).toBeUndefined();
  });

  it('are refused by an address that has expired, and taken to its last second', async () => {
    const { id, ...to } = target('내용');
    clock.advance(15 * 60_000 + 1_000);
    expect(await put(to, '내용')).toBe(403);
    expect(await files.arrived(id)).toBeUndefined();
    clock.advance(-2_000);
    expect(await put(to, '내용')).toBe(200);
  });

  it('are not fetched by an edited or expired address, nor by one made for sending', async () => {
    const id = await keep('내용');
    const url = new URL(files.downloadUrl({ id, name: 'a.txt', type: 'text/plain', until: minutes(5) }, clock.now()));
    for (const name of ['name', 'response-content-disposition', 'type', 'response-content-type']) {
      const edited = new URL(url);
      if (edited.searchParams.has(name)) edited.searchParams.set(name, 'text/html');
      expect((await fetch(edited)).status).toBe(edited.href === url.href ? 200 : 403);
    }
    expect((await fetch(target('내용', id).url)).status).toBe(403);
    clock.advance(5 * 60_000 + 1_000);
    expect((await fetch(url)).status).toBe(403);
  });

  it('stay what was checked when something comes again', async () => {
    const { id, ...to } = target('내용');
    await put(to, '내용');
    const arrived = await files.arrived(id);
    arrived!.content.destroy();
    await files.keep(id, arrived!.mark);
    expect(await put(to, '내용')).toBe(200);
    expect(await put(to, '다른')).toBeGreaterThanOrEqual(400);
    await files.discardArrived(id);
    expect(await text((await files.read(id))!)).toBe('내용');
  });

  it('are one file when two send it at once, and kept once when two keep it at once', async () => {
    const content = 'x'.repeat(300_000);
    const { id, ...to } = target(content);
    expect(await Promise.all(Array.from({ length: 4 }, () => put(to, content)))).toEqual([200, 200, 200, 200]);
    const arrived = await Promise.all([files.arrived(id), files.arrived(id)]);
    arrived.forEach((each) => each!.content.destroy());
    await Promise.all(arrived.map((each) => files.keep(id, each!.mark)));
    expect((await text((await files.read(id))!)).length).toBe(content.length);
  });

  it('cannot be kept when nothing has arrived', async () => {
    await expect(files.keep(randomUUID(), 'mark')).rejects.toThrow();
  });
});

const edit = (url: URL, name: RegExp, change: (value: string) => string | undefined): void => {
  const key = [...url.searchParams.keys()].find((each) => name.test(each))!;
  const value = change(url.searchParams.get(key)!);
  if (value === undefined) url.searchParams.delete(key);
  else url.searchParams.set(key, value);
};

describe('a folder', () => {
  let place: Awaited<ReturnType<typeof inFolder>>;
  beforeAll(async () => void (place = await inFolder()));
  afterAll(() => place.close());

  /** Sends headers and as much of a body as it is told to. @returns the status, or the error of a cut connection */
  const send = (url: string, headers: Record<string, string | number>, body: string, end: boolean) =>
    new Promise<number | string>((resolve) => {
      const sent = request(url, { method: 'PUT', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      sent.on('error', ({ message }) => resolve(message));
      sent.write(body);
      if (end) sent.end();
      else setTimeout(() => sent.destroy(), 200);
    });
  const target = (content: string) => {
    const id = randomUUID();
    const upload = { id, bytes: Buffer.byteLength(content), sha256: sha256(content), until: minutes(15) };
    return { id, url: place.files.uploadTarget(upload, clock.now()).url };
  };

  it('answers before it reads a body that nobody signed for, or of another length than was signed', async () => {
    clock.set(new Date());
    const { url } = target('내용');
    expect(await send(`${url}0`, { 'content-length': 6 }, '내', false)).toBe(403);
    expect(await send(url, { 'content-length': 10_000_000 }, '내', false)).toBe(400);
    expect(await send(url, { 'transfer-encoding': 'chunked' }, '내용', true)).toBe(400);
  });

  it('tells the gateway before a body comes whether it would be taken', async () => {
    const { url } = target('내용');
    const ask = async (to: string, length: number) =>
      (await fetch(to, { method: 'HEAD', headers: { 'x-upload-length': String(length) } })).status;
    expect(await ask(url, 6)).toBe(200);
    expect(await ask(url, 7)).toBe(400);
    expect(await ask(`${url}0`, 6)).toBe(403);
    clock.advance(16 * 60_000);
    expect(await ask(url, 6)).toBe(403);
    clock.set(new Date());
  });

  it('keeps nothing of a content that was cut off', async () => {
    const { id, url } = target('내용이 길다');
    await send(url, { 'content-length': Buffer.byteLength('내용이 길다') }, '내용', false);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await place.files.arrived(id)).toBeUndefined();
    const left = join(place.folder, 'arrived', id);
    expect(existsSync(left) ? readdirSync(left) : []).toEqual([]);
  });

  it('knows no file beside its own, whatever stands in the address', async () => {
    const { origin } = new URL(target('x').url);
    for (const path of ['..%2f..%2fetc%2fpasswd', 'kept', 'x'.repeat(36)])
      expect((await fetch(`${origin}/attachments/${path}?until=9999999999&signature=x`)).status).toBe(403);
  });
});
