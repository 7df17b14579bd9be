import { maskError } from './errors';

it('keeps what a client may rely on and drops the rest', () => {
  const formatted = {
    message: 'Not found.',
    path: ['complaint'],
    extensions: { code: 'NOT_FOUND', stacktrace: ['x'], sql: 'SELECT 1' },
  };
  expect(maskError(formatted, 'r-1')).toEqual({
    message: 'Not found.',
    path: ['complaint'],
    extensions: { code: 'NOT_FOUND' },
  });
});

it('masks a fault and names the request', () => {
  const formatted = {
    message: 'duplicate key value violates "petitioner_pkey"',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
  expect(maskError(formatted, 'r-1')).toEqual({
    message: 'Internal server error.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' },
  });
});
