import { existsSync, readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import { localDate } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import { type DepartmentYear, cityYear, departmentYears } from '../../src/charter-tables';
import type { RunningStack } from '../../src/running-stack';

/** A page may be shown for half a minute as it was. */
const PROMISE_MS = 90_000;
const CHROMIUM =
  process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

const text = (html: string): string => html.replace(/<[^>]*>/g, '');
/** The rows of a table, each cell as it is read. @param id of its caption */
const rowsOf = (page: string, id: string): string[][] => {
  const table = new RegExp(`<table><caption id="${id}">.*?</table>`).exec(page)?.[0] ?? '';
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)]
    .slice(1)
    .map(([, row]) => [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => text(cell!)));
};
/** The figures with their names. */
const factsOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => [name, text(value!)]),
  );

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const percent = (share: number | null): string => (share === null ? 'No data' : `${number(share * 100)}%`);
const score = ({ score: points, n }: DepartmentYear): string =>
  n === 0 ? 'No data' : points === null ? 'Withheld (under 5)' : number(points);
const sum = (years: readonly DepartmentYear[], of: (year: DepartmentYear) => number): number =>
  years.reduce((all, one) => all + of(one), 0);

/** The public page shows the year, and nothing else than what stands in the tables of the services. */
export function showsTheCharter(running: () => RunningStack): void {
  const year = Number(localDate(new Date()).slice(0, 4));
  const open = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(running().description.charter + path, { headers });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };
  /** Waits until a page is not older than what is compared with it, and compares. */
  const compare = async (
    path: string,
    read: (page: string) => unknown,
    expected: () => Promise<unknown>,
  ): Promise<void> => {
    const found = await eventually(
      async () => [read(await open(path)), await expected()],
      ([shown, there]) => JSON.stringify(shown) === JSON.stringify(there),
      PROMISE_MS,
    ).catch(async () => [read(await open(path)), await expected()]);
    expect(found[0]).toEqual(found[1]);
  };

  it('shows the scorecard of the year as direct SQL over each service’s tables counts it', async () => {
    const stack = running();
    const { departments } = await stack.get<{ departments: { code: string; name: string }[] }>(
      undefined,
      '{ departments { code name } }',
    );
    const nameOf = new Map(departments.map(({ code, name }) => [code, name]));
    await compare(
      `/en/scorecards/${year}`,
      (page) => rowsOf(page, 'all'),
      async () =>
        (await departmentYears(stack, year)).map((one) => [
          ...[nameOf.get(one.code), number(one.received), percent(one.onTime), percent(one.charterOnTime)],
          ...[score(one), `KRW ${number(one.paid)}`, number(one.adopted)],
        ]),
    );
    const years = await departmentYears(stack, year);
    expect(sum(years, ({ received }) => received)).toBeGreaterThan(1_000); // the demo year is there
    expect(sum(years, ({ paid }) => paid)).toBeGreaterThan(0);
    expect(years.filter(({ score: points }) => points !== null).length).toBeGreaterThan(3);
  });

  it('adds up the city, and draws its months, as direct SQL does', async () => {
    const stack = running();
    const monthName = (month: string): string =>
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', month: 'short' }).format(
        new Date(`${month}-01T00:00:00+09:00`),
      );
    await compare(
      '/en',
      (page) => {
        const facts = factsOf(page);
        const shown = ['Complaints received', 'In time by law', 'In time by the charter', 'Compensation paid'];
        return [shown.map((name) => facts[name]), rowsOf(page, 'trend-table')];
      },
      async () => {
        const [{ city, months }, years] = [await cityYear(stack, year), await departmentYears(stack, year)];
        const paid = `KRW ${number(sum(years, (one) => one.paid))} ${number(sum(years, (one) => one.claims))} claims`;
        return [
          [number(city.received), percent(city.onTime), percent(city.charterOnTime), paid],
          months.map(({ month, onTime, charterOnTime }) => [monthName(month), percent(onTime), percent(charterOnTime)]),
        ];
      },
    );
  });

  it('shows a department, the charter in force, published scorecards, surveys and improvement actions', async () => {
    const stack = running();
    await compare(
      `/en/departments/ROADS/${year}`,
      (page) => {
        const facts = factsOf(page);
        return [
          facts['Complaints received'],
          facts['In time by law'],
          facts['Proposals received'],
          facts['Proposals adopted'],
        ];
      },
      async () => {
        const roads = (await departmentYears(stack, year)).find(({ code }) => code === 'ROADS')!;
        return [number(roads.received), percent(roads.onTime), number(roads.proposals), number(roads.adopted)];
      },
    );
    const charter = await stack.get<{
      charter: { titleKo: string; commonStandards: { clauses: { textKo: string }[] }[] };
    }>(undefined, '{ charter { titleKo commonStandards { clauses { textKo } } } }');
    const korean = await open('/ko');
    for (const { clauses } of charter.charter.commonStandards)
      for (const { textKo } of clauses) expect(korean).toContain(textKo);
    const [actions] = await stack.sql<{ count: number }>(
      'charter',
      'SELECT count(*)::int FROM improvement_action WHERE published_at IS NOT NULL',
    );
    expect(await open('/en/improvements')).toContain(`${actions!.count} in all`);
    const publications = await stack.sql<{ id: string }>('surveys', 'SELECT id FROM survey_publication');
    const surveys = await open('/en/surveys');
    expect(publications.length).toBeGreaterThan(0);
    expect(publications.filter(({ id }) => surveys.includes(id)).length).toBeGreaterThan(0); // the latest, of what was corrected
    const published = /\/en(\/scorecards\/\d{4}\/[0-9a-f-]{36})"/.exec(await open(`/en/scorecards/${year}`));
    const snapshot = await open(`/ko${published![1]}`);
    expect(snapshot).toContain('SHA-256');
    const sheet = await fetch(new URL(/href="([^"]+format=csv)"/.exec(snapshot)![1]!, stack.description.charter));
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  });

  it('tells nobody apart: a token and a cookie change nothing', async () => {
    const { tokens } = running().description;
    const headers = { authorization: `Bearer ${tokens.admin}`, cookie: 'a=b' };
    const strip = (page: string): string => page.replace(/<time.*?<\/time>/, '');
    expect(strip(await open('/en/improvements', headers))).toBe(strip(await open('/en/improvements')));
  });

  (CHROMIUM ? it : it.skip)('has no fault in a phone’s browser, with what a year brings (needs Chromium)', async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
    try {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 }, isMobile: true });
      const hosts = new Set<string>();
      const complaints: string[] = [];
      page.on('request', (request) => hosts.add(new URL(request.url()).host));
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
      for (const path of ['/ko', `/en/scorecards/${year}`, '/en/surveys']) {
        await page.goto(running().description.charter + path);
        await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        expect([path, violations.map(({ id, nodes }) => [id, nodes[0]!.html])]).toEqual([path, []]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      }
      expect([...hosts]).toEqual([new URL(running().description.charter).host]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
