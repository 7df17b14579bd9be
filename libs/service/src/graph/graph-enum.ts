import { registerEnumType } from 'type-graphql';

type Described<T extends string> = Readonly<Record<T, { readonly description: string }>>;

/** An enum of the graph from the words that the rules use: one without its description does not compile. */
export function graphEnum<T extends string>(
  name: string,
  description: string,
  values: readonly T[],
  valuesConfig: Described<T>,
): { [K in T]: K } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
  registerEnumType(object, { name, description, valuesConfig: valuesConfig as never });
  return object;
}
