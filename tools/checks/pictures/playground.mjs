// What the pictures of the playground show, and how somebody gets there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Letters stay sharp, in half of what a PNG takes. */
const QUALITY = 90;
/** Until the editors have coloured what is new in them, and scroll bars have faded. */
const SETTLE_MS = 2_000;
const SIZE = { width: 1200, height: 720 };

const panel = async (page, name) => {
  const button = page.locator(`#panel-${name}`);
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
};

/** Opens an example, runs it and waits for a word of its answer. */
const example = async (page, name, word) => {
  await panel(page, 'examples');
  await page.click(`[data-story="${name}"]`);
  await page.locator(`[role="tab"][data-operation="${name}"][aria-selected="true"]`).waitFor();
  await page.click('.graphiql-execute-button');
  await page.locator('#result .view-lines', { hasText: word }).waitFor();
};

const file = (page) => example(page, 'FileComplaint', 'receiptNumber');
const everything = async (page) => {
  await file(page);
  await example(page, 'ComplaintWithEverything', 'segments');
};
const search = (text) => async (page) => {
  await file(page);
  await panel(page, 'docs');
  await page.fill('#docs-search', text);
  await page.locator('.results button').first().waitFor();
};

/** Name, language and colours of the browser, and what is done before the picture is taken. */
const PICTURES = [
  { name: 'playground-ko', locale: 'ko-KR', colorScheme: 'light', goThere: file },
  { name: 'playground-ko-dark', locale: 'ko-KR', colorScheme: 'dark', goThere: search('처리기한') },
  { name: 'playground-en', locale: 'en-US', colorScheme: 'light', goThere: search('deadline') },
  { name: 'playground-en-dark', locale: 'en-US', colorScheme: 'dark', goThere: everything },
];

/** @returns the paths of the pictures that were taken of the playground at this address */
export async function picturePlayground(browser, url, folder) {
  const taken = [];
  for (const { name, locale, colorScheme, goThere } of PICTURES) {
    const context = await browser.newContext({ viewport: SIZE, locale, colorScheme });
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('main[aria-busy="false"]').waitFor();
    await page.locator('.graphiql-execute-button:enabled').waitFor();
    await goThere(page);
    await page.mouse.move(0, 0); // no button has the look of one that is pointed at
    await page.waitForTimeout(SETTLE_MS);
    const path = join(folder, `${name}.webp`);
    const devtools = await context.newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
    writeFileSync(path, Buffer.from(data, 'base64'));
    taken.push(path);
    await context.close();
  }
  return taken;
}
