import { localDate } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';
import {
  PETITIONER,
  type Registered,
  type UserError,
  type Whole,
  register,
  registerLate,
  sevenDayService,
  visit,
} from '../../src/story';

const CITIZEN = '0198a000-0000-7000-8000-000000000001';
const NOBODYS = '0198a000-0000-7000-8000-0000000fffff';
const SERVERS = ['charter', 'complaints', 'participation', 'surveys', 'compensation', 'notices'];
const ago = (): string => new Date(Date.now() - 3_600_000).toISOString();

/** What nobody may do, said clearly and without a trace. */
export function refusesBadInput(running: () => RunningStack): void {
  /** How many rows a filing would have added to. */
  const stored = async (): Promise<unknown> =>
    (
      await running().sql(
        'complaints',
        `SELECT (SELECT count(*) FROM complaint) AS complaints, (SELECT count(*) FROM petitioner) AS petitioners,
                (SELECT count(*) FROM deadline) AS deadlines,
                (SELECT count(*) FROM outbox_event WHERE type = 'complaint.filed.v1') AS told`,
      )
    )[0];

  it.each([
    ['a receipt in the future', { receivedAt: '2049-01-03T10:00:00+09:00' }, 'INVALID_VALUE', ['receivedAt']],
    ['no name', { petitioner: { ...PETITIONER, name: ' ' } }, 'INVALID_VALUE', ['petitioner', 'name']],
    ['no contact', { petitioner: { name: '홍길동' } }, 'INVALID_VALUE', ['petitioner']],
    [
      'a resident registration number',
      { body: '주민번호는 000101-3123451 입니다' },
      'RESIDENT_NUMBER_PRESENT',
      ['body'],
    ],
    ['a service that does not exist', { serviceCode: 'TELEPORT' }, 'INVALID_VALUE', ['serviceCode']],
  ])('refuses %s, and stores nothing', async (_name, changes, code, path) => {
    const before = await stored();
    const input = visit(await sevenDayService(running()), { receivedAt: ago(), ...changes });
    const { complaint, errors } = await register(running(), input);
    expect(complaint).toBeNull();
    expect(errors).toMatchObject([{ code, path }]);
    expect(await stored()).toEqual(before);
  });

  it('refuses a department that was closed and that nobody succeeds', async () => {
    const stack = running();
    const save = 'mutation ($input: SaveDepartmentInput!) { saveDepartment(input: $input) { errors { code } } }';
    const item = 'mutation ($input: SaveServiceItemInput!) { saveServiceItem(input: $input) { errors { code path } } }';
    const department = { code: 'E2E_CLOSING', nameKo: '폐지과', nameEn: 'Closing' };
    await stack.get('admin', save, { input: department });
    const period = { unit: 'DAYS', length: 7 };
    const input = {
      ...{ code: 'E2E_SERVICE', kind: 'OTHER', departmentCode: 'E2E_CLOSING', validFrom: '2020-01-01' },
      ...{ nameKo: '시험', nameEn: 'Trial', guidanceKo: '안내', guidanceEn: 'Guidance' },
      ...{ statutoryPeriod: period, charterPeriod: period },
    };
    await eventually(
      () => stack.get<{ saveServiceItem: { errors: UserError[] } }>('admin', item, { input }),
      ({ saveServiceItem }) => saveServiceItem.errors.length === 0,
      20_000,
    );
    await stack.get('admin', save, { input: { ...department, closedOn: localDate(new Date()) } });
    const attempt = () => register(stack, visit('E2E_SERVICE', { receivedAt: ago() }));
    await eventually(attempt, ({ errors }: Registered) => errors.length > 0, 20_000);
    const before = await stored();
    const refused = { complaint: null, errors: [{ code: 'INVALID_VALUE', path: ['serviceCode'] }] };
    expect(await attempt()).toMatchObject(refused);
    expect(await stored()).toEqual(before);
  });

  it('refuses a token that is none, one that was altered and one that has expired', async () => {
    const stack = running();
    const me = (token: string) =>
      stack.post(stack.description.endpoint, { query: '{ me { id } }' }, { authorization: `Bearer ${token}` });
    expect(await me(await stack.token(CITIZEN, ['CITIZEN'], 60))).toEqual({ data: { me: { id: CITIZEN } } });
    const [head, , signature] = stack.description.tokens.citizen.split('.');
    const claims = { sub: CITIZEN, roles: ['ADMIN'], exp: 4_000_000_000 };
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const refused = [
      'nonsense',
      `${head}.${encode(claims)}.${signature}`,
      `${encode({ alg: 'none' })}.${encode(claims)}.`,
      await stack.token(CITIZEN, ['CITIZEN'], -120),
    ];
    for (const token of refused)
      expect(await me(token)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('refuses a cursor that was edited, or belongs to another list', async () => {
    const stack = running();
    const page = 'query ($after: String) { complaints(first: 1, after: $after) { pageInfo { endCursor } } }';
    const { complaints } = await stack.get<{ complaints: { pageInfo: { endCursor: string } } }>('officer', page);
    const cursor = complaints.pageInfo.endCursor;
    expect((await stack.ask('officer', page, { after: cursor })).errors).toBeUndefined();
    const other = (letter: string) => (letter === 'A' ? 'B' : 'A');
    const middle = cursor.indexOf('.') - 4;
    const edited = [
      cursor.replace(/^./, other),
      cursor.slice(0, middle) + other(cursor[middle]!) + cursor.slice(middle + 1),
      cursor.replace(/.$/, other),
      cursor.slice(0, -1),
      `${cursor}.x`,
    ];
    for (const after of edited)
      expect([after, await stack.ask('officer', page, { after })]).toMatchObject([
        after,
        { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
      ]);
    const inbox = 'query ($after: String) { officerInbox(first: 1, after: $after) { pageInfo { endCursor } } }';
    expect((await stack.ask('officer', inbox, { after: cursor })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('answers a subgraph’s caller who comes past the gateway with 401, and keeps the inside off the public port', async () => {
    const { processes, tokens, endpoint } = running().description;
    const headers = { 'content-type': 'application/json' };
    const disguises: Record<string, string>[] = [
      {},
      { authorization: `Bearer ${tokens.admin}` },
      { 'x-charter-identity': tokens.admin },
    ];
    for (const name of SERVERS)
      for (const disguise of disguises)
        for (const path of ['/graphql', '/internal/notice-facts']) {
          const response = await fetch(processes[name]!.url + path, {
            method: 'POST',
            headers: { ...headers, ...disguise },
            body: '{"query":"{ __typename }"}',
          });
          expect([name, path, response.status]).toEqual([name, path, 401]);
        }
    for (const path of ['/metrics', '/internal/notice-facts', '/internal/dead-letters'])
      expect([path, (await fetch(new URL(path, endpoint))).status]).toEqual([path, 404]);
  });

  it('takes no identity from outside', async () => {
    const stack = running();
    const forged = { 'x-charter-identity': stack.description.tokens.admin };
    expect(await stack.post(stack.description.endpoint, { query: '{ me { id } }' }, forged)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('shows another citizen’s complaint as if it were absent, and anonymous callers no schema', async () => {
    const stack = running();
    const id = await registerLate(stack, await sevenDayService(stack));
    const read = (complaint: string) =>
      stack.ask<Whole>('otherCitizen', 'query ($id: ID!) { complaint(id: $id) { id } }', { id: complaint });
    expect(await read(id)).toEqual({ data: { complaint: null } });
    expect(await read(NOBODYS)).toEqual({ data: { complaint: null } });
    const introspect = '{ __schema { queryType { name } } }';
    expect((await stack.ask('citizen', introspect)).errors).toBeUndefined();
    expect(await stack.ask(undefined, introspect)).not.toHaveProperty('data.__schema');
    expect((await stack.ask(undefined, introspect)).errors).toHaveLength(1);
    expect(JSON.stringify(await stack.ask(undefined, '{ complaintz { id } }'))).not.toMatch(
      /complaints|complaintByReceipt/,
    );
  });
}
