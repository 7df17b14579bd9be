import { missingRules } from './access/missing';
import type { AccessRules } from './access/rules';
import { breakingChanges } from './breaking';
import { type Subgraphs, composeSupergraph } from './compose';
import { API, type Repository, SUPERGRAPH, schemaPath } from './repository';
import { undescribed } from './undescribed';

export interface Options {
  /** Only compare with what is committed. */
  readonly check: boolean;
  /** Why a change that breaks clients is meant. */
  readonly allowBreaking?: string;
  /** Who may see and do what: whatever has no rule is a fault. Not checked without. */
  readonly access?: AccessRules;
}

export interface Report {
  /** What is wrong; empty when all is well. */
  readonly faults: readonly string[];
  /** What somebody should read. */
  readonly notes: readonly string[];
}

const list = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? [`${title}\n${items.map((item) => `  ${item}`).join('\n')}`] : [];

/**
 * Composes the subgraphs into the files that are committed: each subgraph's schema, the supergraph, and the public API.
 * With `check` nothing is written: stale files, missing descriptions, missing access rules, and changes that
 * break clients are faults.
 */
export function run(repository: Repository, subgraphs: Subgraphs, options: Options): Report {
  const { sdl, api } = composeSupergraph(subgraphs);
  const files = new Map([
    ...Object.entries(subgraphs).map(([name, text]) => [schemaPath(name), text] as const),
    [SUPERGRAPH, sdl],
    [API, api],
  ]);
  const stale = [...files].filter(([path, text]) => repository.read(path) !== text).map(([path]) => path);
  const silent = list('These lack a description:', undescribed(api));
  const unruled = options.access ? missingRules(subgraphs, api, options.access) : [];
  const breaking = breakingFaults(repository, api, options.allowBreaking);
  if (options.check) {
    const outdated = list('These files are stale. Run `npm run supergraph` and commit them:', stale);
    return { faults: [...outdated, ...silent, ...unruled, ...breaking.faults], notes: breaking.notes };
  }
  for (const path of stale) repository.write(path, files.get(path)!);
  return {
    faults: [],
    notes: [...list('Written:', stale), ...silent, ...unruled, ...breaking.faults, ...breaking.notes],
  };
}

/** A change not committed yet is held against the last commit; on a clean checkout, the last commit against the one before. */
function breakingFaults(repository: Repository, api: string, allowed: string | undefined): Report {
  const last = repository.committed('HEAD', API);
  const isCommitted = last === api;
  const before = isCommitted ? repository.committed('HEAD~1', API) : last;
  if (before === undefined) return { faults: [], notes: [] };
  const changes = breakingChanges(before, api);
  if (changes.length === 0) return { faults: [], notes: [] };
  const told = isCommitted && /^BREAKING CHANGE: .+/m.exec(repository.lastMessage())?.[0];
  const reason = allowed ?? told;
  if (reason) return { faults: [], notes: list(`These changes break clients, as intended (${reason}):`, changes) };
  const remedy = 'Deprecate first, or give --allow-breaking "reason" and say "BREAKING CHANGE: …" in the commit.';
  return { faults: list(`These changes break clients. ${remedy}`, changes), notes: [] };
}
