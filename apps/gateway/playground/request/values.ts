import { STORIES } from '../stories';

/** Ids that earlier answers gave, by what they name: `complaint` → its id. */
const kept = new Map<string, unknown>();

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);

/** Remembers what the story says that later ones may use. */
export function keep(operationName: string | null | undefined, data: unknown): void {
  const story = STORIES.find(({ name }) => name === operationName);
  for (const [what, path] of Object.entries(story?.keeps ?? {})) {
    const value = at(data, path);
    if (value !== undefined && value !== null) kept.set(what, value);
  }
}

/** A value that no earlier answer gave. */
export class Missing extends Error {}

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
export function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  }
  const name = typeof value === 'string' ? /^\{\{([\w:]+)\}\}$/.exec(value)?.[1] : undefined;
  return name ? meaning(name) : value;
}
