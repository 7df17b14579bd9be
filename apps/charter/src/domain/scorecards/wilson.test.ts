import fc from 'fast-check';
import { wilson } from './wilson';

describe('Wilson’s interval', () => {
  // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i among %i is published as %f to %f', (kept, n, low, high) => {
    const found = wilson(kept / n, n);
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it('stays within 0 and 1, holds the share, and narrows with more cases', () =>
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), (kept, more) => {
        const n = kept + more;
        const { low, high } = wilson(kept / n, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(kept / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(kept / n - 1e-12);
        const wider = wilson(kept / n, n * 4);
        expect(wider.high - wider.low).toBeLessThan(high - low);
      }),
    ));
});
