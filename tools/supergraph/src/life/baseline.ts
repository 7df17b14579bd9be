import type { History, Version } from './git';

/** A change of the API on the way from what main has to what lies here. */
interface Step {
  readonly before: string;
  readonly after: string;
  /** The commit that made it; undefined for what is not committed. */
  readonly version?: Version;
}

export interface Baseline {
  /** The revision that clients have. */
  readonly revision: string;
  readonly api: string;
  /** From there to here, oldest first. */
  readonly steps: readonly Step[];
  /** The day of what lies here, as YYYY-MM-DD in Asia/Seoul: today's while it is not committed. */
  readonly day: string;
}

export interface Asked {
  readonly history: History;
  /** Where the API is committed. */
  readonly path: string;
  /** The API as it lies here. */
  readonly api: string;
  /** What to compare with, if not main. */
  readonly base?: string;
  /** YYYY-MM-DD in Asia/Seoul. */
  readonly today: string;
}

/**
 * What a change is held against: where this branch left main. On main itself that is the last commit while something is not committed, and
 * the commit before it on a clean checkout.
 * @returns what to compare, or why it cannot be found
 */
export function baselineOf({ history, path, api, base, today }: Asked): Baseline | { readonly unknown: string } {
  const head = history.resolve('HEAD');
  if (!head) return { unknown: 'there is no commit to compare with' };
  const main = base ?? ['origin/main', 'main'].find((name) => history.resolve(name));
  const fork = main === undefined ? head : history.mergeBase(main, head);
  if (!fork) return { unknown: `where this branch left ${main} is not known in this clone: git fetch --unshallow` };
  const last = history.file(head, path);
  const isCommitted = last === api;
  const revision = fork !== head ? fork : isCommitted ? history.resolve('HEAD~1') : head;
  if (!revision) {
    const isShallow = history.isShallow();
    return {
      unknown: isShallow ? 'this clone ends at its last commit: git fetch --deepen 1' : 'this is the first commit',
    };
  }
  const old = history.file(revision, path);
  if (old === undefined) return { unknown: `${revision.slice(0, 8)} has no ${path}` };
  const steps: Step[] = [];
  let before = old;
  for (const version of history.versions(`${revision}..${head}`, path)) {
    const after = history.file(version.commit, path);
    if (after === undefined) continue;
    steps.push({ before, after, version });
    before = after;
  }
  if (!isCommitted) steps.push({ before, after: api });
  const day = isCommitted ? history.commit(head).committed : today;
  return { revision, api: old, steps, day };
}
