import { AtThePlayground } from '../fixtures/at-the-playground';
import type { Parts } from './parts';

/** More presses of Tab than there are stops on the page. */
const MOST_STOPS = 60;

export function worksByKeyboard(parts: Parts): void {
  describe('by keyboard alone', () => {
    let at: AtThePlayground;
    beforeAll(async () => {
      const { browser, city, watch } = parts();
      at = await AtThePlayground.sit(browser, city.url, {}, watch);
    });
    afterAll(() => at.leave());

    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => at.page.keyboard.press(key)), Promise.resolve());
    const has = (selector: string) => at.page.locator(`${selector}:focus`).waitFor();
    /** Presses Tab until something has the focus. */
    const tabTo = async (selector: string, key = 'Tab'): Promise<void> => {
      for (let left = MOST_STOPS; left > 0; left -= 1) {
        await press(key);
        if ((await at.page.locator(`${selector}:focus`).count()) > 0) return;
      }
      throw new Error(`Tab does not reach ${selector}.`);
    };

    it('the first stop skips to the editor', async () => {
      await press('Tab');
      await has('.skip');
      expect((await at.page.locator('.skip').boundingBox())!.x).toBeGreaterThanOrEqual(0);
      await press('Enter');
      await has('#query');
    });

    it('each editor is entered, and left again, by Tab and by Shift+Tab', async () => {
      await press('Enter');
      await has('#query textarea');
      await press('Tab'); // indents: this is why there is another way out
      await has('#query textarea');
      await press('Escape');
      await has('#query');
      await press('ControlOrMeta+Z');
      await tabTo('.graphiql-execute-button');
      await tabTo('#variables');
      await press('Enter');
      await has('#variables textarea');
      await press('Escape');
      await has('#variables');
      await press('Tab');
      await has('#result');
      await press('Enter', 'Escape');
      await has('#result');
      await press('Shift+Tab');
      await has('#variables');
    });

    it('a person and an example are chosen, the example is run, and its answer is read', async () => {
      await tabTo('#person', 'Shift+Tab');
      await press('ArrowDown');
      expect(await at.page.inputValue('#person')).toBe('officer');
      await tabTo('#examples-search');
      await at.page.keyboard.type('deadline preview');
      await at.page.locator('[data-story="FileComplaint"]').waitFor({ state: 'detached' });
      await press('ArrowDown');
      await has('[data-story="DeadlinePreview"]');
      await press('Enter');
      await at.sees('query', 'DeadlinePreview');
      expect(await at.page.inputValue('#person')).toBe('citizen');
      await tabTo('#query');
      await press('Enter', 'ControlOrMeta+A');
      await at.page.keyboard.insertText('query Names { departments { name } }');
      await press('ControlOrMeta+Enter');
      await at.sees('result', '도로과');
      expect(await at.page.getAttribute('#result', 'aria-live')).toBe('polite');
      await press('Escape');
      await tabTo('#result');
    });

    it('tabs are walked through and closed', async () => {
      await tabTo('[role="tab"]', 'Shift+Tab');
      await press('ArrowLeft');
      await at.sees('query', 'Departments');
      await has('[role="tab"][aria-selected="true"]');
      await press('ArrowRight');
      await at.sees('query', 'Names');
      await has('[role="tab"][aria-selected="true"]');
      await press('Delete');
      await at.sees('query', 'Departments');
      await has('[role="tab"][aria-selected="true"]');
      expect(await at.page.locator('[role="tab"]').count()).toBe(1);
    });

    it('panels close by Escape, and the help by its own', async () => {
      await tabTo('#panel-history', 'Shift+Tab');
      await press('Enter');
      await tabTo('#history-search');
      await press('Escape');
      await has('#panel-history');
      await tabTo('#help', 'Shift+Tab');
      await press('Enter');
      expect(await at.page.getAttribute('dialog', 'open')).not.toBeNull();
      await press('Escape');
      await has('#help');
    });

    it('shows where the focus is, at every stop', async () => {
      await at.page.reload();
      await at.page.locator('main[aria-busy="false"]').waitFor();
      await at.page.locator('#result').waitFor();
      const without = new Set<string>();
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        await press('Tab');
        const [name, outline] = await at.page.evaluate<[string, string]>(
          `[document.activeElement.outerHTML.slice(0, 80), getComputedStyle(document.activeElement).outlineStyle]`,
        );
        if (outline === 'none' && !name.startsWith('<a class="skip"') && !name.startsWith('<body')) without.add(name);
      }
      expect([...without]).toEqual([]);
    });
  });
}
