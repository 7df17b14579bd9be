/** How an answer is written, by what the client accepts. */
export interface MediaType {
  readonly contentType: string;
  /**
   * Whether a request that does not fit is answered 200: the client names `application/json` and nothing else, as GraphQL
   * over HTTP has it for clients from before `application/graphql-response+json`. One that accepts anything gets the status.
   */
  readonly isLenient: boolean;
}

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const UTF8 = '; charset=utf-8';
const REMEMBERED = 100;

const known = new Map<string, MediaType | undefined>();

/** What to answer with; undefined when the client accepts nothing that there is. */
export function mediaTypeFor(accept: string | undefined): MediaType | undefined {
  const key = accept ?? '*/*';
  if (known.has(key)) return known.get(key);
  const type = chosen(key);
  if (known.size < REMEMBERED) known.set(key, type);
  return type;
}

function chosen(accept: string): MediaType | undefined {
  const weights = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = parameters.map((text) => /^q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
    weights.set(range, Math.max(weights.get(range) ?? 0, quality === undefined ? 1 : Number(quality) || 0));
  }
  const any = Math.max(weights.get('*/*') ?? 0, weights.get('application/*') ?? 0);
  const graphql = weights.get(GRAPHQL_TYPE) ?? 0;
  const json = weights.get(JSON_TYPE) ?? any;
  if (graphql === 0 && json === 0) return undefined;
  if (graphql > 0 && graphql >= json) return { contentType: GRAPHQL_TYPE + UTF8, isLenient: false };
  return { contentType: JSON_TYPE + UTF8, isLenient: any === 0 && graphql === 0 };
}
