import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, type TypeNode, parse } from 'graphql';
import type { Subgraphs } from '../compose';
import { ANYBODY } from './rule';
import type { AccessRules } from './rules';
import { isWrapping } from './wrappers';

/** What a mark says: so many seconds, as public as what carries it, or nothing. */
type Mark = number | 'inherited' | undefined;

function markOf({ directives = [] }: Pick<FieldDefinitionNode | ObjectTypeDefinitionNode, 'directives'>): Mark {
  const given = directives.find(({ name }) => name.value === 'cacheControl')?.arguments ?? [];
  const maxAge = given.find(({ name }) => name.value === 'maxAge')?.value;
  if (maxAge?.kind === Kind.INT) return Number(maxAge.value);
  const inherits = given.find(({ name }) => name.value === 'inheritMaxAge')?.value;
  return inherits?.kind === Kind.BOOLEAN && inherits.value ? 'inherited' : undefined;
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/** What is in force for a field: its own mark, or that of its type; a type that carries no mark here may be a scalar. */
const markIn = (marks: ReadonlyMap<string, Mark>, field: FieldDefinitionNode): Mark => {
  const target = nameOf(field.type);
  return markOf(field) ?? marks.get(target) ?? (marks.has(target) ? undefined : 'inherited');
};

const objectsOf = (sdl: string): ObjectTypeDefinitionNode[] =>
  parse(sdl).definitions.filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION);
const marksOf = (types: readonly ObjectTypeDefinitionNode[]): ReadonlyMap<string, Mark> =>
  new Map(types.map((type) => [type.name.value, markOf(type)]));

/** Queries whose answer may be given to anybody again, by the marks of their service. @returns their names, in order */
export function publicQueries(subgraphs: Subgraphs): string[] {
  return Object.values(subgraphs)
    .flatMap((sdl) => {
      const types = objectsOf(sdl);
      const marks = marksOf(types);
      const { fields = [] } = types.find(({ name }) => name.value === 'Query') ?? {};
      return fields.filter((field) => Number(markIn(marks, field)) > 0).map(({ name }) => name.value);
    })
    .sort();
}

/**
 * Fields that may be given to anybody again by the marks of their service (`@cacheControl`), and are not readable by everybody by the rules.
 * @returns `Type.field (service)` of each
 */
export function wronglyPublic(subgraphs: Subgraphs, { roots, fields }: AccessRules): string[] {
  return Object.entries(subgraphs).flatMap(([service, sdl]) => {
    const types = objectsOf(sdl);
    const marks = marksOf(types);
    const rules = roots[service as keyof typeof roots]?.Query;
    const mayBeGivenAgain = (field: FieldDefinitionNode, isRoot: boolean): boolean => {
      const mark = markIn(marks, field);
      return typeof mark === 'number' ? mark > 0 : mark === 'inherited' && !isRoot;
    };
    const isEverybodys = (type: string, field: string): boolean =>
      type === 'Query'
        ? rules?.[field]?.may === ANYBODY
        : isWrapping(type, field) || fields[type]?.[field] === 'PUBLIC';
    return types
      .filter(({ name }) => name.value === 'Query' || marks.get(name.value))
      .flatMap(({ name: { value: type }, fields: each = [] }) =>
        each
          .filter((field) => mayBeGivenAgain(field, type === 'Query') && !isEverybodys(type, field.name.value))
          .map(({ name }) => `${type}.${name.value} (${service})`),
      );
  });
}
