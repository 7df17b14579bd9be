import { setImmediate } from 'node:timers/promises';
import type { LoadedGraph } from './loaded-graph';

/** Operations that are planned on a new schema before it serves. */
const MOST = 300;

export interface WarmUp {
  /** Operations that are ready on the new schema. */
  readonly planned: number;
  /** Operations of the old one that cannot run on it. */
  readonly unfit: number;
}

/**
 * Plans on a new schema what is asked of the old one again and again, so that its first requests need not wait. Between two
 * plans, requests have their turn.
 */
export async function warmUp(next: LoadedGraph, old: LoadedGraph): Promise<WarmUp> {
  let planned = 0;
  let unfit = 0;
  for (const { text, operationName } of old.operations.recent(MOST)) {
    if (next.operations.adopt(text, operationName)) planned += 1;
    else unfit += 1;
    await setImmediate();
  }
  return { planned, unfit };
}
