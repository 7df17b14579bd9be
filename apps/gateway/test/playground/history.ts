import { AtThePlayground } from '../fixtures/at-the-playground';
import type { Parts } from './parts';

export function keepsHistory(parts: Parts): void {
  describe('its history', () => {
    let at: AtThePlayground;
    beforeAll(async () => {
      const { browser, city, watch } = parts();
      at = await AtThePlayground.sit(browser, city.url, {}, watch);
      await at.write('query', 'query Names { departments { name } }');
      await at.run('세정과');
      await at.write('query', 'query Phones { departments { phone } }');
      await at.run('051-888-0002');
      await at.panel('history');
    });
    afterAll(() => at.leave());

    const names = () => at.page.locator('.history .open strong').allTextContents();

    it('lists what was run, the latest first, and is searched', async () => {
      expect(await names()).toEqual(['Phones', 'Names']);
      await at.page.fill('#history-search', 'departments { name');
      await at.page.locator('.history .open', { hasText: 'Phones' }).waitFor({ state: 'detached' });
      expect(await names()).toEqual(['Names']);
      await at.page.fill('#history-search', '');
    });

    it('keeps favourites before all, in this browser, when the rest is deleted too', async () => {
      const { page } = at;
      await page.getByRole('button', { name: 'Names 즐겨찾기에 추가' }).click();
      await page.getByRole('button', { name: 'Names 즐겨찾기에서 제거' }).waitFor();
      expect(await names()).toEqual(['Names', 'Phones']);
      await at.reload();
      await at.panel('history');
      expect(await names()).toEqual(['Names', 'Phones']);
      await page.click('#clear-history');
      await page.locator('.history .open', { hasText: 'Phones' }).waitFor({ state: 'detached' });
      expect(await names()).toEqual(['Names']);
    });

    it('opens again what was run', async () => {
      await at.story('Departments');
      await at.panel('history');
      await at.page.locator('.history .open', { hasText: 'Names' }).click();
      await at.sees('query', 'query Names');
      await at.run('세정과');
    });
  });
}
