import { Writable } from 'node:stream';
import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { describeError, flatLogger } from './logger';

it('describes a database error without the people’s data in its parameters', () => {
  const error = new QueryFailedError('INSERT INTO "petitioner" VALUES ($1)', ['홍길동'], new Error('duplicate key'));
  expect(JSON.stringify(describeError(error))).toContain('duplicate key');
  expect(JSON.stringify(describeError(error))).not.toContain('홍길동');
});

it('removes what stands under a personal name in a flat line too', () => {
  const written: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) });
  flatLogger(pino({ base: null }, sink)).info(
    { requestId: 'r-1', phone: '010-2345-6781', title: '보도블록' },
    'answered',
  );
  expect(JSON.parse(written.join(''))).toMatchObject({ requestId: 'r-1', phone: '[removed]', title: '[removed]' });
});
