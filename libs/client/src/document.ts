/** Carries the types of a document's variables and answer. Nothing of it is there at run time. */
export interface DocumentTypeDecoration<Data, Variables> {
  __apiType?: (variables: Variables) => Data;
}

/** A document as graphql-codegen writes it with `documentMode: 'string'`: its text, its types and its hash. */
export interface TypedDocument<Data, Variables> extends DocumentTypeDecoration<Data, Variables> {
  toString(): string;
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
}

/** What a client has to know of a document before it sends it. */
export interface Operation {
  readonly text: string;
  readonly kind: 'query' | 'mutation';
  /** Undefined for a document without a name. */
  readonly name?: string;
  /** Its key in `persisted-documents.json`; undefined for a document that was not generated. */
  readonly hash?: string;
}

/** Reads kind and name from the text alone. What may be a mutation is taken for one: it is sent once. */
export function operationOf(document: { toString(): string; readonly __meta__?: unknown }): Operation {
  const text = document.toString().trim();
  const hash = (document.__meta__ as { hash?: unknown } | undefined)?.hash;
  return {
    text,
    kind: /^\s*mutation\b/m.test(text) ? 'mutation' : 'query',
    name: /^\s*(?:query|mutation)\s+(\w+)/m.exec(text)?.[1],
    ...(typeof hash === 'string' && { hash }),
  };
}
