import { missingRules } from './access/missing';
import type { AccessRules } from './access/rules';
import { type Subgraphs, composeSupergraph } from './compose';
import { baselineOf } from './life/baseline';
import { breaksSince } from './life/breaking';
import { changelogOf } from './life/changelog';
import { changesBetween, readApi } from './life/changes';
import { deprecationFaults } from './life/deprecations';
import { API, CHANGELOG, type Repository, SUPERGRAPH, schemaPath } from './repository';
import { secondOpinion } from './second-opinion';
import { undescribed } from './undescribed';

export interface Options {
  /** Only compare with what is committed. */
  readonly check: boolean;
  /** Why a change that breaks clients is meant. */
  readonly allowBreaking?: string;
  /** The revision whose API clients have, if it is not main's. */
  readonly base?: string;
  /** Today in Asia/Seoul: YYYY-MM-DD. */
  readonly today: string;
  /** Who may see and do what: whatever has no rule is a fault. Not checked without. */
  readonly access?: AccessRules;
}

export interface Report {
  /** What is wrong; empty when all is well. */
  readonly faults: readonly string[];
  /** What somebody should read. */
  readonly notes: readonly string[];
}

/** Writes the changelog of the API as it lies here, and nothing else. @throws where the history is not there */
export async function writeChangelog(repository: Repository): Promise<void> {
  const { history } = repository;
  const api = repository.read(API);
  if (api === undefined || !history.resolve('HEAD')) throw new Error(`There is no history of ${API} here.`);
  if (history.isShallow()) throw new Error('This clone is shallow: git fetch --unshallow, then again.');
  repository.write(CHANGELOG, await changelogOf(history, API, api));
}

const list = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? [`${title}\n${items.map((item) => `  ${item}`).join('\n')}`] : [];

/**
 * Composes the subgraphs into the files that are committed: each subgraph's schema, the supergraph, the public API and its changelog.
 * With `check` nothing is written: stale files, missing descriptions, missing access rules, deprecations without a day, and changes that
 * break clients are faults.
 */
export async function run(repository: Repository, subgraphs: Subgraphs, options: Options): Promise<Report> {
  const { sdl, api } = composeSupergraph(subgraphs);
  const files = new Map([
    ...Object.entries(subgraphs).map(([name, text]) => [schemaPath(name), text] as const),
    [SUPERGRAPH, sdl],
    [API, api],
  ]);
  const { history } = repository;
  const past = history.isShallow()
    ? ['The changelog of the API was not looked at: this clone is shallow: git fetch --unshallow.']
    : [];
  if (past.length === 0 && history.resolve('HEAD')) files.set(CHANGELOG, await changelogOf(history, API, api));
  const stale = [...files].filter(([path, text]) => repository.read(path) !== text).map(([path]) => path);
  const silent = list('These lack a description:', undescribed(api));
  const unruled = options.access ? missingRules(subgraphs, api, options.access) : [];
  const elsewhere = list(
    'Another implementation of federation composes these differently:',
    await secondOpinion(subgraphs, api),
  );
  const life = await lifeOf(repository, api, options);
  if (options.check) {
    const outdated = list('These files are stale. Run `npm run supergraph` and commit them:', stale);
    return {
      faults: [...outdated, ...silent, ...unruled, ...elsewhere, ...life.faults],
      notes: [...life.notes, ...past],
    };
  }
  for (const path of stale) repository.write(path, files.get(path)!);
  return {
    faults: [],
    notes: [...list('Written:', stale), ...silent, ...unruled, ...elsewhere, ...life.faults, ...life.notes, ...past],
  };
}

/** What the change of the API means for those who use it. */
async function lifeOf(repository: Repository, api: string, options: Options): Promise<Report> {
  const { history } = repository;
  const base = baselineOf({ history, path: API, api, base: options.base, today: options.today });
  if ('unknown' in base) {
    const faults = deprecationFaults(undefined, readApi(api), options.today);
    const note = `Whether something breaks clients was not looked at: ${base.unknown}.`;
    return { faults: list('These deprecations cannot be kept:', faults), notes: [note] };
  }
  const [before, after] = [readApi(base.api), readApi(api)];
  const breaks = await breaksSince(base, api, options.allowBreaking);
  const refused = breaks.filter(({ reason }) => reason === undefined).map(({ message }) => message);
  const meant = breaks.filter(({ reason }) => reason !== undefined);
  const { dangerous } = await changesBetween(before, after);
  const remedy = 'Deprecate first, or give --allow-breaking "reason" and say "BREAKING CHANGE: …" in the commit.';
  return {
    faults: [
      ...list(`These changes break clients of ${base.revision.slice(0, 8)}. ${remedy}`, refused),
      ...list('These deprecations cannot be kept:', deprecationFaults(before, after, base.day)),
    ],
    notes: [
      ...list(
        'These changes break clients, as intended:',
        meant.map(({ message, reason }) => `${message} (${reason})`),
      ),
      ...list(
        'These changes break nobody who expected them:',
        dangerous.map(({ message }) => message),
      ),
    ],
  };
}
