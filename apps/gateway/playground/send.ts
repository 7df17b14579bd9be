import type { GraphiQLProps } from 'graphiql';
import { STORIES } from './stories';
import type { Language, Texts } from './texts';

/** Ids that earlier answers gave, by what they name: `complaint` → its id. */
const kept = new Map<string, unknown>();

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);

function keep(operationName: string | null | undefined, data: unknown): void {
  const story = STORIES.find(({ name }) => name === operationName);
  for (const [what, path] of Object.entries(story?.keeps ?? {})) {
    const value = at(data, path);
    if (value !== undefined && value !== null) kept.set(what, value);
  }
}

class Missing extends Error {}

const DAY = 86_400_000;
/** Korea is nine hours ahead of UTC all year. */
const SEOUL = 9 * 3_600_000;

/** What `{{name}}` stands for: a kept id, a moment, or a day in Asia/Seoul. @throws {Missing} */
function meaning(name: string): unknown {
  const days = /^daysAgo:(\d+)$/.exec(name)?.[1];
  if (days) return new Date(Date.now() - Number(days) * DAY).toISOString();
  const later = /^momentIn:(\d+)$/.exec(name)?.[1];
  if (later) return new Date(Date.now() + Number(later) * DAY).toISOString();
  const ahead = /^dayIn:(\d+)$/.exec(name)?.[1];
  if (ahead) return new Date(Date.now() + SEOUL + Number(ahead) * DAY).toISOString().slice(0, 10);
  if (!kept.has(name)) throw new Missing(name);
  return kept.get(name);
}

/** Puts in what `{{name}}` stands for, wherever it is in the variables. @throws {Missing} */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  }
  const name = typeof value === 'string' ? /^\{\{([\w:]+)\}\}$/.exec(value)?.[1] : undefined;
  return name ? meaning(name) : value;
}

const failure = (message: string): object => ({ errors: [{ message }] });

export type Fetcher = GraphiQLProps['fetcher'];

export interface Sender {
  /** Undefined for an anonymous caller. */
  readonly token: string | undefined;
  /** What reads the schema for the docs and the explorer, also while the chosen person is anonymous. */
  readonly schemaToken: string | undefined;
  readonly language: Language;
  readonly texts: Texts;
}

/** Sends a request of the editor as the chosen person, and remembers the ids in the answer. */
export async function send(
  { query, variables, operationName }: Parameters<Fetcher>[0],
  own: Readonly<Record<string, string>>,
  { token: chosen, schemaToken, language, texts }: Sender,
): Promise<object> {
  const token = operationName === 'IntrospectionQuery' ? (chosen ?? schemaToken) : chosen;
  let values: unknown;
  try {
    values = filled(variables ?? {});
  } catch (error) {
    if (error instanceof Missing) return failure(texts.missing(error.message));
    throw error;
  }
  const headers = {
    'content-type': 'application/json',
    'accept-language': language,
    ...(token && { authorization: `Bearer ${token}` }),
    ...own,
  };
  try {
    const body = JSON.stringify({ query, variables: values, operationName });
    const answer = (await (await fetch('/graphql', { method: 'POST', headers, body })).json()) as { data?: unknown };
    keep(operationName, answer.data);
    return answer;
  } catch {
    return failure(texts.unreachable);
  }
}
