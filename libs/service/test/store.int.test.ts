import { randomUUID } from 'node:crypto';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { accepted, refusal, refused } from '@charter/contracts';
import { type TestDatabase, createTestDatabase, schemaDrift } from '@charter/testkit';
import {
  CreateIdempotencyKey1700000000003,
  Cursors,
  IdempotencyKeyEntity,
  IdempotencyKeyReused,
  type ListOrder,
  StaleVersion,
  guardedUpdate,
  keysetPage,
  once,
  wasDone,
} from '../src';

@Entity('item')
class ItemEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

class CreateItem1700000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "item" ("id" uuid NOT NULL PRIMARY KEY, "made_at" timestamptz NOT NULL, "due_at" timestamptz, "version" integer NOT NULL DEFAULT 1)',
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "item"');
  }
}

const cursors = new Cursors('a secret of at least thirty-two characters');
const newest: ListOrder = {
  name: 'items by newness',
  direction: 'DESC',
  columns: [
    { expression: 'item.made_at', type: 'timestamptz' },
    { expression: 'item.id', type: 'uuid' },
  ],
};
const nearest: ListOrder = {
  name: 'items by due moment',
  direction: 'ASC',
  columns: [
    { expression: `COALESCE(item.due_at, 'infinity')`, type: 'timestamptz' },
    { expression: 'item.id', type: 'uuid' },
  ],
};

describe('the store helpers on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({
      entities: [ItemEntity, IdempotencyKeyEntity],
      migrations: [CreateIdempotencyKey1700000000003, CreateItem1700000000900],
    });
  });
  afterAll(() => database.drop());
  beforeEach(() => database.dataSource.query('TRUNCATE "item", "idempotency_key"'));

  it('has entities that agree with the migrations', async () =>
    expect(await schemaDrift(database.dataSource)).toEqual([]));

  async function walk(order: ListOrder, first: number): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const query = database.dataSource.manager.createQueryBuilder(ItemEntity, 'item');
      const page: Awaited<ReturnType<typeof keysetPage<ItemEntity>>> = await keysetPage(
        query,
        order,
        { first, after },
        cursors,
      );
      ids.push(...page.edges.map(({ node }) => node.id));
      expect(await page.totalCount()).toBe(25);
      expect(page.totalCount()).toBe(page.totalCount()); // asked again, it is not counted again
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    return ids;
  }

  it('pages through rows a microsecond apart, ties and nulls included, each exactly once and in order', async () => {
    await database.dataSource.query(`
      INSERT INTO "item" ("id", "made_at", "due_at")
      SELECT gen_random_uuid(), timestamptz '2026-11-23 10:00:00+09' + (n / 2) * interval '1 microsecond',
             CASE WHEN n % 5 > 0 THEN timestamptz '2026-12-01 00:00:00+09' + (n % 3) * interval '1 day' END
      FROM generate_series(1, 25) n`);
    const expected = async (order: string) =>
      (await database.dataSource.query(`SELECT "id" FROM "item" AS item ORDER BY ${order}`)).map(
        ({ id }: { id: string }) => id,
      );
    expect(await walk(newest, 4)).toEqual(await expected('made_at DESC, id DESC'));
    expect(await walk(nearest, 7)).toEqual(await expected('due_at ASC NULLS LAST, id ASC'));
  });

  it.each([0, 101, 1.5])('refuses a page of %s', async (first) => {
    const query = database.dataSource.manager.createQueryBuilder(ItemEntity, 'item');
    await expect(keysetPage(query, newest, { first }, cursors)).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('refuses the second of two writers who read the same version', async () => {
    const id = randomUUID();
    await database.dataSource.manager.insert(ItemEntity, { id, madeAt: new Date() });
    const write = () =>
      database.dataSource.transaction((tx) =>
        guardedUpdate(tx, ItemEntity, { id, version: 1 }, { madeAt: new Date(0) }),
      );
    await write();
    await expect(write()).rejects.toBeInstanceOf(StaleVersion);
    expect(await database.dataSource.manager.findOneBy(ItemEntity, { id })).toMatchObject({ version: 2 });
  });

  describe('a creating command with a key', () => {
    const command = (changes: object = {}) => ({
      callerId: 'citizen',
      operation: 'make',
      key: 'k1',
      input: { a: 1 },
      secret: 's',
      ...changes,
    });
    const make = (changes?: object) =>
      database.dataSource.transaction((tx) =>
        once(tx, command(changes), async () => {
          const id = randomUUID();
          await tx.insert(ItemEntity, { id, madeAt: new Date() });
          return accepted(id);
        }),
      );
    const count = () => database.dataSource.manager.count(ItemEntity);

    it('runs once, also when ten come at once', async () => {
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => make()));
      expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value)).size).toBe(1);
      expect(await count()).toBe(1);
    });

    it('refuses the key with another input, and keeps callers and operations apart', async () => {
      await make();
      await expect(make({ input: { a: 2 } })).rejects.toBeInstanceOf(IdempotencyKeyReused);
      await make({ callerId: 'somebody else' });
      await make({ operation: 'other' });
      await make({ key: null });
      expect(await count()).toBe(4);
    });

    it('is known to have been done, and one that was refused is not', async () => {
      const done = (changes?: object) => wasDone(database.dataSource.manager, command(changes));
      expect(await done()).toBe(false);
      await database.dataSource.transaction((tx) =>
        once(tx, command(), async () => refused<string>(refusal('INVALID_VALUE', '값', 'Value'))),
      );
      expect(await done()).toBe(false);
      await make();
      expect([await done(), await done({ key: 'k2' }), await done({ key: null })]).toEqual([true, false, false]);
    });

    it('can be mended and sent again with the same key after a refusal', async () => {
      const outcome = await database.dataSource.transaction((tx) =>
        once(tx, command({ input: { a: 0 } }), async () =>
          refused<string>(refusal('INVALID_VALUE', '값을 확인해 주십시오.', 'Check the value.')),
        ),
      );
      expect(outcome.ok).toBe(false);
      expect(await make()).toMatchObject({ ok: true });
    });
  });
});
