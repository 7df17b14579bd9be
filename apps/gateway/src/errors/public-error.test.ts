import { maskError } from './public-error';

it('passes on after how long a limited caller may try again, and only then', () => {
  const limited = { code: 'RATE_LIMITED', serviceName: 'complaints', retryAfterSeconds: 60, sql: 'SELECT 1' };
  expect(maskError({ message: 'x', extensions: limited }).extensions).toEqual({
    code: 'RATE_LIMITED',
    retryAfterSeconds: 60,
  });
  expect(maskError({ message: 'x', extensions: { ...limited, code: 'NOT_FOUND' } }).extensions).toEqual({
    code: 'NOT_FOUND',
  });
});
