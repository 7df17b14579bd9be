import type { Kind, Measured } from './load';
import type { Shape } from './shapes';

/** What was measured of one shape under one load, by gateway; one entry a round. */
export interface Result {
  readonly shape: Shape;
  readonly kind: Kind;
  readonly rounds: ReadonlyMap<string, readonly Measured[]>;
}

const HEADINGS = ['gateway', 'requests/s', '× stock', 'p50 ms', 'p99 ms', 'CPU ms/request', 'stock × CPU', 'memory MB'];
const WIDTHS = [10, 10, 7, 7, 7, 14, 11, 9];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at]!) : cell.padStart(WIDTHS[at]!))).join('  ');

const perSecond = (rounds: readonly Measured[]): number => mean(rounds.map((one) => one.perSecond));

/** Processor time of a request in milliseconds; undefined where the system does not tell. */
const cpu = (rounds: readonly Measured[] = []): number | undefined => {
  const known = rounds.map((one) => one.cpu).filter((value) => value !== undefined);
  return known.length > 0 ? mean(known) : undefined;
};

/** How many times a gateway's requests a second another reaches; undefined when one of them was not measured. */
function ratio({ rounds }: Result, of: string, to: string): number | undefined {
  const [measured, base] = [rounds.get(of), rounds.get(to)];
  return measured && base && perSecond(measured) / perSecond(base);
}

/** A table of the means over all rounds. */
export function table(result: Result): string {
  const stock = cpu(result.rounds.get('stock'));
  const lines = [...result.rounds].map(([name, rounds]) => {
    const own = cpu(rounds);
    return row([
      name,
      perSecond(rounds).toFixed(0),
      ratio(result, name, 'stock')?.toFixed(1) ?? '–',
      mean(rounds.map(({ p50 }) => p50)).toFixed(1),
      mean(rounds.map(({ p99 }) => p99)).toFixed(1),
      own?.toFixed(2) ?? '–',
      own && stock ? (stock / own).toFixed(1) : '–',
      rounds.at(-1)?.memory?.toFixed(0) ?? '–',
    ]);
  });
  return [`${result.shape.name}, ${result.kind} requests`, row(HEADINGS), ...lines].join('\n');
}

/** Where ours is not as much faster than stock as it has to be; empty when it is everywhere. */
export const missedFloors = (results: readonly Result[]): string[] =>
  results.flatMap((result) => {
    const reached = ratio(result, 'ours', 'stock');
    if (result.kind !== 'identical' || reached === undefined || reached >= result.shape.floor) return [];
    return [`${result.shape.name}: × ${reached.toFixed(1)}, and the floor is × ${result.shape.floor}.`];
  });

/** Peers that answered more requests a second than ours, by shape and load. */
export const aheadOfOurs = (results: readonly Result[]): string[] =>
  results.flatMap((result) =>
    [...result.rounds.keys()]
      .filter((name) => (ratio(result, name, 'ours') ?? 0) > 1)
      .map(
        (name) =>
          `${result.shape.name}, ${result.kind}: ${name} (× ${ratio(result, name, 'ours')!.toFixed(2)} of ours)`,
      ),
  );
