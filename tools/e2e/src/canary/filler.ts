import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';
import { REPOSITORY } from '../running-stack';
import { type LeafKind, leafKind } from './leaves';
import { Marks } from './marks';

export const readApi = (): GraphQLSchema =>
  buildSchema(readFileSync(join(REPOSITORY, 'apps/gateway/schema.graphql'), 'utf8'));

/** What to give for an id, a day or a moment, by the field that wants it; undefined where it is not known. */
export type Known = (field: string, type: string) => unknown;

/** What stands in where a mutation wants something that is not a text; ids and days have to be given. */
const PLAIN: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true, Money: 1_000 };

export interface Leaf {
  readonly type: string;
  readonly field: string;
  readonly kind: LeafKind | undefined;
}

/** Writes the inputs of mutations as the schema wants them, with a mark in every text that says something of somebody. */
export class Filler {
  readonly #mutations: GraphQLObjectType;

  constructor(
    api: GraphQLSchema,
    private readonly marks: Marks = new Marks(),
  ) {
    this.#mutations = api.getMutationType()!;
  }

  get names(): string[] {
    return Object.keys(this.#mutations.getFields());
  }

  /** Every text that a mutation takes, wherever it stands in its input. */
  leaves(mutation: string): Leaf[] {
    const seen = new Set<string>();
    const walk = (type: GraphQLInputObjectType): Leaf[] => {
      if (seen.has(type.name)) return [];
      seen.add(type.name);
      return Object.values(type.getFields()).flatMap((field) => {
        const named = getNamedType(field.type);
        if (isInputObjectType(named)) return walk(named);
        if (named.name !== 'String') return [];
        return [{ type: type.name, field: field.name, kind: leafKind(type.name, field.name) }];
      });
    };
    const input = this.#inputOf(mutation);
    return input ? walk(input) : [];
  }

  /**
   * @param given what the schema does not tell: ids, codes, days. Null leaves a field out
   * @param known the same by the name of a field, wherever it stands
   * @throws when something is wanted that is not given
   */
  input(
    mutation: string,
    given: Readonly<Record<string, unknown>> = {},
    known: Known = () => undefined,
  ): Record<string, unknown> {
    const input = this.#inputOf(mutation);
    return input ? this.#fill(input, given, known) : {};
  }

  /** The operation that runs a mutation, and reads what it made and what was wrong with the input. */
  operation(mutation: string): string {
    const payload = getNamedType(this.#mutations.getFields()[mutation]!.type) as GraphQLObjectType;
    const made = Object.values(payload.getFields()).flatMap(({ name, type }) => {
      const named = getNamedType(type);
      if (!isObjectType(named)) return named.name === 'ID' || named.name === 'String' ? [name] : [];
      if (named.name === 'UserError') return [`${name} { code message path }`];
      if ('id' in named.getFields()) return [`${name} { id }`];
      return 'errors' in named.getFields() ? [`${name} { errors { code message } }`] : []; // one of many
    });
    const input = this.#inputOf(mutation);
    const [declared, passed] = input ? [` ($input: ${input.name}!)`, '(input: $input)'] : ['', ''];
    return `mutation${declared} { result: ${mutation}${passed} { __typename ${made.join(' ')} } }`;
  }

  /** The names of the fields that a mutation's input has. */
  fields(mutation: string): string[] {
    return Object.keys(this.#inputOf(mutation)?.getFields() ?? {});
  }

  /** Undefined for one that is told nothing. */
  #inputOf(mutation: string): GraphQLInputObjectType | undefined {
    const [input] = this.#mutations.getFields()[mutation]!.args;
    return input && (getNamedType(input.type) as GraphQLInputObjectType);
  }

  #fill(type: GraphQLInputObjectType, given: Readonly<Record<string, unknown>>, known: Known): Record<string, unknown> {
    const filled: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const value = field.name in given ? given[field.name] : this.#value(type, field, known);
      if (value !== null && value !== undefined) filled[field.name] = value;
    }
    return filled;
  }

  #value(type: GraphQLInputObjectType, field: GraphQLInputField, known: Known): unknown {
    const named = getNamedType(field.type);
    const wrap = (value: unknown): unknown => (isListOf(field.type) ? [value] : value);
    const kind = named.name === 'String' ? leafKind(type.name, field.name) : undefined;
    if (kind && kind !== 'SETTING') return wrap(this.marks.make(kind, `${type.name}.${field.name}`));
    if (isInputObjectType(named) && (isRequiredInputField(field) || this.#isPersonal(named)))
      return wrap(this.#fill(named, {}, known));
    if (!isRequiredInputField(field)) return undefined;
    if (isEnumType(named)) return wrap(named.getValues()[0]!.name);
    const value = PLAIN[named.name] ?? known(field.name, named.name);
    if (value === undefined) throw new Error(`Give ${type.name}.${field.name}, of type ${String(field.type)}.`);
    return wrap(value);
  }

  /** Whether an input that may be left out says who somebody is. */
  #isPersonal(type: GraphQLInputObjectType): boolean {
    return Object.values(type.getFields()).some(({ name, type: of }) => {
      const kind = getNamedType(of).name === 'String' ? leafKind(type.name, name) : undefined;
      return kind !== undefined && kind !== 'SETTING' && kind !== 'WORDS' && kind !== 'PUBLISHED';
    });
  }
}

const isListOf = (type: GraphQLInputType): boolean => isListType(getNullableType(type));
