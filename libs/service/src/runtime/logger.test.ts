import { QueryFailedError } from 'typeorm';
import { describeError } from './logger';

it('describes a database error without the people’s data in its parameters', () => {
  const error = new QueryFailedError('INSERT INTO "petitioner" VALUES ($1)', ['홍길동'], new Error('duplicate key'));
  expect(JSON.stringify(describeError(error))).toContain('duplicate key');
  expect(JSON.stringify(describeError(error))).not.toContain('홍길동');
});
