import type { IntrospectionInputTypeRef, IntrospectionInputValue, IntrospectionQuery } from 'graphql';

/** One answer for each token: the page asks early, its parts ask again. */
const asked = new Map<string, Promise<IntrospectionQuery>>();

async function ask(token: string): Promise<IntrospectionQuery> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: INTROSPECTION, operationName: 'IntrospectionQuery' }),
  });
  const { data } = (await answer.json()) as { data?: IntrospectionQuery };
  if (!data) throw new Error(`The schema cannot be read: ${answer.status}.`);
  return withoutNeedlessDemands(data);
}

/**
 * The editor of variables holds every `!` of an input object for a field that must be sent, although it has a default: it would underline
 * examples that are right. So fields with a default are shown without it.
 */
function withoutNeedlessDemands({ __schema: schema }: IntrospectionQuery): IntrospectionQuery {
  const types = schema.types.map((type) =>
    type.kind === 'INPUT_OBJECT' ? { ...type, inputFields: type.inputFields.map(optionalByDefault) } : type,
  );
  return { __schema: { ...schema, types } };
}

function optionalByDefault(field: IntrospectionInputValue): IntrospectionInputValue {
  const { type, defaultValue } = field;
  if (type.kind !== 'NON_NULL' || defaultValue === null || defaultValue === undefined) return field;
  return { ...field, type: type.ofType as IntrospectionInputTypeRef };
}

/** What the graph says of itself to whoever holds the token. @throws {Error} when it says nothing; the next call asks again */
export function introspect(token: string): Promise<IntrospectionQuery> {
  const known = asked.get(token);
  if (known) return known;
  const answer = ask(token);
  asked.set(token, answer);
  answer.catch(() => asked.delete(token));
  return answer;
}

/** Asks, for a later `introspect` to find. */
export const primeSchema = (token: string): void => void introspect(token).catch(() => undefined);

export const forgetSchema = (token: string): void => void asked.delete(token);
