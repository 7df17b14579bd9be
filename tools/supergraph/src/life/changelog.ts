import type { Change } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { elementsOf, typesOf } from '../elements';
import { changesBetween, readApi } from './changes';
import { deprecationsOf } from './deprecations';
import type { History } from './git';

/** A state of the API in its history. */
interface State {
  readonly api: string;
  /** Under which heading the way to it stands. */
  readonly title: string;
  readonly reason?: string;
}

const NEWEST = 'Newest';
const HEAD = `# What changed in the API

Written by \`npm run supergraph\` from the history of [the schema](../apps/gateway/schema.graphql), newest first. Changed descriptions are not listed.
"Newest" is the last change of the schema, which gets its day and its words from Git with the next one.
`;

/** The states of the API, newest first: what lies here, and every commit that changed it before. */
function statesOf(history: History, path: string, api: string): State[] {
  const committed = history.versions('HEAD', path).reverse();
  const states = committed.flatMap(({ commit, authored, subject, reason }) => {
    const text = history.file(commit, path);
    return text === undefined ? [] : [{ api: text, title: `${authored} · ${subject}`, reason }];
  });
  const before = states[0]?.api === api ? states.slice(1) : states;
  return [{ api, title: NEWEST }, ...before];
}

/**
 * The API's changelog. It depends on the commits before the last change of the schema and on the schema as it lies here: so it can be
 * committed together with a change, and stays as it is until the next.
 * @param path where the API is committed
 * @param api the API as it lies here
 */
export async function changelogOf(history: History, path: string, api: string): Promise<string> {
  const states = statesOf(history, path, api);
  const sections: string[] = [];
  let after = readApi(api);
  for (const [index, { title, reason }] of states.entries()) {
    const older = states[index + 1];
    const before = older && readApi(older.api);
    const lines = before ? await linesOf(before, after, reason) : ['- The first version.'];
    if (lines.length > 0 || title === NEWEST) {
      const told = lines.length > 0 ? lines : ['- Nothing that clients see but descriptions.'];
      sections.push(`## ${title.replaceAll(/[<>*_`[\]]/g, '\\$&')}\n\n${told.join('\n')}\n`);
    }
    if (before) after = before;
  }
  return [HEAD, deprecatedNow(readApi(api)), ...sections].join('\n');
}

function deprecatedNow(api: GraphQLSchema): string {
  const rows = deprecationsOf(api).map(
    ({ element, day, reason }) =>
      `| \`${element.name}\` | ${day ?? ''} | ${reason.replace(/^\S+: /, '').replaceAll('|', '\\|')} |`,
  );
  const table = ['| deprecated | may go on | instead |', '| --- | --- | --- |', ...rows].join('\n');
  return `## Deprecated now\n\n${rows.length > 0 ? table : 'Nothing.'}\n`;
}

/** One state of the API against the one before it. */
async function linesOf(before: GraphQLSchema, after: GraphQLSchema, reason: string | undefined): Promise<string[]> {
  const { breaking, dangerous, harmless } = await changesBetween(before, after);
  const announced = new Map(deprecationsOf(before).map((one) => [one.element.path, one]));
  const wasAnnounced = ({ path, type }: Change) => type.endsWith('_REMOVED') && announced.has(path ?? '');
  const unexpected = breaking.filter((change) => !wasAnnounced(change));
  const gone = breaking.filter(wasAnnounced).map(({ path }) => `\`${announced.get(path!)!.element.name}\``);
  const deprecated = deprecationsOf(after)
    .filter((one) => announced.get(one.element.path)?.reason !== one.reason)
    .map((one) => `- Deprecated: \`${one.element.name}\`, ${one.reason}`);
  const why = reason === undefined ? '' : ` (${reason})`;
  return [
    ...(unexpected.length > 0 ? [`- **Breaks clients**${why}:`] : []),
    ...unexpected.map(({ message }) => `  - ${message}`),
    ...(gone.length > 0 ? [`- Removed as announced: ${gone.join(', ')}`] : []),
    ...deprecated,
    ...(dangerous.length > 0 ? ['- Look at your code:', ...dangerous.map(({ message }) => `  - ${message}`)] : []),
    ...additions(before, after, harmless),
  ];
}

/** What was added, in one line for each type. */
function additions(before: GraphQLSchema, after: GraphQLSchema, harmless: readonly Change[]): string[] {
  const added = new Set(harmless.filter(({ type }) => type.endsWith('_ADDED')).map(({ path }) => path));
  const types = typesOf(after);
  const old = new Set(typesOf(before).map(({ name }) => name));
  const roots = new Map([
    [after.getQueryType()?.name, 'queries'],
    [after.getMutationType()?.name, 'mutations'],
  ]);
  const members = types
    .filter(({ name }) => old.has(name))
    .flatMap((type) => {
      const names = [...elementsOf(type)]
        .filter(({ path }) => added.has(path) && !added.has(path.slice(0, path.lastIndexOf('.'))))
        .map(({ name }) => `\`${name.slice(type.name.length + 1)}\``);
      const title = roots.get(type.name) ?? `\`${type.name}\`:`;
      return names.length > 0 ? [{ isRoot: roots.has(type.name), line: `- Added ${title} ${names.join(', ')}` }] : [];
    })
    .sort((a, b) => Number(b.isRoot) - Number(a.isRoot));
  const created = types.filter(({ name }) => !old.has(name)).map(({ name }) => `\`${name}\``);
  return [...members.map(({ line }) => line), ...(created.length > 0 ? [`- Added types ${created.join(', ')}`] : [])];
}
