/** What a link to the playground can hold. */
export interface Shared {
  readonly query: string;
  readonly variables: string;
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
export const linkTo = (shared: Shared, page: string): string =>
  `${page.split('#')[0]}#q=${encode(JSON.stringify(shared))}`;

/** What the address holds; undefined for none, or for one that was cut short. */
export function sharedIn(hash: string): Shared | undefined {
  const text = /^#q=([\w-]+)$/.exec(hash)?.[1];
  if (!text) return undefined;
  try {
    const { query, variables } = JSON.parse(decode(text)) as Partial<Record<string, unknown>>;
    return { query: String(query ?? ''), variables: String(variables ?? '') };
  } catch {
    return undefined;
  }
}
