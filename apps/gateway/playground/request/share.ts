/** What a link to the playground can hold: never a token. */
export interface Shared {
  readonly query: string;
  readonly variables: string;
  /** The name of the example that it began as. */
  readonly story?: string;
  /** The demo person who is to ask; where there are none, it is passed over. */
  readonly person?: string;
}

const encode = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const decode = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0)),
  );

/** The address of the playground with this query open. The part after # never leaves the browser. */
export const linkTo = ({ query, variables, story, person }: Shared, page: string): string =>
  `${page.split('#')[0]}#q=${encode(JSON.stringify({ query, variables, story, person }))}`;

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the address holds; undefined for none, or for one that was cut short. */
export function sharedIn(hash: string): Shared | undefined {
  const text = /^#q=([\w-]+)$/.exec(hash)?.[1];
  if (!text) return undefined;
  try {
    const { query, variables, story, person } = JSON.parse(decode(text)) as Partial<Record<string, unknown>>;
    return {
      ...{ query: textIn(query) ?? '', variables: textIn(variables) ?? '' },
      ...{ story: textIn(story), person: textIn(person) },
    };
  } catch {
    return undefined;
  }
}
