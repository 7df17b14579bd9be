import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, type TypeNode, parse } from 'graphql';
import type { Subgraphs } from '../compose';
import { ANYBODY } from './rule';
import type { AccessRules } from './rules';

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

/**
 * Fields that may be given to anybody again by the marks of their service (`@cacheControl`), and are not readable by everybody by the rules.
 * @returns `Type.field (service)` of each
 */
export function wronglyPublic(subgraphs: Subgraphs, { roots, fields }: AccessRules): string[] {
  return Object.entries(subgraphs).flatMap(([service, sdl]) => {
    const types = parse(sdl).definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
    const marks = new Map(types.map((type) => [type.name.value, markOf(type)]));
    const rules = roots[service as keyof typeof roots]?.Query;
    const mayBeGivenAgain = (field: FieldDefinitionNode, isRoot: boolean): boolean => {
      const target = nameOf(field.type);
      const mark = markOf(field) ?? marks.get(target) ?? (marks.has(target) ? undefined : 'inherited');
      return typeof mark === 'number' ? mark > 0 : mark === 'inherited' && !isRoot;
    };
    const isEverybodys = (type: string, field: string): boolean =>
      type === 'Query' ? rules?.[field]?.may === ANYBODY : fields[type]?.[field] === 'PUBLIC';
    return types
      .filter(({ name }) => name.value === 'Query' || marks.get(name.value))
      .flatMap(({ name: { value: type }, fields: each = [] }) =>
        each
          .filter((field) => mayBeGivenAgain(field, type === 'Query') && !isEverybodys(type, field.name.value))
          .map(({ name }) => `${type}.${name.value} (${service})`),
      );
  });
}
