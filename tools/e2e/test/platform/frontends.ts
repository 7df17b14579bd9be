import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type Page, chromium } from 'playwright-core';
import { eventually } from '@charter/testkit';
import { CHROMIUM, CHROMIUM_FLAGS } from '../../src/browser';
import { REPOSITORY, type RunningStack } from '../../src/running-stack';

const EXAMPLES = join(REPOSITORY, 'libs/client/examples');

/** An example that serves until it is ended. */
interface Served {
  readonly url: string;
  end(): Promise<void>;
}

/** The three example frontends, each started as its page says, against the whole platform. */
export function servesFrontends(running: () => RunningStack): void {
  const environment = () => ({ ...running().environment, PORT: '0' });

  const serve = async (name: string): Promise<Served> => {
    const options = { cwd: REPOSITORY, env: environment(), stdio: ['ignore', 'pipe', 'inherit'] as const };
    const child: ChildProcess = spawn(process.execPath, [join(EXAMPLES, name)], {
      ...options,
      stdio: [...options.stdio],
    });
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await eventually(
      async () => said,
      (text) => text.includes('\n') || child.exitCode !== null,
      30_000,
    );
    return { url: said.trim(), end: () => (child.kill('SIGKILL'), ended) };
  };

  it('files, repeats and looks up with nothing but fetch', async () => {
    const script = join(EXAMPLES, 'plain-fetch/file-a-complaint.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env: environment(), timeout: 60_000 });
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^Filed as \d{4}-\d{6}-\w, due at \d{4}-\d\d-\d\dT.*\+09:00, with 보도\.png\.$/),
      'Sent again: the same complaint.',
      expect.stringMatching(/^Looked up without signing in: (RECEIVED|ASSIGNED)\.$/),
      expect.stringMatching(/^ {2}\d{4}-\d\d-\d\dT\S+ {2}\S/),
    ]);
  });

  it('renders a department’s page on a server, and lets browsers keep it', async () => {
    const { url, end } = await serve('server-side/department-page.mjs');
    try {
      const page = await fetch(url, { headers: { 'accept-language': 'en' } });
      const html = await page.text();
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, expect.stringContaining('public')]);
      expect(html).toMatch(/<html lang="en">.*<h1>[A-Z][^<]+<\/h1>.*<dt>Complaints received this year<\/dt><dd>\d+/s);
      const etag = page.headers.get('etag')!;
      const known = await fetch(url, { headers: { 'accept-language': 'en', 'if-none-match': etag } });
      expect([known.status, await known.text()]).toEqual([304, '']);
      const korean = await fetch(url, { headers: { 'if-none-match': etag } });
      expect([korean.status, await korean.text()]).toEqual([200, expect.stringMatching(/<h1>[가-힣]+/)]);
      expect((await fetch(new URL('/departments/NOWHERE', url))).status).toBe(404);
    } finally {
      await end();
    }
  });

  (CHROMIUM ? describe : describe.skip)('a page in React with urql (needs Chromium)', () => {
    let served: Served;
    let browser: Browser;
    let page: Page;
    const faults: string[] = [];
    beforeAll(async () => {
      served = await serve('react/serve.mjs');
      browser = await chromium.launch({ executablePath: CHROMIUM!, args: CHROMIUM_FLAGS });
      page = await browser.newPage({ locale: 'ko-KR' });
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      await page.goto(served.url);
    });
    afterAll(async () => {
      await browser?.close();
      await served?.end();
    });
    const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
      for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
      await page.click('form button');
    };

    it('shows beside each field what is to be mended, in Korean and in English', async () => {
      await fill({ title: '', body: '시청역 앞', 'petitioner.name': '홍길동', 'petitioner.phone': '010-2345-6781' });
      const fault = page.locator('[id="title-fault"]');
      await fault.filter({ hasText: /[가-힣]/ }).waitFor();
      expect(await page.getAttribute('[name="title"]', 'aria-invalid')).toBe('true');
      expect(await page.getAttribute('[name="body"]', 'aria-invalid')).toBe('false');
      await page.click('#language');
      await page.locator('h1', { hasText: 'File a complaint' }).waitFor();
      await page.click('form button');
      await fault.filter({ hasText: /[a-z]{4}/ }).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe('en');
    });

    it('files the mended complaint once for a double click, and shows when it is due and what became of it', async () => {
      const title = `React ${Date.now()}`;
      await page.fill('[name="title"]', title);
      await page.dblclick('form button');
      await page.locator('h2', { hasText: title }).waitFor({ timeout: 30_000 });
      const due = await page.getAttribute('[data-due]', 'data-due');
      expect(Date.parse(due!)).toBeGreaterThan(Date.now());
      expect(await page.locator('section ol li').count()).toBeGreaterThan(0);
      await page.locator('li button', { hasText: title }).first().waitFor();
      expect(await page.locator('li button', { hasText: title }).count()).toBe(1);
    });

    it('shows more of the list when somebody asks for more, and what is chosen from it', async () => {
      const shown = page.locator('li button');
      const count = await shown.count();
      await page.click('button:text("Show more")');
      await eventually(
        () => shown.count(),
        (now) => now > count,
        20_000,
      );
      const chosen = (await shown.last().textContent())!;
      await shown.last().click();
      await page.locator(`section[aria-label="${chosen.split(' ')[0]}"]`).waitFor();
    });

    it('breaks no policy and throws nothing', () => expect(faults).toEqual([]));
  });
}
