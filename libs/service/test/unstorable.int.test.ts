import { GraphQLError } from 'graphql';
import { type TestDatabase, createEmptyDatabase } from '@charter/testkit';
import { translateErrors } from '../src/graph/translate-errors';
import { isUnstorable } from '../src/store/unstorable';

describe('a text that the database cannot keep', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  const failing = async (sql: string, value: unknown): Promise<Error> => {
    try {
      await database.dataSource.query(sql, [value]);
    } catch (error) {
      return error as Error;
    }
    throw new Error('It did not fail.');
  };

  it.each([
    ['a text', 'SELECT $1::text', 'a\u0000b'],
    ['a document', 'SELECT $1::jsonb', '{"a":"\\u0000"}'],
  ])('is its sender’s to mend, in %s', async (_what, sql, value) => {
    const cause = await failing(sql, value);
    expect(isUnstorable(cause)).toBe(true);
    const error = new GraphQLError(cause.message, { originalError: cause });
    const told = translateErrors(error.toJSON(), error, 'en', 'complaints');
    expect(told.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(told.message).toContain('U+0000');
  });

  it('is not every statement that fails', async () => {
    expect(isUnstorable(await failing('SELECT $1::uuid', 'x'))).toBe(false);
    expect(isUnstorable(new Error('22021'))).toBe(false);
  });
});
