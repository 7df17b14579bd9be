/** Two ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: intervals are of 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's interval (95 %) of a share, which stays within 0 and 1 and holds for few cases (E. B. Wilson, 1927; R. G. Newcombe,
 * 1998, method 3). Of a mean of values from 0 to 1 it is the widest that the mean allows: no spread of such values is larger
 * than that of zeros and ones.
 * @param share from 0 to 1. @param n how many cases, 1 at least
 */
export function wilson(share: number, n: number): Interval {
  const square = Z * Z;
  const middle = share + square / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const whole = 1 + square / n;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}
