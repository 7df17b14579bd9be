import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** Something in the API that has a name: a field, an argument, a field of an input, a value of an enum. */
export interface Element {
  /** As people write it: `Query.complaints(first)`. */
  readonly name: string;
  /** As changes are told: `Query.complaints.first`. */
  readonly path: string;
  readonly description?: string | null;
  readonly deprecationReason?: string | null;
}

type Part = Pick<Element, 'description' | 'deprecationReason'> & { readonly name: string };

const element = (owner: string, part: Part): Element => ({
  name: `${owner}.${part.name}`,
  path: `${owner}.${part.name}`,
  description: part.description,
  deprecationReason: part.deprecationReason,
});

/** What a type consists of. */
export function* elementsOf(type: GraphQLNamedType): Generator<Element> {
  if (isEnumType(type)) for (const value of type.getValues()) yield element(type.name, value);
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) yield element(type.name, field);
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    yield element(type.name, field);
    for (const argument of field.args)
      yield {
        ...element(`${type.name}.${field.name}`, argument),
        name: `${type.name}.${field.name}(${argument.name})`,
      };
  }
}

/** The types that the schema itself brings, in its order. */
export const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
