import { parseEvent } from '@charter/contracts';
import { QueryFailedError } from 'typeorm';
import { PermanentFailure } from './event-handler';
import { failureReason } from './failure-reason';

const queryError = (code: string, message: string) =>
  new QueryFailedError(
    'INSERT INTO citizen (name) VALUES ($1)',
    ['홍길동'],
    Object.assign(new Error(message), { code }),
  );

describe('the reason of a failure', () => {
  it('names class and message, and leaves statement and parameters out', () => {
    const reason = failureReason(queryError('23505', 'duplicate key value violates unique constraint "claim_once"'));
    expect(reason).toBe('QueryFailedError: 23505: duplicate key value violates unique constraint "claim_once"');
  });

  it.each([
    ['22P02', 'invalid input syntax for type integer: "홍길동"', 'invalid input syntax for type integer: "…"'],
    ['22003', 'value "99999" is out of range for type integer', 'value "…" is out of range for type integer'],
    ['42P01', 'relation "claim" does not exist', 'relation "claim" does not exist'],
  ])('masks the values PostgreSQL repeats (%s)', (code, message, masked) => {
    expect(failureReason(queryError(code, message))).toBe(`QueryFailedError: ${code}: ${masked}`);
  });

  it('masks addresses and numbers of people, and keeps ids', () => {
    const id = '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a11';
    const reason = failureReason(
      new PermanentFailure(`${id}: hong@example.kr, 010-1234-5678, 02 123 4567, 900101-1234567, 42 days`),
    );
    expect(reason).toBe(`PermanentFailure: ${id}: [e-mail], [number], [number], [number], 42 days`);
  });

  it('says where a contract is broken, without what stood there', () => {
    const broken = { id: 'x', type: 'complaint.filed.v1', producer: 'complaints', occurredAt: '홍길동', payload: {} };
    try {
      parseEvent(broken);
      throw new Error('It was accepted.');
    } catch (error) {
      expect(failureReason(error)).toMatch(/^ZodError: id: .*; occurredAt: /);
      expect(failureReason(error)).not.toContain('홍길동');
    }
  });

  it('is short, and says so of what is no error', () => {
    expect(failureReason(new Error('가'.repeat(9_000))).length).toBe(500);
    expect(failureReason('secret')).toBe('A string was thrown.');
  });
});
