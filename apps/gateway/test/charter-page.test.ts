import fastify, { type FastifyInstance } from 'fastify';
import { parse, validate } from 'graphql';
import pino from 'pino';
import { eventually } from '@charter/testkit';
import { costOf } from '../src/limits/cost';
import { LIMITS, measure } from '../src/limits/measure';
import { charterPages } from '../src/pages/route';
import { REPLACED, SNAPSHOT } from './fixtures/open-charter';
import { CORRECTED, HOSTILE, OpenCity, PUBLICATION, PUBLIC_SCHEMA } from './fixtures/open-city';

const EVERY_PAGE = [
  ...['', '/scorecards', '/scorecards/2025', '/departments', '/departments/ROADS', '/departments/ODD/2025'],
  ...[
    '/scorecards/dictionary',
    '/versions',
    '/versions/1',
    '/versions/2',
    '/versions/3',
    `/scorecards/2026/${SNAPSHOT}`,
  ],
  ...['/surveys', `/surveys/${PUBLICATION}`, '/improvements', '/improvements/completed', '/improvements?after=page.20'],
];

describe('the page of the charter', () => {
  let city: OpenCity;
  let server: FastifyInstance;
  let now: Date;
  const logged: string[] = [];
  beforeEach(() => {
    city = new OpenCity();
    now = new Date('2026-11-30T01:00:00Z');
    server = fastify({ exposeHeadRoutes: false });
    logged.length = 0;
    charterPages(server, { ask: city.ask, now: () => now, log: pino({}, { write: (line) => logged.push(line) }) });
  });
  afterEach(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    server.inject({ method: 'GET', url: `/charter${path}`, headers });
  const later = (ms: number): void => void (now = new Date(now.getTime() + ms));
  /** What is shown as soon as what runs in the background has come so far. */
  const soon = (path: string, found: (body: string) => boolean) =>
    eventually(
      () => get(path),
      ({ body }) => found(body),
    );

  it.each(EVERY_PAGE)('%s is there in both languages, and each leads to the other', async (path) => {
    for (const [language, other] of [
      ['ko', 'en'],
      ['en', 'ko'],
    ]) {
      const answer = await get(`/${language}${path}`);
      expect([answer.statusCode, answer.headers['content-language']]).toEqual([200, language]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toMatch(
        new RegExp(`^<!doctype html><html lang="${language}"><head><meta charSet="utf-8"/>.*<title>[^<]+</title>`),
      );
      expect(answer.body).toContain(`hrefLang="${other}"`);
      expect(answer.body.match(/<h1/g)).toHaveLength(1);
      expect(answer.body).not.toMatch(/undefined|NaN|\[object|null/);
    }
  });

  it('asks nothing that anybody could not ask: by the public schema, within the limits', async () => {
    for (const path of EVERY_PAGE) await get(`/ko${path}`);
    const queries = new Map(city.asked.map((asked) => [asked.query, asked]));
    expect(queries.size).toBeGreaterThanOrEqual(7);
    for (const { query, variables } of queries.values()) {
      const document = parse(query);
      const [operation] = document.definitions;
      expect(validate(PUBLIC_SCHEMA, document)).toEqual([]);
      expect(() => measure(document)).not.toThrow();
      expect(costOf(PUBLIC_SCHEMA, document, operation as never, variables as never)).toBeLessThan(LIMITS.cost);
    }
  });

  it.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en-US,en;q=0.9', 'en'],
    ['', 'ko'],
  ])('speaks to %s in their language where the address names none', async (accept, language) => {
    const { headers, body } = await get('/departments/ROADS', { 'accept-language': accept });
    expect(headers['content-language']).toBe(language);
    expect(headers.vary).toContain('accept-language');
    expect(body).toContain(`<link rel="canonical" href="/charter/${language}/departments/ROADS/2026"/>`);
    for (const [tag, path] of [
      ['ko', '/ko'],
      ['en', '/en'],
      ['x-default', ''],
    ])
      expect(body).toContain(`hrefLang="${tag}" href="/charter${path}/departments/ROADS/2026"`);
    expect(city.asked[0]!.language).toBe(language);
  });

  it('allows no script, no other host, no frame', async () => {
    const { headers, body } = await get('/en/scorecards');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const tags = body.match(/<[^>]*>/g)!.join('');
    expect(tags).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:\/\//);
  });

  it('writes out what somebody made up, wherever it stands', async () => {
    for (const path of ['/en/departments', '/en/departments/ODD', '/en/scorecards', '/ko/improvements']) {
      const { body } = await get(path);
      expect(body).toContain('&lt;script&gt;alert(1)');
      expect(body).not.toContain('<script');
      expect(body).not.toContain('<img');
      expect(HOSTILE).toContain('<script');
    }
  });

  it('tells withheld, no data and 0 apart', async () => {
    const { body } = await get('/en/scorecards');
    const rowOf = (name: string) =>
      [
        ...new RegExp(`<tr><th scope="row"><a[^>]*>${name}</a>.*?</tr>`).exec(body)![0].matchAll(/<td[^>]*>([^<]*)</g),
      ].map(([, cell]) => cell);
    expect(rowOf('Road Safety Division')).toEqual(['1,234', '96.2%', '86.2%', '78.3', 'KRW 1,230,000', '3']);
    expect(rowOf('Parks Division')).toEqual(['20', '50%', '40%', 'Withheld (under 5)', 'KRW 0', '3']);
    expect(body).not.toContain('>Busan Metropolitan City</a></th>'); // it had nothing to do
    const nothing = (await get('/ko/departments/CITY')).body;
    expect(nothing).toMatch(/법정 기한 준수율<\/dt><dd>자료 없음/);
    expect(nothing).toMatch(/만족도\(100점\)<\/dt><dd>자료 없음/);
    expect(nothing).toMatch(
      /<td class="number">4\.5분<\/td><td>달성<\/td><\/tr>.*<td class="number">자료 없음<\/td><td>자료 없음<\/td>/,
    );
    expect(nothing).toMatch(/접수한 민원<\/dt><dd>0건/);
    expect((await get('/ko/departments/PARKS')).body).toMatch(/만족도\(100점\)<\/dt><dd>비공개\(5건 미만\)<\/dd>/);
  });

  it('shows the charter in force, with what its promises are measured by', async () => {
    const { body } = await get('/en');
    expect(body).toContain('<h1>Busan Service Charter</h1>');
    expect(body).toContain('Version 2, In force from 1 January 2026 · In force until 31 December 2026.');
    expect(body).toContain('<div class="preamble" lang="en"><p>We promise.</p><p>First, to be kind.</p></div>');
    expect(body).toContain(
      'We answer within three rings.<span class="measure">Target: at most 3 times. Measured by: Average number of rings</span>',
    );
    expect(body).toContain('<span lang="ko">부서와 이름을 밝히겠습니다.</span>'); // nobody has translated it
    expect(body).toContain('Please respect each other.');
    expect((await get('/ko')).body).toContain('결과를 공개하겠습니다.');
  });

  it('shows what a version changed, word by word, and how each stands', async () => {
    const list = (await get('/en/versions')).body;
    expect([...list.matchAll(/<td>(In force|Not in force yet|Superseded)<\/td>/g)].map(([, state]) => state)).toEqual([
      'Not in force yet',
      'In force',
      'Superseded',
    ]);
    const { body } = await get('/en/versions/3');
    expect(body).toContain('<dd><span>within </span><del>five</del><span> rings</span></dd>');
    expect(body).toContain('<dd><span>within </span><ins>three</ins><span> rings</span></dd>');
    expect(body).toContain('<dd><ins>We say our name.</ins></dd>');
    expect(body).toContain('<dd><del>We answer by fax.</del></dd>');
    expect(body).toContain('Road Safety Division');
    expect((await get('/ko/versions/3')).body).toContain('<ins>세</ins>');
    expect((await get('/en/versions/2')).body).toContain('No sentence has changed.');
    expect((await get('/en/versions/1')).body).toContain('This is the first charter');
  });

  it('shows a published scorecard as it was published, and leads from a replaced one to the newer', async () => {
    const list = (await get('/en/scorecards')).body;
    expect(list).toContain(`/charter/en/scorecards/2026/${SNAPSHOT}`);
    expect(list).not.toContain(REPLACED);
    expect((await get('/en/scorecards/2025')).body).toContain('No scorecard of this year has been published yet.');
    const { body } = await get(`/en/scorecards/2026/${SNAPSHOT}`);
    expect(body).toContain('<dt>In time by law</dt><dd>96.2%</dd>');
    expect(body).toContain('<dt>Satisfaction (of 100)</dt><dd>Withheld (under 5)</dd>');
    expect(body).toContain('<dt>Objections upheld</dt><dd>No data</dd>');
    expect(body).toContain('<dt>Compensation paid</dt><dd>KRW 1,230,000</dd>');
    expect(body).toContain('ab'.repeat(32));
    expect(body).toContain(`<a href="/open-data/scorecards/${SNAPSHOT}?format=csv">CSV</a>`);
    expect(body).toContain('these figures are provisional');
    expect(body).toContain('Parks Division (under 5)');
    const standards = [...body.matchAll(/<td class="number">([^<]*)<\/td><td>([^<]*)<\/td><\/tr>/g)].map(
      ([, value, reached]) => [value, reached],
    );
    expect(standards).toEqual([
      ['2.4 times', 'Reached'],
      ['6.5 min', 'Not reached'],
      ['Not available now', 'No data'],
    ]);
    expect(body).toContain('nothing to measure: 1.');
    expect((await get(`/en/scorecards/2026/${REPLACED}`)).body).toContain('See the newer scorecard');
    expect((await get(`/en/scorecards/2025/${SNAPSHOT}`)).statusCode).toBe(404);
  });

  it('tells what the columns of the open data mean', async () => {
    const { body } = await get('/en/scorecards/dictionary');
    expect(body).toContain('<code>SUPPRESSED</code>: Withheld');
    expect(body).toContain('<code>NUMBER, column:unit</code></td><td>Yes</td>');
    expect((await get(`/ko/scorecards/2026/${SNAPSHOT}`)).body).toContain('href="/charter/ko/scorecards/dictionary"');
  });

  it('shows the correction in place of what was corrected, which keeps its address', async () => {
    const list = (await get('/en/surveys')).body;
    expect(list).toContain(`/charter/en/surveys/${PUBLICATION}`);
    expect(list).not.toContain(CORRECTED);
    expect((await get(`/en/surveys/${CORRECTED}`)).body).toContain('See the corrected results');
    const corrected = (await get(`/en/surveys/${PUBLICATION}`)).body;
    expect(corrected).toContain('<span lang="ko">부서 하나를 잘못 묶어 바로잡았습니다.</span>');
    expect(corrected).toContain('Withheld: fewer than 5 answered');
    expect(corrected).toContain('±3.1 points');
  });

  it('turns the pages of a list', async () => {
    const first = (await get('/en/improvements')).body;
    expect(first.match(/<article/g)).toHaveLength(20);
    expect(first).toContain('23 in all');
    expect(first).toContain('1 December 2026'); // due at 24:00 of it
    expect(first).toContain('Past its date');
    const next = /href="(\/charter\/en\/improvements\?after=[^"]+)"/.exec(first)![1]!;
    const second = (await get(next.replaceAll('&amp;', '&').slice('/charter'.length))).body;
    expect(second.match(/<article/g)).toHaveLength(3);
    expect(second).toContain('First page');
    expect((await get('/en/improvements/completed')).body).toContain('20 in all');
  });

  it.each([
    '/en/departments/NOWHERE',
    '/en/nothing',
    '/en/scorecards/2030',
    '/en/surveys/1',
    `/en/surveys/${PUBLICATION.replace('a1', 'ff')}`,
  ])('says that there is no %s, and leads on', async (path) => {
    const answer = await get(path);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([404, 'no-cache']);
    expect(answer.body).toContain('There is no such page');
    expect(answer.body).toContain('href="/charter/en/departments"');
    expect((await get(path.replace('/en', '/ko'))).body).toContain('찾으시는 화면이 없습니다');
  });

  it('refuses an edited cursor with what to do', async () => {
    const answer = await get('/en/improvements?after=edited.cursor');
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('begin at the start of the list');
  });

  it('leads an address with a stroke at its end to the one without, here', async () => {
    for (const [path, to] of [
      ['/', '/charter'],
      ['/en/departments/', '/charter/en/departments'],
      ['//evil.example/', '/charter//evil.example'],
    ]) {
      const answer = await get(path!);
      expect([answer.statusCode, answer.headers.location]).toEqual([308, to]);
    }
  });

  it.each([
    ['complaints', ['complaints received', 'in time by law'], ['satisfaction by department']],
    ['surveys', ['satisfaction by department'], ['in time by law, by department', 'complaints received']],
    ['compensation', ['compensation paid by department'], ['complaints received']],
  ] as const)('shows the rest without %s, and says so', async (service, gone, stays) => {
    city.away.add(service);
    const answer = await get('/en/scorecards');
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
    const pictures = [...answer.body.matchAll(/<(?:figcaption|dt)[^>]*>([^<]*)/g)].map(([, name]) =>
      name!.toLowerCase(),
    );
    for (const name of gone) expect(pictures.filter((one) => one.startsWith(name))).toEqual([]);
    for (const name of stays) expect(pictures.filter((one) => one.startsWith(name))).not.toEqual([]);
    expect(answer.body).toMatch(new RegExp(`class="note away">The (${service}|survey) service does not answer now`));
    expect(answer.body).toContain('Not available now');
    const department = await get('/en/departments/ROADS');
    expect(department.body).toMatch(/class="note away"/);
    later(5_001);
    city.away.clear();
    await soon('/en/scorecards', (body) => !body.includes('class="note away"'));
  });

  it('says that it cannot be shown now where the service of the whole page is away', async () => {
    city.away.add('charter').add('surveys');
    for (const path of [
      '/en/departments',
      '/en/departments/ROADS',
      '/en/surveys',
      `/en/surveys/${PUBLICATION}`,
      '/en/improvements',
    ]) {
      const answer = await get(path);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '10']);
      expect(answer.body).toContain('This cannot be shown now');
    }
    expect((await get('/en')).statusCode).toBe(200);
  });

  it('tells a fault of ours as such, and the log why', async () => {
    city.fault = { errors: [{ message: 'no', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
    const answer = await get('/en/departments');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('The fault is ours');
    expect(answer.body).not.toContain('GRAPHQL');
    expect(logged.join('')).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('asks the graph once for a crowd, and again when half a minute has passed, without letting anybody wait', async () => {
    await Promise.all(Array.from({ length: 50 }, () => get('/ko/departments')));
    expect(city.asked).toHaveLength(1);
    later(29_000);
    await get('/ko/departments');
    expect(city.asked).toHaveLength(1);
    later(2_000);
    expect((await get('/ko/departments')).body).toContain('T01:00:00.000Z'); // as it was made; what is new comes next
    await soon('/ko/departments', (body) => body.includes('T01:00:31.000Z'));
    expect(city.asked).toHaveLength(2);
    later(6 * 60_000);
    expect((await get('/ko/departments')).body).toContain('T01:06:31.000Z'); // too old to be shown at all
  });

  it('goes on showing what it has when the graph fails for a moment', async () => {
    await get('/ko/departments');
    city.fault = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };
    later(31_000);
    await eventually(
      async () => expect((await get('/ko/departments')).statusCode).toBe(200),
      () => logged.length >= 3,
    );
    later(5 * 60_000);
    expect((await get('/ko/departments')).statusCode).toBe(500);
  });

  it('sends nothing to whoever has it, less to whoever can unpack it, and no body to HEAD', async () => {
    const { headers, body, rawPayload } = await get('/ko');
    expect(headers['cache-control']).toBe('public, max-age=30');
    expect(headers.etag).toMatch(/^W\//); // the same for what is packed
    for (const given of [`"other", ${String(headers.etag)}`, String(headers.etag).slice(2), '*']) {
      const again = await get('/ko', { 'if-none-match': given });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag]);
    }
    const packed = await get('/ko', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(rawPayload.length / 3);
    expect((await get('/ko', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined();
    const head = await server.inject({ method: 'HEAD', url: '/charter/ko' });
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      String(Buffer.byteLength(body)),
    ]);
  });

  it('has its own style sheet and icon, by names that change with their content', async () => {
    const { body } = await get('/ko');
    for (const [path, type] of [
      [/\/assets\/charter-[\w-]{12}\.css/, 'text/css'],
      [/\/assets\/icon-[\w-]{12}\.svg/, 'image/svg+xml'],
    ] as const) {
      const answer = await get(path.exec(body)![0]);
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(answer.headers['content-type']).toContain(type);
    }
    for (const name of ['charter.css', '..%2Fsite.js', 'nothing'])
      expect((await get(`/assets/${name}`)).statusCode).toBe(404);
  });
});
