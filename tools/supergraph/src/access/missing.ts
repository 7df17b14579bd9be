import {
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  buildSchema,
  getNamedType,
  isIntrospectionType,
  isObjectType,
  parse,
} from 'graphql';
import type { Subgraphs } from '../compose';
import { FIELD_CLASSES } from './fields';
import { wronglyPublic } from './public';
import type { AccessRules } from './rules';
import { isWrapper, isWrapping } from './wrappers';

const HERE = 'tools/supergraph/src/access';
const ROOTS = ['Query', 'Mutation'] as const;

const list = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? [`${title}\n${items.map((item) => `  ${item}`).join('\n')}`] : [];

const objectsOf = (sdl: string): ObjectTypeDefinitionNode[] =>
  parse(sdl).definitions.filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION);

/** Whether a service answers for it in `_entities`. */
const isEntity = ({ directives = [] }: ObjectTypeDefinitionNode): boolean =>
  directives.some(
    ({ name, arguments: given = [] }) =>
      name.value === 'key' &&
      !given.some((it) => it.name.value === 'resolvable' && it.value.kind === Kind.BOOLEAN && !it.value.value),
  );

function ruledFields(type: GraphQLObjectType): string[] {
  const fields = Object.values(type.getFields());
  if (!isWrapper(type.name)) return fields.map(({ name }) => name);
  return fields
    .filter(({ name, type: of }) => !isWrapping(type.name, name) && !isObjectType(getNamedType(of)))
    .map(({ name }) => name);
}

const objectTypes = (api: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(api.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type) && type !== api.getQueryType() && type !== api.getMutationType());

/** `name (service)` of what stands on one side and not on the other. */
const without = (left: Iterable<string>, right: Iterable<string>): string[] => {
  const known = new Set(right);
  return [...left].filter((name) => !known.has(name));
};

function rootFaults(subgraphs: Subgraphs, { roots }: AccessRules): string[] {
  const there = Object.entries(subgraphs).flatMap(([service, sdl]) =>
    objectsOf(sdl)
      .filter(({ name }) => (ROOTS as readonly string[]).includes(name.value))
      .flatMap(({ name, fields = [] }) => fields.map((field) => `${service} ${name.value}.${field.name.value}`)),
  );
  const ruled = Object.entries(roots).flatMap(([service, rules]) =>
    ROOTS.flatMap((root) => Object.keys(rules[root]).map((name) => `${service} ${root}.${name}`)),
  );
  return [
    ...list(
      `These root fields have no access rule. Add a line each to ${HERE}/roots/<service>.ts: name: rule(WHO, 'KindOfObjectItNames'), for example saveSetting: rule(ADMIN) or answerComplaint: rule(STAFF, 'Complaint'). WHO says the same as @Authorized(…) or @Public() in the resolver; see ${HERE}/rule.ts:`,
      without(there, ruled),
    ),
    ...list(
      `These access rules are about root fields that are not there. Remove them in ${HERE}/roots:`,
      without(ruled, there),
    ),
  ];
}

function entityFaults(subgraphs: Subgraphs, { entities }: AccessRules): string[] {
  const there = Object.entries(subgraphs).flatMap(([service, sdl]) =>
    objectsOf(sdl)
      .filter(isEntity)
      .map(({ name }) => `${name.value} (${service})`),
  );
  const ruled = Object.entries(entities).flatMap(([name, services]) =>
    Object.keys(services).map((service) => `${name} (${service})`),
  );
  return [
    ...list(
      `These entities have no access rule for references. Add to ${HERE}/entities.ts, for example Complaint: { complaints: 'ROW' }:`,
      without(there, ruled),
    ),
    ...list(
      `These access rules are about entities that are not there. Remove them in ${HERE}/entities.ts:`,
      without(ruled, there),
    ),
  ];
}

function fieldFaults(api: string, { fields }: AccessRules): string[] {
  const there = objectTypes(buildSchema(api)).flatMap((type) =>
    ruledFields(type).map((name) => `${type.name}.${name}`),
  );
  const ruled = Object.entries(fields).flatMap(([type, each]) => Object.keys(each).map((name) => `${type}.${name}`));
  const unknown = Object.entries(fields).flatMap(([type, each]) =>
    Object.entries(each).flatMap(([name, kind]) => (kind in FIELD_CLASSES ? [] : [`${type}.${name}: ${kind}`])),
  );
  const classes = Object.entries(FIELD_CLASSES).map(([name, text]) => `\n    ${name}: ${text}`);
  return [
    ...list(
      `These fields do not say who reads them. Add each to ${HERE}/fields.json under its type, for example "Complaint": { "title": "OBJECT" }. The classes are:${classes.join('')}\n  Missing:`,
      without(there, ruled),
    ),
    ...list(
      `These lines are about fields that are not there. Remove them in ${HERE}/fields.json:`,
      without(ruled, there),
    ),
    ...list(`These are no classes of ${HERE}/fields.ts:`, unknown),
  ];
}

/**
 * What of a schema has no access rule, and which rules are about nothing: default deny for the list of rules itself.
 * @param subgraphs SDL by service
 * @param api what clients see
 * @returns what is wrong, in words that say where to add what; nothing when all is well
 */
export const missingRules = (subgraphs: Subgraphs, api: string, rules: AccessRules): string[] => [
  ...rootFaults(subgraphs, rules),
  ...entityFaults(subgraphs, rules),
  ...fieldFaults(api, rules),
  ...list(
    `These fields may be given to anybody again by @cacheControl, and are not for everybody by ${HERE}. Take the mark away (PublicFor, PublicWithin), or put NotPublic() on the field:`,
    wronglyPublic(subgraphs, rules),
  ),
];
