import type { CharterClient } from './client';
import type { TypedDocument } from './document';
import { CharterError, type Failure } from './failure';

/** A Relay connection, as far as paging needs it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor?: string | null; readonly hasNextPage: boolean };
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly hasNextPage: boolean;
  /** Parts that are missing from this page. */
  readonly missing: readonly Failure[];
}

export interface PagesOptions {
  readonly signal?: AbortSignal;
  /** No more pages than this are asked for; 100 without it. */
  readonly maxPages?: number;
}

/**
 * The pages of a list, one request each, when they are asked for.
 * @param connection where the list is in the answer: `(data) => data.complaints`
 * @throws CharterError when a page cannot be had; the signal's reason when it is aborted
 */
export async function* pages<Data, Variables extends { first?: number | null; after?: string | null }, Node>(
  client: CharterClient,
  document: TypedDocument<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connection: (data: Data) => Connection<Node> | null | undefined,
  { signal, maxPages = 100 }: PagesOptions = {},
): AsyncGenerator<Page<Node>, void, undefined> {
  let after: string | null | undefined;
  for (let count = 0; count < maxPages; count += 1) {
    const given = { ...variables, ...(after && { after }) } as unknown as Variables;
    const result = await client.execute(document, given, { signal });
    if (result.kind === 'failed') throw new CharterError(result.failure);
    const found = connection(result.data);
    const missing = result.kind === 'partial' ? result.missing : [];
    if (!found) {
      if (missing[0]) throw new CharterError(missing[0]);
      return; // a list that is not there for this caller
    }
    const { hasNextPage, endCursor } = found.pageInfo;
    yield { nodes: found.edges.map(({ node }) => node), hasNextPage, missing };
    if (!hasNextPage || !endCursor || endCursor === after) return;
    after = endCursor;
  }
}

/** Every node of a list, one after the other; see `pages`. */
export async function* nodes<Data, Variables extends { first?: number | null; after?: string | null }, Node>(
  ...args: Parameters<typeof pages<Data, Variables, Node>>
): AsyncGenerator<Node, void, undefined> {
  for await (const page of pages(...args)) yield* page.nodes;
}
