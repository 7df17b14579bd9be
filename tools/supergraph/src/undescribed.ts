import {
  type GraphQLNamedType,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

interface Described {
  readonly name: string;
  readonly description?: string | null;
}

function* partsOf(type: GraphQLNamedType): Generator<[string, Described]> {
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value];
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field];
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    yield [`${type.name}.${field.name}`, field];
    for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name})`, argument];
  }
}

/** Everything in the public API without a description: the schema is the manual of the frontend teams. */
export function undescribed(api: string): string[] {
  const schema = buildSchema(api);
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type): [string, Described][] => [
      ...(roots.includes(type as never) ? [] : [[type.name, type] as [string, Described]]),
      ...partsOf(type),
    ])
    .filter(([, { description }]) => !description?.trim())
    .map(([path]) => path);
}
