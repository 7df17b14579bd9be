import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_FLAGS } from '../../src/browser';
import type { RunningStack } from '../../src/running-stack';

/** What a developer sees first. */
export function offersPlayground(running: () => RunningStack): void {
  (CHROMIUM ? it : it.skip)('shows an officer the inbox in the playground (needs Chromium)', async () => {
    const launched = await chromium.launch({ executablePath: CHROMIUM!, args: CHROMIUM_FLAGS });
    try {
      const page = await launched.newPage();
      const hosts = new Set<string>();
      page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
      await page.goto(running().description.playground);
      const editor = page.locator('.graphiql-query-editor');
      await editor.filter({ hasText: 'Departments' }).waitFor(); // the editor is there: before, it does not follow its tab
      await page.click('[data-story="OfficerInbox"]');
      expect(await page.inputValue('#person')).toBe('officer');
      await editor.filter({ hasText: 'officerInbox' }).waitFor();
      await page.click('.graphiql-execute-button');
      await page.locator('.result-window', { hasText: 'receiptNumber' }).waitFor({ timeout: 20_000 });
      expect([...hosts].filter((host) => host !== '127.0.0.1' && host !== '')).toEqual([]);
    } finally {
      await launched.close();
    }
  });
}
