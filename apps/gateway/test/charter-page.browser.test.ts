import { existsSync, readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import fastify, { type FastifyInstance } from 'fastify';
import pino from 'pino';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { charterPages } from '../src/pages/route';
import { SNAPSHOT } from './fixtures/open-charter';
import { CORRECTED, OpenCity, PUBLICATION } from './fixtures/open-city';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  '--disable-sync',
];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** One of each kind of page, and what they look like when something is missing. */
const PAGES = [
  ...[
    '',
    '/versions',
    '/versions/3',
    '/scorecards',
    `/scorecards/2026/${SNAPSHOT}`,
    '/departments',
    '/departments/ROADS',
    '/departments/ODD',
    '/surveys',
  ],
  ...[`/surveys/${PUBLICATION}`, `/surveys/${CORRECTED}`, '/improvements', '/nowhere'],
];
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' };
const PHONE: BrowserContextOptions = {
  ...{ viewport: { width: 320, height: 640 }, colorScheme: 'dark', deviceScaleFactor: 2 },
  ...{ isMobile: true, hasTouch: true, reducedMotion: 'reduce' },
};

const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

inBrowser(`the page of the charter in a browser (needs ${CHROMIUM})`, () => {
  const city = new OpenCity();
  let server: FastifyInstance;
  let url: string;
  let browser: Browser;
  const hosts = new Set<string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    server = fastify();
    charterPages(server, {
      ask: city.ask,
      log: pino({ level: 'silent' }),
      now: () => new Date('2026-11-30T01:00:00Z'),
    });
    url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/charter`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** A page of a browser of its own, whose complaints are kept. */
  async function open(options: BrowserContextOptions): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (line) => {
      // That a page does not exist is what one of them is about.
      if (line.type() === 'error' && !/status of 404/.test(line.text())) complaints.push(line.text());
    });
    return page;
  }

  /** What axe finds, by rule and place. */
  async function faultsOf(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = (await page.evaluate(
      'axe.run(document, { resultTypes: ["violations", "incomplete"] })',
    )) as AxeResults;
    const undecided = found.incomplete.filter(({ id }) => id !== 'color-contrast'); // under a picture: told by no axe
    return [...found.violations, ...undecided].flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  describe.each([
    ['a desk, in the light', DESK, ['ko']],
    ['the narrowest phone, in the dark', PHONE, ['ko', 'en']],
  ])('on %s', (_name, options, languages) => {
    let page: Page;
    beforeAll(async () => void (page = await open(options)));
    afterAll(() => page.context().close());

    it.each(languages.flatMap((language) => PAGES.map((path) => `/${language}${path}`)))(
      '%s has no fault, and fits',
      async (path) => {
        await page.goto(url + path);
        await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
        expect(await faultsOf(page)).toEqual([]);
        const [needed, there] = (await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        )) as [number, number];
        expect(needed).toBeLessThanOrEqual(there);
        const levels = (await page.evaluate(
          '[...document.querySelectorAll("h1,h2,h3,h4")].map((one) => Number(one.tagName[1]))',
        )) as number[];
        levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
      },
    );
  });

  it('shows a picture for the width that there is, and one alone to screen readers', async () => {
    const page = await open(DESK);
    await page.goto(`${url}/en`);
    const shown = async () => [
      await page.locator('#trend ~ .wide').isVisible(),
      await page.locator('#trend ~ .narrow').isVisible(),
    ];
    expect(await shown()).toEqual([true, false]);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await shown()).toEqual([false, true]);
    const letters = await page.evaluate('document.querySelector(".narrow text").getBoundingClientRect().height');
    expect(letters).toBeGreaterThan(12);
    await page.context().close();
  });

  it('is walked by keyboard: past the menu, to a table, to another language', async () => {
    const page = await open(DESK);
    await page.goto(`${url}/en/departments/ROADS`);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    expect(await page.locator(':focus').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
    const seen = new Set<string>();
    for (let steps = 0; steps < 60; steps += 1) {
      if ((await page.locator('main :focus').count()) === 0) break;
      const [place, outline] = (await page.evaluate(
        '((at) => [at.getAttribute("aria-labelledby") ?? at.tagName, getComputedStyle(at).outlineWidth])(document.activeElement)',
      )) as [string, string];
      seen.add(place);
      expect([place, outline]).toEqual([place, '3px']);
      if (place === 'SUMMARY') await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    expect([...seen]).toEqual(expect.arrayContaining(['A', 'SUMMARY', 'trend-table', 'own-standards']));
    await page.focus('a.language');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ko/departments/ROADS/2026');
    expect(await page.getAttribute('html', 'lang')).toBe('ko');
    await page.context().close();
  });

  it('is whole without JavaScript, and one gets from page to page', async () => {
    const page = await open({ ...PHONE, javaScriptEnabled: false, locale: 'ko-KR' });
    await page.goto(url);
    expect(await page.textContent('h1')).toBe('부산광역시 행정서비스헌장');
    await page.click('nav >> text=이행실적');
    await page.waitForURL('**/ko/scorecards/2026');
    await page.click('summary >> nth=0');
    expect(await page.isVisible('#trend-table')).toBe(true);
    await page.click('a:text("도로안전과")');
    await page.waitForURL('**/ko/departments/ROADS/2026');
    await page.context().close();
  });

  it('asks no other host, and the page’s policy is never broken', () => {
    expect([...hosts]).toEqual([new URL(url).origin]);
    expect(complaints).toEqual([]);
  });
});
