import type { Change } from '@graphql-inspector/core';
import type { Baseline } from './baseline';
import { changesBetween, readApi } from './changes';
import { withoutExpired } from './expired';

export interface Break {
  readonly message: string;
  /** Why it is meant; without it, it is refused. */
  readonly reason?: string;
}

const keyOf = ({ type, path }: Change): string => `${type} ${path}`;

/**
 * The changes that break clients, each with the reason of the commit that made it. What was deprecated and has passed its day may go
 * without one. Something that a branch adds and takes back again breaks nobody.
 * @param allowed a reason for what is not committed yet
 */
export async function breaksSince(base: Baseline, after: string, allowed?: string): Promise<Break[]> {
  const [before, next] = [readApi(base.api), readApi(after)];
  const { breaking } = await changesBetween(before, next);
  if (breaking.length === 0) return [];
  const unannounced = await changesBetween(withoutExpired(before, base.day), next);
  const isRefused = new Set(unannounced.breaking.map(keyOf));
  const left = breaking.filter((change) => isRefused.has(keyOf(change)));
  const reasons = await reasonsFor(left, base, allowed);
  return left.map((change) => ({ message: change.message, reason: reasons.get(change) }));
}

/** The reason of the last step that touched the same place, by the change. */
async function reasonsFor(
  changes: readonly Change[],
  { steps }: Baseline,
  allowed: string | undefined,
): Promise<Map<Change, string | undefined>> {
  const found = new Map<Change, string | undefined>();
  for (const { before, after, version } of steps) {
    const { breaking } = await changesBetween(readApi(before), readApi(after));
    const paths = new Set(breaking.map(({ path }) => path));
    for (const change of changes) if (paths.has(change.path)) found.set(change, version ? version.reason : allowed);
  }
  return new Map(changes.map((change) => [change, found.get(change) ?? allowed]));
}
