import type { RunningStack } from '../running-stack';
import { EVERY_MARK, type MarkKind, type Marks } from './marks';

export const DATABASES = ['charter', 'complaints', 'participation', 'surveys', 'compensation', 'notices'] as const;
/** What services tell each other: it names things, and says nothing of anybody. */
export const TELLING = ['outbox_event', 'outbox_delivery', 'inbox_entry'];

interface Table {
  readonly schema: string;
  readonly name: string;
}

const tablesOf = (stack: RunningStack, database: string): Promise<Table[]> =>
  stack.sql<Table>(
    database,
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`,
  );

const hex = (text: string): string => Buffer.from(text).toString('hex');
/** A needle as it reads in a row, and as it reads in bytes. */
const spelled = (needle: string): string[] => [needle, hex(needle)];
const ANY = [EVERY_MARK, ...['표식', 'mark-', '01077', '010-77', '7700'].map(hex)].join('|');

/**
 * Looks through every row of a database, past all access rules.
 * @param kinds what is sought in a table
 * @returns `table: kind place` for each mark that stands there in clear
 */
export async function inTables(
  stack: RunningStack,
  database: string,
  marks: Marks,
  kinds: (table: string) => readonly MarkKind[],
): Promise<string[]> {
  const each = (await tablesOf(stack, database)).map(
    ({ schema, name }) => `SELECT '${name}' AS name, t::text AS text FROM "${schema}"."${name}" t WHERE t::text ~ $1`,
  );
  const rows = await stack.sql<{ name: string; text: string }>(database, each.join(' UNION ALL '), [ANY]);
  const found = new Set<string>();
  for (const { name, text } of rows)
    for (const { kind, at, needles } of marks.of(kinds(name)))
      if (needles.flatMap(spelled).some((needle) => text.includes(needle))) found.add(`${name}: ${kind} ${at}`);
  return [...found];
}

/** What every process tells its operator of itself, in one text. */
export async function metricsOf(stack: RunningStack): Promise<string> {
  const pages = Object.entries(stack.description.processes)
    .filter(([name, { url }]) => url && !['identity', 'mail'].includes(name))
    .map(async ([, { url }]) => (await fetch(`${url}/metrics`)).text());
  return (await Promise.all(pages)).join('\n');
}
