import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { open, readPrivacyKeys, seal } from '@charter/privacy';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { KeyRotation, rotationMigrations, sealedColumns } from '../src';
import type { RotationPart } from './rotation-process';

const key = () => randomBytes(32).toString('base64');
const [k1, k2, lookup] = [key(), key(), key()];
const json = (current: string, keys: object) => JSON.stringify({ current, keys, lookup });
const before = readPrivacyKeys(json('k1', { k1 }));
const both = json('k2', { k1, k2 });
const after = readPrivacyKeys(json('k2', { k2 }));

const columns = [
  ...sealedColumns('person', 'id', 'name', 'phone'),
  ...sealedColumns('entrant', ['contest', 'who'], 'name'),
];
const PEOPLE = 3_000;

describe('the rotation of keys', () => {
  let database: TestDatabase;
  const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => database.dataSource.query(text, values);
  const rotation = (keys = both) =>
    new KeyRotation({ dataSource: database.dataSource, keys: readPrivacyKeys(keys), columns });
  const through = async (one: KeyRotation): Promise<void> => {
    for (let step = await one.step(); step !== 'NOTHING'; step = await one.step()) expect(step).toBe('RESEALED');
  };
  const start = async (part: RotationPart): Promise<ChildProcess> => {
    const child = fork(join(__dirname, 'rotation-process.ts'), [], {
      execArgv: ['-r', join(__dirname, '../../testkit/register-typescript.cjs')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.send(part);
    await once(child, 'message');
    return child;
  };
  /** Two processes that begin together. */
  const startTwo = async (part: RotationPart): Promise<ChildProcess[]> => {
    const children = await Promise.all([start(part), start(part)]);
    for (const child of children) child.send('go');
    return children;
  };
  const ended = async (child: ChildProcess): Promise<unknown> =>
    child.exitCode ?? child.signalCode ?? (await once(child, 'exit'))[0];

  beforeAll(async () => {
    database = await createTestDatabase({ entities: [], migrations: rotationMigrations });
    await sql('CREATE TABLE "person" ("id" uuid PRIMARY KEY, "name" text NOT NULL, "phone" text, "note" text)');
    await sql(
      'CREATE TABLE "entrant" ("contest" uuid, "who" uuid, "name" text NOT NULL, PRIMARY KEY ("contest", "who"))',
    );
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    await sql('TRUNCATE "person", "entrant", "key_rotation"');
    const people = Array.from({ length: PEOPLE }, (_, at) => {
      const row = randomUUID();
      const sealed = (column: string, text: string) => seal(before, { table: 'person', column, row }, text);
      return [row, sealed('name', `이름 ${at}`), at % 3 ? sealed('phone', `010-0000-${at}`) : null];
    });
    await sql('INSERT INTO "person" SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])', [
      ...[0, 1, 2].map((at) => people.map((person) => person[at])),
    ]);
    for (let at = 0; at < 10; at += 1) {
      const [contest, who] = [randomUUID(), randomUUID()];
      const place = { table: 'entrant', column: 'name', row: `${contest} ${who}` };
      await sql('INSERT INTO "entrant" VALUES ($1, $2, $3)', [contest, who, seal(before, place, `참가자 ${at}`)]);
    }
  });

  /** Opens everything without the old key. @returns what stands there, in order */
  async function readWithoutOldKey(): Promise<string[]> {
    const people = await sql<{ id: string; name: string; phone: string | null }>('SELECT * FROM "person"');
    const entrants = await sql<{ contest: string; who: string; name: string }>('SELECT * FROM "entrant"');
    const opened = people.flatMap(({ id: row, name, phone }) => [
      open(after, { table: 'person', column: 'name', row }, name),
      ...(phone === null ? [] : [open(after, { table: 'person', column: 'phone', row }, phone)]),
    ]);
    const named = entrants.map(({ contest, who, name }) =>
      open(after, { table: 'entrant', column: 'name', row: `${contest} ${who}` }, name),
    );
    return [...opened, ...named].sort();
  }
  const everything = [
    ...Array.from({ length: PEOPLE }, (_, at) => [`이름 ${at}`, ...(at % 3 ? [`010-0000-${at}`] : [])]).flat(),
    ...Array.from({ length: 10 }, (_, at) => `참가자 ${at}`),
  ].sort();

  it('does nothing before it is asked for, and then seals every value again, so that the old key can be removed', async () => {
    const one = rotation();
    expect(await one.step()).toBe('NOTHING');
    expect(await one.show()).toMatchObject({ keyId: 'k2', requestedAt: null, values: [{ keyId: 'k1', count: 5_010 }] });
    await expect(readWithoutOldKey()).rejects.toThrow('no known key');
    await one.request('admin', new Date());
    expect((await one.show()).columns).toMatchObject([{ total: 10 }, { total: PEOPLE }, { total: 2_000 }]);
    await through(one);
    const shown = await one.show();
    expect(shown.values).toEqual([{ keyId: 'k2', count: 5_010 }]);
    expect(shown.finishedAt).toBeInstanceOf(Date);
    expect(shown.columns.map(({ resealed }) => resealed)).toEqual([10, PEOPLE, 2_000]);
    expect(await readWithoutOldKey()).toEqual(everything);
  });

  it('goes on where it was when its process is killed, two of them at once, again and again', async () => {
    await rotation().request('admin', new Date());
    const part = { url: database.url, keys: both, columns };
    for (let round = 0; round < 3; round += 1) {
      const children = await startTwo(part);
      await Promise.race(children.map((child) => once(child, 'message'))); // one has sealed a batch at least
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(children.map(ended));
    }
    const half = await rotation().show();
    expect(half.values.map(({ keyId }) => keyId)).toEqual(['k1', 'k2']);
    expect(half.finishedAt).toBeNull();
    expect(await Promise.all((await startTwo(part)).map(ended))).toEqual([0, 0]);
    // Nothing was sealed twice: what was done before a kill was not done again after it.
    expect((await rotation().show()).columns.map(({ resealed }) => resealed)).toEqual([10, PEOPLE, 2_000]);
    expect(await readWithoutOldKey()).toEqual(everything);
  });

  it('leaves a row that is being written for the next pass, and is not through before', async () => {
    await rotation().request('admin', new Date());
    const held = database.dataSource.createQueryRunner();
    await held.startTransaction();
    const [row] = (await held.query('SELECT "id" FROM "person" LIMIT 1 FOR UPDATE')) as { id: string }[];
    const one = rotation();
    for (let step = await one.step(); step !== 'WAITING'; step = await one.step()) expect(step).toBe('RESEALED');
    const sealed = seal(before, { table: 'person', column: 'name', row: row!.id }, '고친 이름');
    await held.query('UPDATE "person" SET "name" = $1 WHERE "id" = $2', [sealed, row!.id]);
    await held.commitTransaction();
    await held.release();
    await through(one);
    expect(await readWithoutOldKey()).toContain('고친 이름');
  });

  it('counts what no key opens, leaves it as it is, and goes through all others; asked again, it looks again', async () => {
    const [broken] = await sql<{ id: string; name: string }>('SELECT "id", "name" FROM "person" LIMIT 1');
    await sql('UPDATE "person" SET "name" = $1 WHERE "id" = $2', [broken!.name.replace('k1.', 'k9.'), broken!.id]);
    const one = rotation();
    await one.request('admin', new Date());
    await through(one);
    const stuck = await one.show();
    expect(stuck.values).toEqual([
      { keyId: 'k2', count: 5_009 },
      { keyId: 'k9', count: 1 },
    ]);
    expect(stuck.columns.find(({ column, table }) => table === 'person' && column === 'name')!.unreadable).toBe(1);
    await sql('UPDATE "person" SET "name" = $1 WHERE "id" = $2', [broken!.name, broken!.id]);
    await one.request('admin', new Date());
    await through(one);
    expect((await one.show()).values).toEqual([{ keyId: 'k2', count: 5_010 }]);
    expect(await readWithoutOldKey()).toEqual(everything);
  });

  it.each([
    ['sealed again', '{"people": "k1.N.T.x", "sent": 1}', '{"people": "k2.N.T.y", "sent": 1}', true],
    ['something beside it changed', '{"people": "k1.N.T.x", "sent": 1}', '{"people": "k2.N.T.y", "sent": 2}', false],
    ['opened', '{"people": "k1.N.T.x"}', '{"people": "홍길동"}', false],
    ['emptied', '{"people": "k1.N.T.x"}', '{"people": null}', false],
    ['filled in', '{"people": null}', '{"people": "k1.N.T.x"}', false],
    ['nothing', '{"people": null}', '{"people": null}', true],
  ])('lets tables that never change tell sealing from changing: %s', async (_what, from, to, passes) => {
    const full = (row: string) => row.replace('.N.', `.${'n'.repeat(16)}.`).replace('.T.', `.${'t'.repeat(22)}.`);
    const rows = await sql(`SELECT "only_resealed"($1, $2, '{people}') AS "passes"`, [full(from), full(to)]);
    expect(rows).toEqual([{ passes }]);
  });
});
