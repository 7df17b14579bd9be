import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions } from 'playwright-core';
import { AtThePlayground } from '../fixtures/at-the-playground';
import type { Parts } from './parts';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WINDOWS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['in Korean', { locale: 'ko-KR' }],
  ['in English, in the dark', { locale: 'en-GB', colorScheme: 'dark' }],
  ['in English, in a narrow window', { locale: 'en-GB', viewport: { width: 390, height: 844 } }],
];

export function isAccessible(parts: Parts): void {
  describe.each(WINDOWS)('axe finds nothing serious %s', (_name, options) => {
    let at: AtThePlayground;
    beforeAll(async () => {
      const { browser, city, watch } = parts();
      at = await AtThePlayground.sit(browser, city.url, options, watch);
      await at.write('query', 'query Names { departments { name } }');
      await at.run('도로과');
    });
    afterAll(() => at.leave());

    const violations = async (): Promise<string[]> => {
      await at.page.evaluate(AXE);
      const found = await at.page.evaluate<AxeResults>('axe.run()');
      return found.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    };

    it.each(['examples', 'docs', 'history'] as const)('with the panel %s', async (panel) => {
      await at.panel(panel);
      expect(await violations()).toEqual([]);
    });

    it('with what a search found, and with a page of the docs', async () => {
      await at.panel('docs');
      await at.page.fill('#docs-search', 'deadline');
      await at.page.locator('.results button').first().waitFor();
      expect(await violations()).toEqual([]);
      await at.page.locator('.results button:has(.kind.type)').first().click();
      await at.page.locator('.docs h3').waitFor();
      expect(await violations()).toEqual([]);
    });

    it('with the help open', async () => {
      await at.page.click('#help');
      expect(await violations()).toEqual([]);
      await at.page.keyboard.press('Escape');
    });

    it('and nothing is wider than the window', async () => {
      const [needed, there] = await at.page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      expect(needed).toBeLessThanOrEqual(there);
    });
  });
}
