import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { type RunningMock, startMock } from '../src';

const root = join(__dirname, '../../..');
const api = readFileSync(join(root, 'apps/gateway/schema.graphql'), 'utf8');

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; extensions?: { code: string } }[];
}

let mock: RunningMock;
beforeAll(async () => void (mock = await startMock({ api, port: 0, seed: 1 })));
afterAll(() => mock.stop());

const send = (
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
  url = mock.url,
  operationName?: string,
) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
const ask = async <Data = Readonly<Record<string, unknown>>>(...asked: Parameters<typeof send>) =>
  (await send(...asked)).json() as Promise<Answer<Data>>;

/** The playground's requests: an app, which no tool imports, so they are loaded by their path. */
const storiesOfThePlayground = async () =>
  (
    (await import(join(root, 'apps/gateway/playground/stories.ts'))) as {
      STORIES: readonly { name: string; query: string; variables?: object }[];
    }
  ).STORIES;

/** The variables with what `{{…}}` would stand for. */
const filled = (variables: object): object =>
  JSON.parse(
    JSON.stringify(variables)
      .replaceAll(/"\{\{(daysAgo|momentIn):\d+\}\}"/g, '"2026-10-01T09:00:00+09:00"')
      .replaceAll(/"\{\{dayIn:\d+\}\}"/g, '"2026-12-01"')
      .replaceAll(/"\{\{\w+\}\}"/g, '"1"'),
  ) as object;

it('answers every request of the playground', async () => {
  const stories = await storiesOfThePlayground();
  expect(stories.length).toBeGreaterThan(90);
  for (const { name, query, variables = {} } of stories) {
    const { data, errors } = await ask(query, filled(variables));
    expect([name, errors]).toEqual([name, undefined]);
    expect([name, Object.values(data!).every((value) => value !== null)]).toEqual([name, true]);
  }
});

it('answers what the docs show to be asked without variables', async () => {
  const page = readFileSync(join(root, 'docs/frontend.md'), 'utf8');
  const blocks = [...page.matchAll(/^```+graphql\n(.*?)^```/gms)].map(([, block]) => block!);
  const asked = blocks.flatMap((block) =>
    parse(block).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      !definition.variableDefinitions?.some(({ type }) => type.kind === Kind.NON_NULL_TYPE)
        ? [{ query: block, operationName: definition.name?.value }]
        : [],
    ),
  );
  expect(asked.length).toBeGreaterThan(5);
  for (const { query, operationName } of asked)
    expect([operationName, (await ask(query, {}, {}, mock.url, operationName)).errors]).toEqual([
      operationName,
      undefined,
    ]);
});

const ONE =
  'query One($id: ID!) { complaint(id: $id) { id title status receivedAt receiptNumber department { code name } } }';

interface One {
  readonly complaint: { readonly title: string; readonly receivedAt: string; readonly receiptNumber: string };
}

describe('a value', () => {
  it('is the same whoever asks, in whatever order, also after a restart', async () => {
    const before = await ask(ONE, { id: 'complaint-3' });
    await ask(ONE, { id: 'complaint-4' });
    const again = await startMock({ api, port: 0, seed: 1 });
    try {
      expect(await ask(ONE, { id: 'complaint-3' }, {}, again.url)).toEqual(before);
      expect(before.data).toMatchObject({ complaint: { id: 'complaint-3' } });
    } finally {
      await again.stop();
    }
  });

  it('is another with another seed', async () => {
    const other = await startMock({ api, port: 0, seed: 2 });
    try {
      const ids = ['complaint-1', 'complaint-2', 'complaint-3', 'complaint-4'];
      const [mine, others] = await Promise.all(
        [mock.url, other.url].map((url) => Promise.all(ids.map((id) => ask(ONE, { id }, {}, url)))),
      );
      expect(others).not.toEqual(mine);
    } finally {
      await other.stop();
    }
  });

  it('looks like one of the city', async () => {
    const { data } = await ask<One>(ONE, { id: 'complaint-3' });
    const { title, receivedAt, receiptNumber } = data!.complaint;
    expect(title).toMatch(/[가-힣]{2,}/);
    expect(receivedAt).toMatch(/^2026-\d\d-\d\dT\d\d:00:00\+09:00$/);
    expect(receiptNumber).toMatch(/^2026-\d{6}-\d$/);
    const english = await ask<One>(ONE, { id: 'complaint-3' }, { 'accept-language': 'en' });
    expect(english.data!.complaint.title).toMatch(/^[ -~]+$/);
  });
});

