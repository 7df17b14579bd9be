import type { Browser } from 'playwright-core';
import { CHROMIUM, TEST_MS, Watch, inBrowser, openBrowser } from './fixtures/at-the-playground';
import { type PlaygroundCity, startPlaygroundCity } from './fixtures/playground-city';
import { isAccessible } from './playground/accessible';
import { worksByKeyboard } from './playground/keyboard';

jest.setTimeout(TEST_MS);

inBrowser(`the playground for everybody (needs ${CHROMIUM})`, () => {
  let city: PlaygroundCity;
  let browser: Browser;
  const watch = new Watch();

  beforeAll(async () => {
    city = await startPlaygroundCity();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await city.stop();
  });

  const parts = () => ({ city, browser, watch });
  worksByKeyboard(parts);
  isAccessible(parts);

  it('asked no other host all the while, and the page’s policy was never broken', () => {
    expect([...watch.hosts]).toEqual([city.world.gateway.url]);
    expect(watch.complaints).toEqual([]);
  });
});
