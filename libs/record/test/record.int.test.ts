import { randomUUID } from 'node:crypto';
import { type TestDatabase, createTestDatabase } from '@charter/testkit';
import { seal, verifyRecord, waitingEntries } from '../src';
import {
  Chronicle1700000000001,
  ChronicleRecord1700000000002,
  TABLES,
  behindTheBack,
  chronicle,
  connectAs,
  verdict,
} from './chronicle';

describe('the record of a database', () => {
  let database: TestDatabase;
  const sql = <T = unknown>(statement: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query(statement, parameters) as Promise<T[]>;
  const write = async (...said: (string | null)[]): Promise<string[]> =>
    (
      await sql<{ id: string }>(
        `INSERT INTO "note" ("status", "said", "name") SELECT 'NEW', s, 'sealed' FROM unnest($1::text[]) AS s RETURNING "id"`,
        [said],
      )
    ).map(({ id }) => id);

  beforeEach(async () => {
    database = await chronicle();
  });
  afterEach(() => database.drop());

  describe('takes in', () => {
    it('what was there, and each row in the transaction that writes it, and links them in their order', async () => {
      await write('one', 'two');
      await database.dataSource
        .transaction(async (tx) => {
          await tx.query(`INSERT INTO "note" ("status") VALUES ('NEVER')`);
          throw new Error('rolled back');
        })
        .catch(() => undefined);
      await sql(`INSERT INTO "step" VALUES ($1, 'FIRST', 1), ($1, 'SECOND', NULL)`, [randomUUID()]);
      expect(await waitingEntries(database.dataSource)).toMatchObject({ waiting: 5 });
      expect(await verdict(database)).toMatchObject({ links: 0, waiting: 5, broken: 0, head: null });
      const { linked, head } = await seal(database.dataSource);
      expect(linked).toBe(5);
      expect(await verdict(database)).toEqual({
        ...{ links: 5, holding: 5, waiting: 0, erasures: 0, removals: 0, broken: 0, first: null, head },
      });
      expect(
        (await sql<{ kind: string }>('SELECT "kind" FROM "record_link" ORDER BY "seq"')).map(({ kind }) => kind),
      ).toEqual(['TAKEN_IN', 'WRITTEN', 'WRITTEN', 'WRITTEN', 'WRITTEN']);
    });

    it('rows whose table has got another nullable column since, whatever time zone and style the session has', async () => {
      await sql(`SET timezone = 'America/New_York'`);
      await write('one');
      await sql('ALTER TABLE "note" ADD "later" text');
      await sql(`INSERT INTO "note" ("status", "later") VALUES ('NEW', 'known')`);
      await seal(database.dataSource);
      expect(await verdict(database)).toMatchObject({ holding: 3, broken: 0 });
    });

    it('what many write at once while many seal: every row once, in one chain', async () => {
      const writers = Array.from({ length: 8 }, async (_, w) => {
        for (let i = 0; i < 25; i += 1) await write(`${w} ${i}`);
      });
      const sealers = Array.from({ length: 3 }, async () => {
        for (let i = 0; i < 30; i += 1) await seal(database.dataSource);
      });
      await Promise.all([...writers, ...sealers]);
      await seal(database.dataSource);
      expect(await verdict(database)).toMatchObject({
        links: 201,
        holding: 201,
        waiting: 0,
        broken: 0,
        head: { seq: 201 },
      });
    });

    it('what a sealer left that was killed in the middle of a batch', async () => {
      await write('one', 'two', 'three');
      const killed = database.dataSource.createQueryRunner();
      await killed.startTransaction();
      const [{ pid }] = await killed.query('SELECT pg_backend_pid() AS pid');
      await killed.query('SELECT * FROM "record_seal"(2)');
      expect(await seal(database.dataSource)).toEqual({ linked: 0 }); // the other has it
      await sql('SELECT pg_terminate_backend($1, 5000)', [pid]);
      await killed.release().catch(() => undefined);
      expect(await verdict(database)).toMatchObject({ links: 0, waiting: 4, broken: 0 });
      expect(await seal(database.dataSource)).toMatchObject({ linked: 4 });
      expect(await verdict(database)).toMatchObject({ holding: 4, waiting: 0, broken: 0 });
    });
  });

  describe('erases', () => {
    const erase = async (id: string, columns = ['said'], why = '개인정보 보호법 제36조'): Promise<boolean> =>
      (await sql<{ done: boolean }>(`SELECT "record_erase"('note', $1, $2, $3) AS "done"`, [id, columns, why]))[0]!
        .done;

    it.each([true, false])(
      'what a person wrote, and the chain stays whole and says so (linked before: %s)',
      async (linked) => {
        const [id] = (await write('홍길동 010-1234-5678', 'another')) as [string];
        if (linked) await seal(database.dataSource);
        expect(await erase(id, ['said', 'details', 'name'])).toBe(true);
        expect(await erase(id, ['said'])).toBe(false); // nothing is left to erase
        expect(await sql('SELECT "status", "said", "details", "name" FROM "note" WHERE "id" = $1', [id])).toEqual([
          { status: 'NEW', said: null, details: {}, name: null },
        ]);
        expect(await verdict(database)).toMatchObject({ erasures: 1, broken: 0 });
        await seal(database.dataSource);
        expect(await verdict(database)).toMatchObject({ links: 4, holding: 4, erasures: 1, broken: 0 });
        const links = await sql(
          `SELECT "kind", "columns", "why", "salt" IS NULL AS "bare" FROM "record_link" WHERE "row_key" = $1 ORDER BY "seq"`,
          [id],
        );
        expect(links).toEqual([
          { kind: 'WRITTEN', columns: null, why: null, bare: true }, // a digest that nobody can guess from
          { kind: 'ERASED', columns: ['said', 'details', 'name'], why: '개인정보 보호법 제36조', bare: false },
        ]);
      },
    );

    it('the same row twice, and knows a change after it', async () => {
      const [id] = (await write('one')) as [string];
      await erase(id, ['said']);
      await erase(id, ['details']);
      await seal(database.dataSource);
      expect(await verdict(database)).toMatchObject({ links: 4, holding: 4, erasures: 2 });
      await behindTheBack(database, `UPDATE "note" SET "said" = 'put in' WHERE "id" = ${id}`);
      expect(await verdict(database)).toMatchObject({
        broken: 1,
        first: { fault: 'CHANGED', table: 'note', row: id, seq: 4 },
      });
    });

    it('only columns that may hold personal data, of tables in the record, for a reason', async () => {
      const [id] = (await write('one')) as [string];
      await expect(erase(id, ['said', 'status'])).rejects.toThrow('can be erased');
      await expect(erase(id, [])).rejects.toThrow('can be erased');
      await expect(erase(id, ['said'], ' ')).rejects.toThrow('says why');
      await expect(sql(`SELECT "record_erase"('migrations', '1', ARRAY['name'], 'x')`)).rejects.toThrow(
        'not in the record',
      );
      expect(await erase('999999', ['said'])).toBe(false);
    });

    it('while the sealer works, without a salt left behind', async () => {
      const ids = await write(...Array.from({ length: 60 }, (_, i) => `word ${i}`));
      const sealing = Array.from({ length: 40 }, () => sql('SELECT * FROM "record_seal"(5)'));
      await Promise.all([...sealing, ...ids.map((id) => erase(id))]);
      await seal(database.dataSource);
      expect(await verdict(database)).toMatchObject({ links: 121, holding: 121, erasures: 60, broken: 0 });
      expect(
        await sql(`SELECT count(*)::int AS n FROM "record_link" WHERE "kind" = 'WRITTEN' AND "salt" IS NOT NULL`),
      ).toEqual([{ n: 0 }]);
    });

    it('whole rows where their table lets them go, and names one that comes back', async () => {
      const [one, two] = (await write('one', 'two')) as [string, string];
      await seal(database.dataSource);
      expect(await sql(`SELECT "record_remove"('note', ARRAY[$1, '999999'], '2년 경과') AS "gone"`, [one])).toEqual([
        { gone: 1 },
      ]);
      await expect(sql(`SELECT "record_remove"('step', ARRAY['x'], 'y')`)).rejects.toThrow('rows of step stay');
      await expect(sql(`SELECT "record_remove"('note', ARRAY[$1], '')`, [two])).rejects.toThrow('says why');
      expect(await verdict(database)).toMatchObject({ waiting: 1, removals: 1, broken: 0 });
      await seal(database.dataSource);
      expect(await verdict(database)).toMatchObject({ links: 4, holding: 4, removals: 1, broken: 0 });
      await behindTheBack(
        database,
        `INSERT INTO "note" ("id", "status", "said", "name") VALUES (${one}, 'NEW', 'one', 'sealed')`,
      );
      expect(await verdict(database)).toMatchObject({ first: { table: 'note', row: one } });
    });
  });

  describe('refuses', () => {
    it('changes, deletion and emptying, even to the owner', async () => {
      await write('one', 'two');
      await sql('SELECT * FROM "record_seal"(2)');
      for (const table of ['note', 'record_link', 'record_waiting'])
        for (const statement of [`DELETE FROM "${table}"`, `TRUNCATE "${table}"`])
          await expect(sql(statement)).rejects.toThrow(`${table} is append-only`);
      await expect(sql(`UPDATE "note" SET "said" = 'x'`)).rejects.toThrow('note is append-only');
      await expect(sql(`UPDATE "note" SET "name" = NULL`)).rejects.toThrow('note is append-only');
      await expect(sql(`UPDATE "record_link" SET "why" = 'x'`)).rejects.toThrow('append-only');
      await expect(sql(`UPDATE "record_link" SET "salt" = decode('00', 'hex')`)).rejects.toThrow('append-only');
    });

    it('the role of the application everything but adding, erasing and sealing anew', async () => {
      const role = `record_${randomUUID().replaceAll('-', '')}`;
      const bare = await createTestDatabase({ entities: [], migrations: [] });
      await bare.dataSource.query(`CREATE ROLE ${role} LOGIN PASSWORD 'app'`);
      await bare.dataSource.query(`ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`);
      const runner = bare.dataSource.createQueryRunner();
      for (const migration of [new Chronicle1700000000001(), new ChronicleRecord1700000000002()])
        await migration.up(runner);
      await runner.release();
      const app = await connectAs(bare.url, role, 'app');
      try {
        await app.query(`INSERT INTO "note" ("status", "said", "name") VALUES ('NEW', 'one', 'sealed k1')`);
        for (const forbidden of [
          ...['note', 'step', 'record_link', 'record_waiting', 'record_table'].flatMap((table) => [
            ...[`DELETE FROM "${table}"`, `TRUNCATE "${table}"`, `ALTER TABLE "${table}" DISABLE TRIGGER ALL`],
          ]),
          `UPDATE "note" SET "said" = 'x'`,
          `UPDATE "record_waiting" SET "salt" = NULL`,
          `UPDATE "record_table" SET "personal" = '{status}'`,
          `INSERT INTO "record_waiting" ("kind", "table_name", "row_key", "recorded_at") VALUES ('REMOVED', 'note', '1', now())`,
          `SELECT "record_take_in"(t) FROM "record_table" AS t`,
        ])
          await expect(app.query(forbidden)).rejects.toThrow(/permission denied|must be owner/);
        await app.query(`UPDATE "note" SET "name" = 'sealed k2' WHERE "name" IS NOT NULL`);
        expect(await app.query(`SELECT "record_erase"('note', '2', ARRAY['said'], 'asked for') AS done`)).toEqual([
          { done: true },
        ]);
        expect(await seal(app)).toMatchObject({ linked: 3 });
        expect(await verifyRecord(app, TABLES)).toMatchObject({ holding: 3, erasures: 1, broken: 0 });
      } finally {
        await app.destroy();
        await bare.drop();
        await database.dataSource.query(`DROP ROLE ${role}`);
      }
    });

    it('nothing more once it is taken away', async () => {
      await write('one');
      const runner = database.dataSource.createQueryRunner();
      await new ChronicleRecord1700000000002().down(runner);
      await runner.release();
      await sql(`UPDATE "note" SET "said" = 'free'`);
      await sql('DELETE FROM "note"');
      expect(
        await sql(
          `SELECT "proname" FROM pg_proc WHERE "proname" LIKE 'record\\_%' AND "pronamespace" = 'public'::regnamespace`,
        ),
      ).toEqual([]);
    });
  });

  describe('names', () => {
    let last: string;

    beforeEach(async () => {
      [, , , last] = (await write('one', 'two', 'three', 'four')) as [string, string, string, string];
      await sql(`INSERT INTO "step" VALUES ('00000000-0000-4000-8000-000000000001', 'FIRST', 1)`);
      await seal(database.dataSource);
    });

    // Rows 1 to 5 of the table are links 1 to 5; the step is link 6.
    it.each([
      ['a row that was changed', `UPDATE "note" SET "status" = 'X' WHERE "id" = 3`, 'CHANGED', 3, 'note', '3'],
      [
        'a word of a person that was changed',
        `UPDATE "note" SET "said" = 'X' WHERE "id" = 3`,
        'CHANGED',
        3,
        'note',
        '3',
      ],
      [
        'a row of two keys that was changed',
        `UPDATE "step" SET "n" = 2`,
        'CHANGED',
        6,
        'step',
        '00000000-0000-4000-8000-000000000001/FIRST',
      ],
      ['a row that was removed', `DELETE FROM "note" WHERE "id" = 2`, 'REMOVED', 2, 'note', '2'],
      [
        'a row that was slipped in',
        `INSERT INTO "note" ("id", "status") VALUES (99, 'X')`,
        'NEVER_RECORDED',
        null,
        'note',
        '99',
      ],
      [
        'a link that was changed',
        `UPDATE "record_link" SET "recorded_at" = now() WHERE "seq" = 4`,
        'LINK_CHANGED',
        4,
        'note',
        '4',
      ],
      ['a salt that was taken', `UPDATE "record_link" SET "salt" = NULL WHERE "seq" = 4`, 'CHANGED', 4, 'note', '4'],
      ['a link that was removed', `DELETE FROM "record_link" WHERE "seq" = 4`, 'LINK_REMOVED', 4, null, null],
    ])('%s', async (_, tampering, fault, seq, table, row) => {
      await behindTheBack(database, tampering);
      const found = await verdict(database);
      expect(found.first).toEqual({ fault, seq, table, row });
      expect(found.broken).toBeGreaterThan(0);
    });

    it('the first of several, and counts what still holds', async () => {
      await behindTheBack(
        database,
        `UPDATE "note" SET "status" = 'X' WHERE "id" IN (2, 4)`,
        `DELETE FROM "note" WHERE "id" = 3`,
      );
      expect(await verdict(database)).toMatchObject({
        links: 6,
        holding: 3,
        broken: 3,
        first: { seq: 2, fault: 'CHANGED', row: '2' },
      });
    });

    it('a row that was changed before it was linked', async () => {
      const [id] = (await write('five')) as [string];
      await behindTheBack(database, `UPDATE "note" SET "said" = 'X' WHERE "id" = ${id}`);
      expect((await verdict(database)).first).toEqual({ fault: 'CHANGED', seq: null, table: 'note', row: id });
    });

    it('a row that was recorded again under its changed words', async () => {
      await behindTheBack(database, `DELETE FROM "note" WHERE "id" = ${last}`);
      await sql(`INSERT INTO "note" ("id", "status", "said") VALUES ($1, 'NEW', 'four, but otherwise')`, [last]);
      await seal(database.dataSource);
      const found = await verdict(database);
      expect(found.first).toEqual({ fault: 'CHANGED', seq: 5, table: 'note', row: last });
      expect(found.broken).toBe(2); // the second time it begins is a fault of its own
    });

    it('a forged erasure that changed more than it says', async () => {
      await sql(`SELECT "record_erase"('note', $1, ARRAY['said'], 'x')`, [last]);
      await behindTheBack(database, `UPDATE "note" SET "status" = 'X' WHERE "id" = ${last}`);
      await seal(database.dataSource);
      expect((await verdict(database)).first).toEqual({ fault: 'CHANGED', seq: 5, table: 'note', row: last });
    });

    it('a chain that was cut off, to whoever kept its head', async () => {
      const { head } = await verdict(database);
      await behindTheBack(database, 'DELETE FROM "step"', 'DELETE FROM "record_link" WHERE "seq" = 6');
      expect(await verdict(database)).toMatchObject({ broken: 0 }); // what was never there looks like this too
      const found = await verifyRecord(database.dataSource, TABLES, head!);
      expect(found.first).toEqual({ fault: 'END_CUT_OFF', seq: 6, table: null, row: null });
    });

    it('one place only where the whole chain was written anew behind a link', async () => {
      await behindTheBack(
        database,
        `UPDATE "record_link" SET "previous_hash" = sha256('x'), "hash" = sha256('y') WHERE "seq" = 3`,
      );
      const found = await verdict(database);
      expect(found.first).toMatchObject({ fault: 'LINK_CHANGED' });
    });
  });
});
