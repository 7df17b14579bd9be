import { parseArgs } from 'node:util';

import { StackError } from '../stack-error';

/** The switches of a command. @throws {StackError} for one that it does not know */
export function switches<const N extends string>(args: readonly string[], ...known: readonly N[]): Record<N, boolean> {
  const options = Object.fromEntries(known.map((name) => [name, { type: 'boolean' as const, default: false }]));
  try {
    return parseArgs({ args: [...args], options, strict: true }).values as Record<N, boolean>;
  } catch {
    const list = known.map((name) => `--${name}`).join(', ') || 'none';
    throw new StackError(`Unknown option in "${args.join(' ')}": this command knows ${list}.`);
  }
}
