import { Directive } from 'type-graphql';

/** What stands in each subgraph's schema for the marks below. It is not composed: clients do not see it. */
export const CACHE_CONTROL =
  'directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT';

/**
 * Marks a type, or a query, whose content is published: to anonymous callers it is all the same, and may be given to each of them again.
 * Its fields are of the class PUBLIC (`tools/supergraph/src/access/fields.json`), which `npm run supergraph:check` holds against the mark.
 * @param seconds for how long after it was read
 */
export const PublicFor = (seconds: number) => Directive(`@cacheControl(maxAge: ${seconds})`);

/** Marks a type that is as public as what carries it. A type without a mark is not: what contains it is not given again. */
export const PublicWithin = () => Directive('@cacheControl(inheritMaxAge: true)');

/** Marks a field of a public type that is not public: an answer with it is not given again. */
export const NotPublic = () => Directive('@cacheControl(maxAge: 0)');
