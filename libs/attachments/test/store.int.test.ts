import { randomUUID } from 'node:crypto';
import { type TestDatabase, createTestDatabase, schemaDrift } from '@charter/testkit';
import { AttachmentStore, attachmentEntities, attachmentMigrations } from '../src';

describe('the table of attachments', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ entities: attachmentEntities, migrations: attachmentMigrations });
  });
  afterAll(() => database.drop());

  it('is what its entity says, and goes down again', async () => {
    const fresh = await createTestDatabase({ entities: attachmentEntities, migrations: attachmentMigrations });
    const { dataSource } = fresh;
    expect(await schemaDrift(dataSource)).toEqual([]);
    await dataSource.undoLastMigration();
    expect(await dataSource.query(`SELECT 1 FROM pg_tables WHERE tablename = 'attachment'`)).toEqual([]);
    await fresh.drop();
  });

  it('gives the files of many subjects in one statement, each in the order in which they were attached', async () => {
    const store = new AttachmentStore(database.dataSource);
    const [one, other, none] = [randomUUID(), randomUUID(), randomUUID()];
    const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 1, 0, second));
    const insert = (name: string, subjectId: string, attachedAt: Date, requestedAt = at(0)) =>
      store.insert(database.dataSource.manager, {
        ...{ id: randomUUID(), subjectId, uploadedBy: one, name, description: null, bytes: 1, sha256: '0'.repeat(64) },
        ...{ type: 'image/png', scanState: 'CLEAN', requestedAt, uploadUntil: at(9), checkedAt: at(1), attachedAt },
        tidied: false,
      });
    await insert('later', one, at(3));
    await insert('second', one, at(2), at(1));
    await insert('first', one, at(2));
    await insert('another', other, at(2));
    const found = await store.ofSubjects([other, none, one]);
    expect(found.map((files) => files.map(({ name }) => name))).toEqual([
      ['another'],
      [],
      ['first', 'second', 'later'],
    ]);
  });

  it.each([
    [
      'attached before it was checked',
      `"subject_id" = "id", "attached_at" = now(), "checked_at" = NULL, "media_type" = NULL`,
    ],
    ['attached at no moment', `"attached_at" = NULL`],
    ['checked without a type', `"media_type" = NULL`],
    ['of a state that is none', `"scan_state" = 'FINE'`],
    ['empty', `"bytes" = 0`],
  ])('holds nothing that is %s', async (_what, change) => {
    await expect(database.dataSource.query(`UPDATE "attachment" SET ${change}`)).rejects.toThrow('check constraint');
  });
});
