import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Browser, type Page, chromium } from 'playwright-core';
import { type TestServer, startServer } from './fixtures/server';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const BYTES = 3_000_000;

(existsSync(CHROMIUM) ? describe : describe.skip)(
  `the package in a browser, as it is built (needs ${CHROMIUM})`,
  () => {
    let folder: string;
    let server: TestServer;
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'charter-client-'));
      execFileSync(process.execPath, [join(__dirname, '../build/build.mjs'), folder]);
      server = await startServer();
      const uploadUrl = `${server.url}/attachments/a-1`;
      const payload = {
        attachmentId: 'a-1',
        uploadUrl,
        headers: [],
        expiresAt: '',
        maxBytes: 9,
        maxCount: 5,
        errors: [],
      };
      server.always = ({ method, url, body }) => {
        if (url === '/') return { body: '<!doctype html><title>page</title>' };
        if (url.endsWith('.mjs')) {
          return { headers: { 'content-type': 'text/javascript' }, body: readFileSync(join(folder, url), 'utf8') };
        }
        if (method === 'PUT') return { body: {} };
        if (body.includes('query Me')) return { body: { data: { me: { id: 'c1', name: '홍길동' } } } };
        if (body.includes('requestAttachmentUpload')) return { body: { data: { requestAttachmentUpload: payload } } };
        return { body: { data: { completeAttachmentUpload: { attachment: { id: 'a-1' }, errors: [] } } } };
      };
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
      page = await browser.newPage();
      await page.goto(server.url);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Runs in the page. `kit` and `documents` are the package’s modules. */
    const inPage = (body: string): Promise<unknown> =>
      page.evaluate(
        `Promise.all([import('/index.mjs'), import('/documents.mjs')]).then(async ([kit, documents]) => { ${body} })`,
      );

    it('asks an endpoint beside the page', async () => {
      const result = await inPage(`
      const client = new kit.CharterClient({ endpoint: '/graphql' });
      return client.execute(documents.MeDocument, {});`);
      expect(result).toMatchObject({ kind: 'complete', data: { me: { name: '홍길동' } } });
    });

    it('sends a file, and tells how far it is while it leaves', async () => {
      const { result, progress } = (await inPage(`
      const progress = [];
      const client = new kit.CharterClient({ endpoint: '/graphql' });
      const content = new Blob(['%PDF-1.7', new Uint8Array(${BYTES})]);
      const result = await kit.uploadFile(client, { name: 'a.pdf', content }, { onProgress: (...bytes) => progress.push(bytes) });
      return { result, progress };`)) as { result: object; progress: number[][] };
      expect(result).toMatchObject({ kind: 'complete', data: { id: 'a-1' } });
      expect(progress.at(-1)).toEqual([BYTES + 8, BYTES + 8]);
      expect(server.requests.find(({ method }) => method === 'PUT')!.body).toHaveLength(BYTES + 8);
    });

    it('stops sending a file when it is aborted', async () => {
      const { always } = server;
      server.always = (request) => (request.method === 'PUT' ? 'hang' : always(request));
      const said = await inPage(`
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('left the page')), 200);
      const client = new kit.CharterClient({ endpoint: '/graphql' });
      const file = { name: 'a.txt', content: new Blob(['text']) };
      return kit.uploadFile(client, file, { signal: controller.signal }).catch((error) => error.message);`);
      expect(said).toBe('left the page');
    });
  },
);
