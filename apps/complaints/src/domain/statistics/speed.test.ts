import fc from 'fast-check';
import { bucketOf, hoursOf, percentile } from './speed';

it.each([
  [0, 0],
  [0.49, 0],
  [0.5, 1],
  [7.99, 15],
  [8, 16],
  [79.9, 51],
  [80, 52],
  [10_000, 166],
])('puts %d working hours into bucket %i', (hours, bucket) => expect(bucketOf(hours)).toBe(bucket));

it('is never further from the truth than half a bucket', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 999, noNaN: true }), (hours) => {
      const most = hours < 8 ? 0.25 : hours < 80 ? 1 : 4;
      expect(Math.abs(hoursOf(bucketOf(hours)) - hours)).toBeLessThanOrEqual(most);
    }),
  );
});

it('finds the percentile of a sorted list, within half a bucket', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 79, noNaN: true }), { minLength: 1, maxLength: 200 }),
      fc.constantFrom(0.5, 0.9),
      (hours, share) => {
        const exact = [...hours].sort((a, b) => a - b)[Math.max(1, Math.ceil(hours.length * share)) - 1]!;
        const counts = hours.map((each) => ({ bucket: bucketOf(each), count: 1 }));
        expect(Math.abs(percentile(counts, share)! - exact)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

it('has no percentile of nothing, and no bucket beyond the last', () => {
  expect(percentile([], 0.5)).toBeNull();
  expect(() => hoursOf(167)).toThrow('no bucket');
});
