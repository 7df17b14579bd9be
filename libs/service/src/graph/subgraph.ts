import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, isObjectType, parse } from 'graphql';
import { type ClassType, type ContainerType, type NonEmptyArray, buildSchema, createResolversMap } from 'type-graphql';
import { checkAccess, fieldsWithoutRule, refusableWithoutNull } from './access';
import type { RequestContext } from './context';
import { CACHE_CONTROL } from './public-for';
import { DateTime } from './scalars';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible"])';

/** Finds an entity that another service refers to. Row rules belong in it: no auth checker and no middleware runs before it. */
export type ReferenceResolver<C extends RequestContext> = (reference: never, context: C) => unknown;

export interface SubgraphParts<C extends RequestContext> {
  readonly resolvers: NonEmptyArray<ClassType>;
  /** Entity stubs that no resolver returns. */
  readonly orphanedTypes?: readonly ClassType[];
  /** One for each entity this service answers for (`@key` without `resolvable: false`). */
  readonly references: Readonly<Record<string, ReferenceResolver<C>>>;
  /** Gives a resolver class its instance. */
  readonly container: ContainerType;
  /** The schema extension that links the directives of federation, and defines others, where it is not the platform's own. */
  readonly federation?: string;
}

const resolvableEntities = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ astNode }) =>
      astNode?.directives?.some(
        ({ name, arguments: args }) =>
          name.value === 'key' &&
          !args?.some(({ name, value }) => name.value === 'resolvable' && 'value' in value && value.value === false),
      ),
    )
    .map(({ name }) => name);

/**
 * Builds the executable subgraph out of type-graphql classes.
 * @throws when a root field has no access rule, a query that may be refused cannot be null, or an entity has no reference resolver: default deny, proved at start
 */
export async function buildSubgraph<C extends RequestContext>(parts: SubgraphParts<C>): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: parts.resolvers,
    orphanedTypes: [...(parts.orphanedTypes ?? [])],
    container: parts.container,
    authChecker: checkAccess as never,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: false, // each service's domain validates, with codes and in two languages
  });
  const open = fieldsWithoutRule(parts.resolvers);
  if (open.length > 0) throw new Error(`These root fields need @Authorized(…) or @Public(): ${open.join(', ')}.`);
  const rigid = refusableWithoutNull(parts.resolvers);
  if (rigid.length > 0) throw new Error(`These queries may be refused and have to be nullable: ${rigid.join(', ')}.`);
  const unanswered = resolvableEntities(schema).filter((name) => !(name in parts.references));
  if (unanswered.length > 0) throw new Error(`These entities need a reference resolver: ${unanswered.join(', ')}.`);

  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [name, resolve] of Object.entries(parts.references))
    resolvers[name] = { ...resolvers[name], __resolveReference: resolve };
  return buildSubgraphSchema({
    typeDefs: parse(`${parts.federation ?? FEDERATION}\n${CACHE_CONTROL}\n${printSchemaWithDirectives(schema)}`),
    resolvers: resolvers as never,
  });
}

/** The subgraph's SDL, as it is committed in `schema.graphql` and composed into the supergraph. */
export const printSubgraph = (schema: GraphQLSchema): string => `${printSubgraphSchema(schema).trim()}\n`;