describe('a list', () => {
  const PAGE =
    'query Page($first: Int, $after: String) { complaints(first: $first, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';

  interface Page {
    readonly complaints: {
      readonly totalCount: number;
      readonly edges: readonly { readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }

  it('can be read page by page to its end', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page: Answer<Page> = await ask<Page>(PAGE, { first: 20, after });
      const { edges, pageInfo, totalCount }: Page['complaints'] = page.data!.complaints;
      ids.push(...edges.map(({ node }) => node.id));
      total = totalCount;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(total);
  });

  it('refuses a cursor that it did not make, and pages that are too long', async () => {
    expect((await ask(PAGE, { after: 'made-up' })).errors![0]!.extensions!.code).toBe('BAD_USER_INPUT');
    expect((await ask(PAGE, { first: 101 })).errors![0]!.extensions!.code).toBe('BAD_USER_INPUT');
  });
});

describe('a mutation', () => {
  const FILE =
    'mutation File($input: FileComplaintInput!) { fileComplaint(input: $input) { complaint { id title } errors { code message path } } }';
  const input = { serviceCode: 'STREET_LIGHT', title: '나의 제목', body: '본문', petitioner: { name: '홍길동' } };

  it('gives back what was said', async () => {
    const { data } = await ask(FILE, { input });
    expect(data).toMatchObject({ fileComplaint: { complaint: { title: '나의 제목' }, errors: [] } });
    expect(await ask(FILE, { input })).toEqual({ data });
  });

  it('refuses when it is asked to', async () => {
    const { data } = await ask(FILE, { input }, { 'x-mock-user-error': 'INVALID_VALUE' });
    expect(data!.fileComplaint).toEqual({
      complaint: null,
      errors: [{ code: 'INVALID_VALUE', message: '연습용 오류입니다: INVALID_VALUE', path: ['input'] }],
    });
  });
});

describe('an error on request', () => {
  it.each([
    ['FORBIDDEN', 200],
    ['UNAUTHENTICATED', 401],
    ['RATE_LIMITED', 429],
  ])('is %s with HTTP %i', async (code, status) => {
    const response = await send(
      ONE,
      { id: '1' },
      { 'x-mock-error': code, 'accept-language': 'en', 'x-request-id': 'mine-12345' },
    );
    const { data, errors } = (await response.json()) as Answer<{ complaint?: unknown }>;
    expect([response.status, errors, response.headers.get('x-request-id')]).toEqual([
      status,
      [expect.objectContaining({ message: `An error for practice: ${code}`, extensions: { code } })],
      'mine-12345',
    ]);
    expect(data?.complaint ?? null).toBeNull();
  });

  it('is that of one part, while the rest is there', async () => {
    const { data, errors } = await ask(
      ONE,
      { id: 'complaint-3' },
      { 'x-mock-error': 'SERVICE_UNAVAILABLE@complaint.department' },
    );
    expect(errors![0]!.extensions!.code).toBe('SERVICE_UNAVAILABLE');
    expect(data).toMatchObject({ complaint: { id: 'complaint-3', department: null } });
  });

  it('is what GraphQL itself says when the request does not fit the API', async () => {
    expect((await ask('{ nothing }')).errors![0]!.message).toContain('Cannot query field "nothing"');
  });

  it('comes as late as is wished', async () => {
    const from = performance.now();
    await ask(ONE, { id: '1' }, { 'x-mock-delay': '300' });
    expect(performance.now() - from).toBeGreaterThanOrEqual(295);
  });
});

it('lets pages of every origin in', async () => {
  const response = await fetch(mock.url, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:5173', 'access-control-request-headers': 'authorization,content-type' },
  });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
});
