import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from './database-away';

const coded = (code: string) => Object.assign(new Error('it failed'), { code });

describe('a database that is away', () => {
  it.each([
    ['no free connection in time', new Error('timeout exceeded when trying to connect')],
    ['no server', coded('ECONNREFUSED')],
    ['a connection that was cut', coded('ECONNRESET')],
    ['too many connections', coded('53300')],
    ['a server that is ended by its administrator', new QueryFailedError('SELECT 1', [], coded('57P01'))],
    ['a broken connection', new QueryFailedError('SELECT 1', [], coded('08006'))],
  ])('is known by %s', (_name, error) => expect(isDatabaseAway(error)).toBe(true));

  it.each([
    ['a duplicate key', new QueryFailedError('INSERT', [], coded('23505'))],
    ['a statement that took too long', new QueryFailedError('SELECT', [], coded('57014'))],
    ['a fault of ours', new TypeError('x is not a function')],
    ['no error', 'timeout exceeded when trying to connect'],
  ])('is not meant by %s', (_name, error) => expect(isDatabaseAway(error)).toBe(false));
});
