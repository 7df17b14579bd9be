import { type GraphQLObjectType, getNamedType, isInputObjectType, isLeafType } from 'graphql';
import type { Args, Thing } from './thing';

/** Under this name, which no field can have, a payload keeps the input that it answers. */
const INPUT = '(input)';

interface Said {
  readonly type: string;
  readonly value: unknown;
}
type Input = Readonly<Record<string, Said>>;

/** The input of a mutation, as its payload keeps it: what was said, and of which type it is. */
export function keepInput(mutations: GraphQLObjectType, field: string, { input }: Args): Args | undefined {
  const type = getNamedType(mutations.getFields()[field]?.args.find(({ name }) => name === 'input')?.type);
  if (!isInputObjectType(type) || typeof input !== 'object') return undefined;
  const said = Object.entries(type.getFields()).map(([name, { type: given }]) => {
    const value = (input as Args | null)?.[name];
    return [name, { type: getNamedType(given).name, value }] as const;
  });
  return { [INPUT]: Object.fromEntries(said) };
}

const inputOf = ({ given }: Thing): Input => (given?.[INPUT] ?? {}) as Input;

/** The key that the input of a mutation names for an object in its payload: `id`, or `complaintId` for `complaint`. */
export function keyInInput(payload: Thing, field: string, keyField: string): string | undefined {
  const input = inputOf(payload);
  const value = input[keyField]?.value ?? input[`${field}${keyField === 'id' ? 'Id' : 'Code'}`]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** What a mutation says comes back: the fields of its input that the answered object has too. */
export function echoOf(type: GraphQLObjectType, payload: Thing): Args {
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(inputOf(payload))
      .filter(([name, said]) => {
        const named = getNamedType(fields[name]?.type);
        return isLeafType(named) && named.name === said.type && typeof said.value !== 'object';
      })
      .map(([name, { value }]) => [name, value]),
  );
}
