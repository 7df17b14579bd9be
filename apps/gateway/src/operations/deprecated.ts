import { type DocumentNode, type GraphQLSchema, TypeInfo, getNamedType, visit, visitWithTypeInfo } from 'graphql';

/**
 * What a query text uses that is deprecated, by its names in the schema: `Complaint.old`, `Query.complaints(old)`, `Kind.OLD`, `Input.old`. What
 * stands in variables is not seen.
 */
export function deprecatedIn(schema: GraphQLSchema, document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const found = new Set<string>();
  const use = (name: string, element: { readonly deprecationReason?: string | null } | null | undefined): void => {
    if (typeof element?.deprecationReason === 'string') found.add(name);
  };
  const field = (): string => `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => use(field(), types.getFieldDef()),
      Argument: ({ name }) => {
        if (!types.getDirective()) use(`${field()}(${name.value})`, types.getArgument());
      },
      ObjectField: ({ name }) => {
        const input = getNamedType(types.getParentInputType());
        if (input && 'getFields' in input) use(`${input.name}.${name.value}`, input.getFields()[name.value]);
      },
      EnumValue: ({ value }) => use(`${getNamedType(types.getInputType())?.name}.${value}`, types.getEnumValue()),
    }),
  );
  return [...found].sort();
}
