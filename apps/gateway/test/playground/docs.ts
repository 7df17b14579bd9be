import { eventually } from '@charter/testkit';
import { AtThePlayground } from '../fixtures/at-the-playground';
import type { Parts } from './parts';

export function findsInTheDocs(parts: Parts): void {
  describe('its docs', () => {
    let at: AtThePlayground;
    beforeAll(async () => {
      const { browser, city, watch } = parts();
      at = await AtThePlayground.sit(browser, city.url, {}, watch);
    });
    afterAll(() => at.leave());

    const result = (kind: string, name: string) =>
      at.page.locator(`.results button:has(.kind.${kind}):has(strong:text-is("${name}"))`);

    it.each([
      ['민원', 'story', '민원 신청'],
      ['민원', 'type', 'Complaint'],
      ['처리기한', 'type', 'Deadline'],
      ['독촉장', 'field', 'Complaint.dunnings'],
      ['complaintByReceipt', 'query', 'complaintByReceipt'],
      ['receipt', 'argument', 'complaintByReceipt(receiptNumber)'],
      ['file complaint', 'mutation', 'fileComplaint'],
      ['petition auditor', 'value', 'NoticeAudience.AUDITOR'],
    ])('find %s: %s %s', async (text, kind, name) => {
      await at.panel('docs');
      await at.page.fill('#docs-search', text);
      await result(kind, name).first().waitFor();
    });

    it('say when nothing is found', async () => {
      await at.page.fill('#docs-search', 'zzzz');
      await at.page.getByText('찾지 못하였습니다').waitFor();
    });

    it('are searched from inside an editor, by keys alone, and left again', async () => {
      const { page } = at;
      await at.enter('query');
      await page.keyboard.press('Control+Alt+KeyK');
      await page.locator('#docs-search:focus').waitFor();
      await page.fill('#docs-search', 'fileComplaint');
      await result('mutation', 'fileComplaint').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('.results li:first-child button:focus').waitFor();
      await result('mutation', 'fileComplaint').focus();
      await page.keyboard.press('Enter');
      await page.locator('.docs .page', { hasText: 'FileComplaintInput' }).waitFor();
      await page.locator('.docs .page:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#panel-docs:focus').waitFor();
      await page.locator('#docs-search').waitFor({ state: 'detached' });
    });

    it('open what the editor names', async () => {
      const { page } = at;
      await at.write('query', '{\n  departments {\n    code\n  }\n}');
      // By its place: under the pointer the editor draws the word anew, as a link, and the element that was found is gone.
      const { x, y, width, height } = (await page
        .locator('#query .view-line span', { hasText: /^departments$/ })
        .boundingBox())!;
      await eventually(
        async () => {
          await page.keyboard.down('ControlOrMeta');
          await page.mouse.click(x + width / 2, y + height / 2);
          await page.keyboard.up('ControlOrMeta');
          const opened = page.locator('.docs h3', { hasText: 'departments' }).waitFor({ timeout: 2_000 });
          return opened.then(
            () => true,
            () => false,
          );
        },
        (isThere) => isThere,
        60_000,
      );
    });
  });
}
