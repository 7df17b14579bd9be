// npm run pictures: takes the pictures of the charter's page and of the playground that the docs show, from the running stack (npm start,
// npm run demo). `-- playground` takes those of the playground alone, for which the demo is not needed; they file a few complaints.
// They are looked at by a person before they are committed. Needs Chromium, and a Korean font for it (Debian: fonts-nanum).
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { picturePlayground } from '../pictures/playground.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const stack = join(resolve(process.env.CHARTER_HOME ?? join(root, '.charter')), 'stack.json');
if (!existsSync(stack)) {
  console.error(`No stack runs (${stack} is not there): npm start, then npm run demo, then this again.`);
  process.exit(1);
}
const { charter, playground } = JSON.parse(readFileSync(stack, 'utf8'));
const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });

const DESK = { viewport: { width: 1100, height: 1500 } };
const PHONE = { viewport: { width: 390, height: 1300 }, isMobile: true, hasTouch: true };
/** Name, address, size; `below` brings a part of the page into view first. */
const PICTURES = [
  { name: 'charter-ko', path: '/ko', size: DESK },
  { name: 'scorecard-en', path: '/en/scorecards', size: DESK, below: '#departments' },
  { name: 'changes-ko', path: '/ko/versions/2', size: { viewport: { width: 1100, height: 900 } } },
  { name: 'department-ko-phone', path: '/ko/departments/ROADS', size: PHONE, below: '#figures' },
  {
    name: 'scorecard-en-phone-dark',
    path: '/en/scorecards',
    size: { ...PHONE, colorScheme: 'dark' },
    below: '#months',
  },
  { name: 'improvements-en-phone', path: '/en/improvements', size: PHONE },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const onlyPlayground = process.argv[2] === 'playground';
for (const { name, path, size, below } of onlyPlayground ? [] : PICTURES) {
  const page = await browser.newPage(size);
  await page.goto(charter + path);
  if (below) await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), below);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
  console.log(`docs/images/${name}.png`);
}
for (const path of await picturePlayground(browser, playground, folder)) console.log(relative(root, path));
await browser.close();
