import type { Browser } from 'playwright-core';
import { AtThePlayground, CHROMIUM, TEST_MS, Watch, inBrowser, openBrowser } from './fixtures/at-the-playground';
import { OFFICER, type PlaygroundCity, startPlaygroundCity } from './fixtures/playground-city';
import { findsInTheDocs } from './playground/docs';
import { keepsHistory } from './playground/history';
import { loadsAtOnce } from './playground/loading';
import { sharesLinks } from './playground/links';
import { tellsTrouble } from './playground/trouble';

const NAMES = 'query Names { departments { code name } }';

jest.setTimeout(TEST_MS);

inBrowser(`the playground in a browser (needs ${CHROMIUM})`, () => {
  let city: PlaygroundCity;
  let browser: Browser;
  let at: AtThePlayground;
  const watch = new Watch();

  beforeAll(async () => {
    city = await startPlaygroundCity();
    browser = await openBrowser();
    at = await AtThePlayground.sit(browser, city.url, {}, watch);
  });
  afterAll(async () => {
    await browser.close();
    await city.stop();
  });

  it('speaks Korean and English, and asks in that language', async () => {
    const { page } = at;
    expect(await page.textContent('h1')).toContain('부산 행정서비스헌장');
    await at.write('query', NAMES);
    await at.run('도로과');
    expect(city.charter.callers.at(-1)!.lang).toBe('ko');
    await page.click('#language');
    expect(await page.textContent('h1')).toContain('Busan Service Charter');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await at.run('도로과');
    expect(city.charter.callers.at(-1)!.lang).toBe('en');
    await page.click('#language');
  });

  it('sends requests as the chosen person', async () => {
    await at.page.selectOption('#person', 'officer');
    await at.run('도로과');
    expect(city.charter.callers.at(-1)).toMatchObject({ sub: OFFICER, dep: 'D-100' });
    await at.page.selectOption('#person', 'anonymous');
    await at.run('도로과');
    expect(city.charter.callers.at(-1)!.sub).toBe('');
  });

  describe('its examples', () => {
    it('open in tabs of their own, called as the example is, for its person', async () => {
      await at.story('FileComplaint');
      expect(await at.tab('FileComplaint').textContent()).toBe('민원 신청');
      expect(await at.page.inputValue('#person')).toBe('citizen');
      await at.sees('query', 'fileComplaint');
      await at.sees('variables', 'STREET_LIGHT');
      await at.story('OfficerInbox');
      expect(await at.page.inputValue('#person')).toBe('officer');
    });

    it('are found as the user left them, after the page was opened anew too', async () => {
      await at.story('FileComplaint');
      await at.write('variables', '{ "input": { "serviceCode": "PARK" } }');
      await at.story('OfficerInbox');
      await at.story('FileComplaint');
      await at.sees('variables', 'PARK');
      expect(await at.tab('FileComplaint').count()).toBe(1);
      await at.reload();
      await at.sees('variables', 'PARK');
      await at.story('OfficerInbox');
      await at.sees('query', 'OfficerInbox');
    });

    it('have underlined what is missing in their variables, and not what has a default', async () => {
      await at.story('FileComplaint');
      await at.write('variables', '{ "input": { "serviceCode": "PARK" } }');
      await at.page.locator('#variables .squiggly-error').first().waitFor();
      await at.page.locator('#variables .view-line span', { hasText: '"input"' }).last().hover();
      const told = at.page.locator('.monaco-hover', { hasText: 'Missing property "title"' });
      await told.waitFor();
      expect(await told.textContent()).not.toContain('visibility');
    });

    it('are restored to what they began with', async () => {
      await at.story('FileComplaint');
      await at.page.click('#restore');
      await at.sees('variables', 'STREET_LIGHT');
      await at.page.locator('#restore').waitFor({ state: 'detached' });
    });

    it('are searched in both languages', async () => {
      await at.panel('examples');
      for (const [text, found] of [
        ['담당자 처리함', 'OfficerInbox'],
        ['inbox', 'OfficerInbox'],
      ] as const) {
        await at.page.fill('#examples-search', text);
        await at.page.locator('[data-story="FileComplaint"]').waitFor({ state: 'detached' });
        expect(await at.page.locator(`[data-story="${found}"]`).count()).toBe(1);
      }
      await at.page.fill('#examples-search', '');
    });
  });

  const parts = () => ({ city, browser, watch });
  loadsAtOnce(parts);
  findsInTheDocs(parts);
  sharesLinks(parts);
  keepsHistory(parts);
  tellsTrouble(parts);

  it('asked no other host all the while, and the page’s policy was never broken', () => {
    expect([...watch.hosts]).toEqual([city.world.gateway.url]);
    expect(watch.complaints).toEqual([]);
  });
});
