import { type Target, pathOf, readAddress, belowRoot } from './address';

const read = (path: string, query = '') => readAddress(path, new URLSearchParams(query), 2026);
const ID = '0197a000-0000-7000-8000-000000000002';

describe('an address', () => {
  it.each<[string, Target]>([
    ['', { page: 'home' }],
    ['/scorecards', { page: 'scorecard', year: 2026 }],
    ['/scorecards/2025', { page: 'scorecard', year: 2025 }],
    [`/scorecards/2025/${ID}`, { page: 'snapshot', year: 2025, id: ID }],
    ['/scorecards/dictionary', { page: 'dictionary' }],
    ['/versions', { page: 'versions' }],
    ['/versions/2', { page: 'version', version: 2 }],
    ['/departments', { page: 'departments' }],
    ['/departments/ROADS', { page: 'department', code: 'ROADS', year: 2026 }],
    ['/departments/ROADS/2024', { page: 'department', code: 'ROADS', year: 2024 }],
    ['/surveys', { page: 'surveys' }],
    [`/surveys/${ID}`, { page: 'publication', id: ID }],
    ['/improvements', { page: 'improvements' }],
    ['/improvements/completed', { page: 'improvements', list: 'completed' }],
  ])('%s is read, in no language and in both', (path, target) => {
    expect(read(path)).toEqual({ target });
    expect(read(`/ko${path}`)).toEqual({ target, language: 'ko' });
    expect(read(`/en${path}`)).toEqual({ target, language: 'en' });
  });

  it.each([
    ...['/fr', '/ko/ko', '/nothing', '//departments', '/departments/', '/departments/roads'],
    ...["/departments/A'--", '/departments/ROADS/20x6', '/departments/ROADS/1999', '/departments/ROADS/2027'],
    ...['/departments/ROADS/2026/more', '/scorecards/2027', '/scorecards/', '/scorecards/2026/x', '/surveys/1'],
    ...['/surveys/../departments', '/improvements/open', '/improvements/completed/2', `/departments/${'A'.repeat(65)}`],
    ...[
      '/departments/__PROTO__',
      '/constructor',
      '/__proto__',
      '/scorecards/dictionary/2',
      '/versions/0',
      '/versions/1x',
      '/versions/-1',
      '/versions/1/2',
    ],
  ])('%s is none', (path) => expect(read(path)).toBeUndefined());

  it('takes the cursor of a list, and no other parameter', () => {
    expect(read('/improvements', 'after=eyJh.x-_1&utm_source=x')).toEqual({
      target: { page: 'improvements', after: 'eyJh.x-_1' },
    });
    for (const after of ['', 'no-dot', 'a.b.c', 'a b.c', '<b>.c', `${'a'.repeat(401)}.b`])
      expect(read('/improvements', new URLSearchParams({ after }).toString())).toBeUndefined();
    expect(read('/surveys', 'after=<b>')).toEqual({ target: { page: 'surveys' } });
  });

  it.each<Target>([
    { page: 'home' },
    { page: 'scorecard', year: 2025 },
    { page: 'snapshot', year: 2025, id: ID },
    { page: 'versions' },
    { page: 'dictionary' },
    { page: 'version', version: 12 },
    { page: 'departments' },
    { page: 'department', code: 'ROADS', year: 2025 },
    { page: 'surveys' },
    { page: 'publication', id: ID },
    { page: 'improvements' },
    { page: 'improvements', list: 'in-progress', after: 'a.b' },
  ])('of %j leads back to it', (target) => {
    for (const language of ['ko', 'en', undefined] as const) {
      const url = new URL(pathOf(target, language), 'http://city.example');
      expect(readAddress(url.pathname.slice('/charter'.length), url.searchParams, 2026)).toEqual({
        target,
        ...(language && { language }),
      });
    }
  });
});

it.each(['/charter/../etc/passwd', '/charter/..//evil.example/', '/charter/%2e%2e//evil.example/', '/charters', '//'])(
  'has nothing of %s, which leads out of the page',
  (url) => expect(belowRoot(url)).toBeUndefined(),
);

it.each([
  ['/charter', ''],
  ['/charter/', '/'],
  ['/charter//evil.example/', '//evil.example/'],
  ['/charter/en/surveys?after=x', '/en/surveys'],
])('finds what %s says below the page', (url, below) => expect(belowRoot(url)!.below).toBe(below));
