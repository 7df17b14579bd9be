import { KEEP_LOGOUT_PATH, LIST_LOGOUTS_PATH, LOGOUTS_PAGE, type Logout, type LogoutPage } from '@charter/contracts';
import { admin } from '@charter/service/testing';
import { Office } from './fixtures/office';

const PERSON = '0197a000-0000-7000-8000-000000000001';

describe('the list of logouts', () => {
  let office: Office;
  let now: number;
  beforeAll(async () => void (office = await Office.open('smtp://127.0.0.1:9')));
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.sql.query('TRUNCATE "logout" RESTART IDENTITY');
    now = Math.floor(office.service.clock.now().getTime() / 1_000);
  });

  const ended = (key: string, facts: Partial<Logout> = {}): Logout => ({
    ...{ kind: 'TOKEN', key, personId: PERSON, issuedUpTo: now - 60, until: now + 600, ...facts },
  });
  const keep = (logout: object) => office.service.fromGateway(KEEP_LOGOUT_PATH, logout);
  const after = async (number: number) =>
    (await office.service.fromGateway(LIST_LOGOUTS_PATH, { after: number })) as LogoutPage;

  it('gives back what was kept, in its order, and from then on only what is new', async () => {
    const [one, two] = [ended('one'), ended('two', { kind: 'SESSION', personId: null })];
    expect(await keep(one)).toEqual({});
    await keep(two);
    expect(await after(0)).toEqual({ logouts: [one, two], last: 2, more: false });
    expect(await after(2)).toEqual({ logouts: [], last: 2, more: false });
    await keep(one);
    expect(await after(2)).toEqual({ logouts: [one], last: 3, more: false });
  });

  it('lets go of those whose tokens have expired', async () => {
    await keep(ended('short', { until: now + 1 }));
    await keep(ended('gone', { until: now - 1 }));
    await keep(ended('kept'));
    expect((await after(0)).logouts.map(({ key }) => key)).toEqual(['short', 'kept']);
  });

  it('is told page by page', async () => {
    await office.sql.query(
      `INSERT INTO "logout" ("kind", "key", "issued_up_to", "until")
       SELECT 'TOKEN', 'token ' || number, now(), now() + interval '1 day' FROM generate_series(1, $1::int) AS number`,
      [LOGOUTS_PAGE + 1],
    );
    const first = await after(0);
    expect([first.logouts.length, first.last, first.more]).toEqual([LOGOUTS_PAGE, LOGOUTS_PAGE, true]);
    const second = await after(first.last);
    expect([second.logouts.length, second.last, second.more]).toEqual([1, LOGOUTS_PAGE + 1, false]);
  });

  it('has no gap behind a number that was read, however many log out at once', async () => {
    let last = 0;
    const heard: string[] = [];
    const listen = async () => {
      const page = await after(last);
      heard.push(...page.logouts.map(({ key }) => key));
      ({ last } = page);
    };
    const keys = Array.from({ length: 40 }, (_value, index) => `key ${index}`);
    let keeping = true;
    const kept = Promise.all(keys.map((key) => keep(ended(key)))).finally(() => (keeping = false));
    while (keeping) await listen();
    await kept;
    await listen();
    expect(heard.sort()).toEqual(keys.sort());
  });

  it('is the gateways’ alone', async () => {
    const refusal = { errors: [{ message: 'The gateway only.', extensions: { code: 'FORBIDDEN' } }] };
    expect(await office.service.internal(KEEP_LOGOUT_PATH, ended('one'))).toEqual(refusal);
    expect(await office.service.fromGateway(LIST_LOGOUTS_PATH, { after: 0 }, admin)).toEqual(refusal);
    expect(await after(0)).toEqual({ logouts: [], last: 0, more: false });
  });

  it('takes nothing that is no logout', async () => {
    await keep({ ...ended('one'), kind: 'EVERYBODY' });
    await keep({ ...ended('x'.repeat(65)) });
    expect((await after(0)).logouts).toEqual([]);
  });
});
