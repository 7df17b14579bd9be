import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { type World, startWorld } from './fixtures/gateway';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const OFFICER = '0197a000-0000-7000-8000-000000000002';

const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

inBrowser(`the playground in a browser (needs ${CHROMIUM})`, () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const hosts = new Set<string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'charter-playground-'));
    const [built, tokens] = [join(folder, 'built'), join(folder, 'stack.json')];
    execFileSync('node', [join(__dirname, '../build/playground.mjs'), built]);
    world = await startWorld({ NODE_ENV: 'development', PLAYGROUND_PATH: built, DEMO_TOKENS_PATH: tokens });
    const citizen = await world.issuer.token();
    const officer = await world.issuer.token({ sub: OFFICER, roles: ['OFFICER'], department: 'D-100' });
    writeFileSync(tokens, JSON.stringify({ tokens: { citizen, officer } }));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    page = await browser.newPage({ locale: 'ko-KR' });
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    const shared = Buffer.from(JSON.stringify({ query: 'query WhoAmI { whoAmI }', variables: '{}' })).toString(
      'base64url',
    );
    await page.goto(`${world.gateway.url}/playground#q=${shared}`);
    await page.waitForSelector('.graphiql-execute-button');
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  const run = async (): Promise<void> => {
    const answered = page.waitForResponse((response) => Boolean(response.request().postData()?.includes('"WhoAmI"')));
    await page.click('.graphiql-execute-button');
    await answered;
    await page.locator('.result-window', { hasText: 'whoAmI' }).waitFor();
  };

  it('opens the query of a shared link beside the examples', async () => {
    await page.waitForSelector('button.graphiql-tab-button:text("WhoAmI")');
    expect(await page.locator('button.graphiql-tab-button').count()).toBeGreaterThan(1);
  });

  it('sends requests as the chosen person', async () => {
    await page.selectOption('#person', 'officer');
    await run();
    expect(world.notices.calls.at(-1)!.caller).toMatchObject({ id: OFFICER, departmentCode: 'D-100', language: 'ko' });
    await page.selectOption('#person', 'anonymous');
    await run();
    expect(world.notices.calls.at(-1)!.caller.id).toBeUndefined();
  });

  it('speaks Korean and English, and asks in that language', async () => {
    expect(await page.textContent('h1')).toContain('부산 행정서비스헌장');
    await page.click('#language');
    expect(await page.textContent('h1')).toContain('Busan Service Charter');
    await run();
    expect(world.notices.calls.at(-1)!.caller.language).toBe('en');
  });

  it('is reached and left by keyboard', async () => {
    await page.focus('#help');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('dialog', 'open')).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await page.locator('#help:focus').count()).toBe(1);
  });

  it('serves nothing but its files', async () => {
    for (const name of ['..%2Fstack.json', '%2e%2e%2fstack.json', '.hidden', 'nothing.js', 'built']) {
      expect((await fetch(`${world.gateway.url}/playground/assets/${name}`)).status).toBe(404);
    }
  });

  it('asks no other host, and the page’s policy is never broken', () => {
    expect([...hosts]).toEqual([world.gateway.url]);
    expect(complaints).toEqual([]);
  });
});
