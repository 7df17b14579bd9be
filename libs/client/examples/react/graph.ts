import {
  type AnyVariables,
  type Client,
  type TypedDocumentNode,
  cacheExchange,
  createClient,
  fetchExchange,
  gql,
} from 'urql';
import { CharterClient, type Language, Tokens, type TypedDocument } from '@charter/client';

/** The token of the demo citizen; a real page asks its sign-in service. */
const token = async (): Promise<string> => (await fetch('/demo-token')).text();

/** The kit sends: token, language, retries. urql keeps and shares what came back. */
export function createGraph(language: Language): Client {
  const charter = new CharterClient({
    endpoint: '/graphql',
    language,
    tokens: new Tokens({ load: token, refresh: token }),
  });
  return createClient({
    url: new URL('/graphql', location.href).toString(),
    fetch: charter.fetch,
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
  });
}

const parsed = new WeakMap<object, TypedDocumentNode>();

/** A document of the kit as urql takes it: with its types, parsed once. */
export function asDocument<Data, Variables extends AnyVariables>(
  document: TypedDocument<Data, Variables>,
): TypedDocumentNode<Data, Variables> {
  const known = parsed.get(document) ?? gql(document.toString());
  parsed.set(document, known);
  return known as TypedDocumentNode<Data, Variables>;
}
