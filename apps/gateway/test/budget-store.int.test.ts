import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { type TestDatabase, createEmptyDatabase } from '@charter/testkit';
import { Client } from 'pg';
import { Budget } from '../src/limits/budget';
import { type LimitStore, openLimitStore } from '../src/limits/store/limit-store';
import { createLimitTable } from '../src/limits/store/limit-table';
import { SharedPoints } from '../src/limits/store/shared-points';

const log = pino({ level: 'silent' });
const LIMIT = 3_000;
const BLOCK = 60;

/** A gateway’s share of a limit, with connections of its own. */
function budgetOn(store: LimitStore, window = 60): Budget {
  const shared = store.limiter!('test', LIMIT, window);
  return new Budget({ store: new SharedPoints({ name: 'test', shared, limit: LIMIT, window, log }), block: BLOCK });
}

/** What both stores have to keep. */
function itKeepsTheLimit(open: () => LimitStore): void {
  const stores: LimitStore[] = [];
  const gateway = async (window?: number): Promise<Budget> => {
    const store = open();
    stores.push(store);
    await store.ready();
    return budgetOn(store, window);
  };
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  it('admits no more than the limit, however many gateways take of it at once', async () => {
    const key = `many ${randomUUID()}`;
    const gateways = await Promise.all(Array.from({ length: 4 }, () => gateway()));
    let admitted = 0;
    await Promise.all(
      gateways.flatMap((one) =>
        Array.from({ length: 3 }, async () => {
          for (let i = 0; i < 250; i += 1) if ((await one.spend(key, 3)).isAdmitted) admitted += 3;
        }),
      ),
    );
    expect(admitted).toBeLessThanOrEqual(LIMIT);
    expect(admitted).toBeGreaterThan(LIMIT - gateways.length * BLOCK * 1.5);
  });

  it('asks the store for one request in many', async () => {
    const one = await gateway();
    const key = `few ${randomUUID()}`;
    let later = 0;
    for (let i = 0; i < 200; i += 1) {
      const verdict = one.spend(key, 2);
      if (verdict instanceof Promise) later += 1;
      expect((await verdict).isAdmitted).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 1)); // what a request takes at least
    }
    expect(later).toBeLessThan(20);
  });

  it('begins anew when the window has ended', async () => {
    const one = await gateway(1);
    const key = `window ${randomUUID()}`;
    expect((await one.spend(key, LIMIT)).isAdmitted).toBe(true);
    const refused = await one.spend(key, 1);
    expect(refused).toMatchObject({ isAdmitted: false, retryAfterSeconds: 1 });
    const until = Date.now() + 10_000;
    let again = refused;
    while (!again.isAdmitted && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      again = await one.spend(key, 1);
    }
    expect(again.isAdmitted).toBe(true);
  });
}

describe('limits on PostgreSQL', () => {
  let database: TestDatabase;
  const app = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://none');
  beforeAll(async () => {
    database = await createEmptyDatabase();
    await createLimitTable(database.url);
    await createLimitTable(database.url); // a second start
    const role = `limits_${Date.now()}`;
    await database.dataSource.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await database.dataSource.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON request_limit TO ${role}`);
    [app.pathname, app.username, app.password] = [new URL(database.url).pathname, role, 'secret'];
  });
  afterAll(async () => {
    await database.dataSource.query(`DROP OWNED BY ${app.username}`);
    await database.dataSource.query(`DROP ROLE ${app.username}`);
    await database.drop();
  });
  itKeepsTheLimit(() => openLimitStore({ databaseUrl: app.href, log }));

  it('are counted by a role that defines nothing', async () => {
    const client = new Client({ connectionString: app.href });
    await client.connect();
    await expect(client.query('CREATE TABLE other (id int)')).rejects.toThrow(/permission denied/);
    await client.end();
  });
});

const redisUrl = process.env.TEST_REDIS_URL;
(redisUrl ? describe : describe.skip)('limits on Redis (skipped without a redis-server)', () => {
  itKeepsTheLimit(() => openLimitStore({ redisUrl: redisUrl!, log }));
});

describe('limits while their store is away', () => {
  it('are counted by each gateway, which says so once and goes on', async () => {
    const lines: string[] = [];
    const told = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const store = openLimitStore({ databaseUrl: 'postgres://nobody:secret@127.0.0.1:1/limits', log });
    const shared = store.limiter!('test', LIMIT, 60);
    const points = new SharedPoints({ name: 'test', shared, limit: LIMIT, window: 60, log: told });
    const one = new Budget({ store: points, block: BLOCK });
    expect((await one.spend('a', 2_990)).isAdmitted).toBe(true);
    expect((await one.spend('a', 11)).isAdmitted).toBe(false);
    for (let i = 0; i < 20; i += 1) expect((await one.spend(`caller ${i}`, 5)).isAdmitted).toBe(true);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, limit: 'test' });
    await store.close();
  });

  it('are counted by each gateway where there is none', async () => {
    const store = openLimitStore({ log });
    expect(store.limiter).toBeUndefined();
    const points = new SharedPoints({ name: 'test', limit: LIMIT, window: 60, log });
    const one = new Budget({ store: points, block: BLOCK });
    expect((await one.spend('a', LIMIT)).isAdmitted).toBe(true);
    expect((await one.spend('a', 1)).isAdmitted).toBe(false);
    await store.close();
  });
});
