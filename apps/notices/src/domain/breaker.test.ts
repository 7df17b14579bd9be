import fc from 'fast-check';
import { type Breaker, LONGEST_REST_MS, RESTS_AT, afterBatch } from './breaker';

const fresh: Breaker = { faults: 0, rests: 0 };
const batch = (answered: number, faults: number, askedMs = 0) => ({ answered, faults, askedMs });

describe('a way out of the house', () => {
  it.each([
    ['goes on after a fault or two', fresh, batch(0, 2), { faults: 2, rests: 0, restMs: 0 }],
    ['rests at the fifth in a row', { faults: 4, rests: 0 }, batch(0, 1), { faults: 5, rests: 1, restMs: 1_000 }],
    [
      'rests twice as long when its trial fails',
      { faults: 5, rests: 1 },
      batch(0, 1),
      { faults: 6, rests: 2, restMs: 2_000 },
    ],
    ['goes on when anybody was answered', { faults: 9, rests: 4 }, batch(1, 19), { faults: 0, rests: 0, restMs: 0 }],
    [
      'is as it was when nothing went that way',
      { faults: 3, rests: 0 },
      batch(0, 0),
      { faults: 3, rests: 0, restMs: 0 },
    ],
    ['rests as long as it is asked to', fresh, batch(0, 1, 90_000), { faults: 1, rests: 0, restMs: 90_000 }],
    ['rests so also when others were answered', fresh, batch(5, 1, 2_000), { faults: 0, rests: 0, restMs: 2_000 }],
  ])('%s', (_what, before, outcome, verdict) => expect(afterBatch(before, outcome)).toEqual(verdict));

  it('rests for ever longer while nothing answers, never longer than the longest, and is free with one answer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 60 }), (failing) => {
        let state: Breaker = fresh;
        let before = 0;
        for (const faults of failing) {
          const { restMs, ...next } = afterBatch(state, batch(0, faults));
          expect(restMs).toBeGreaterThanOrEqual(before);
          expect(restMs).toBeLessThanOrEqual(LONGEST_REST_MS);
          expect(restMs > 0).toBe(next.faults >= RESTS_AT);
          [state, before] = [next, restMs];
        }
        expect(afterBatch(state, batch(1, 0))).toEqual({ ...fresh, restMs: 0 });
      }),
    );
  });

  it('is never made to rest for longer than an hour by what the other side asks', () =>
    expect(afterBatch(fresh, batch(0, 1, 1e12)).restMs).toBe(3_600_000));
});
