import { parseArgs } from 'node:util';
import { GATEWAYS } from './gateways';
import type { Kind, Length } from './load';
import { SHAPES, type Shape } from './shapes';

export interface Settings {
  readonly gateways: readonly string[];
  readonly shapes: readonly Shape[];
  readonly kinds: readonly Kind[];
  readonly round: Length;
  readonly warmUp?: Length;
  readonly rounds: number;
  /** A floor that is missed fails the run. */
  readonly floors: boolean;
}

/** Requests of a round that only shows that everything runs. */
const SHORT = 100;
const WARM_UP_SECONDS = 3;
const KINDS: readonly Kind[] = ['identical', 'distinct'];

function chosen<T>(
  option: string,
  given: string | undefined,
  all: readonly T[],
  nameOf: (one: T) => string,
): readonly T[] {
  if (given === undefined) return all;
  return given.split(',').map((name) => {
    const found = all.find((one) => nameOf(one) === name.trim());
    if (found === undefined)
      throw new Error(`--${option} knows ${all.map(nameOf).join(', ')}, and not ${name.trim()}.`);
    return found;
  });
}

/**
 * Reads the command line: `--short` shows that everything runs, and measures nothing; `--only ours,stock`, `--shape`, `--load`,
 * `--seconds` and `--rounds` choose what is measured, and for how long.
 * @throws when an option or a name is unknown
 */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
      shape: { type: 'string' },
      load: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds ?? 5);
  const rounds = Number(values.rounds ?? (values.short ? 1 : 2));
  if (!(seconds >= 1) || !(rounds >= 1)) throw new Error('--seconds and --rounds have to be 1 or more.');
  return {
    gateways: chosen('only', values.only, GATEWAYS, (name) => name),
    shapes: chosen('shape', values.shape, SHAPES, ({ name }) => name),
    kinds: chosen('load', values.load, KINDS, (kind) => kind),
    rounds,
    round: values.short ? { amount: SHORT } : { duration: seconds },
    ...(!values.short && { warmUp: { duration: WARM_UP_SECONDS } }),
    floors: !values.short,
  };
}
