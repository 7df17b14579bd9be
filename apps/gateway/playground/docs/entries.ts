import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Story } from '../story';

export type EntryKind = 'story' | 'query' | 'mutation' | 'type' | 'field' | 'argument' | 'value';

/** Something that can be found: what it is called, what is told about it, and where it leads. */
export interface Entry {
  readonly kind: EntryKind;
  /** As it is shown: `Complaint.status`, `fileComplaint`, the title of a story. */
  readonly name: string;
  /** What is told about it; empty for nothing. */
  readonly told: string;
  /** By what it is found first: in small letters, words apart. */
  readonly words: string;
  readonly target:
    | { readonly story: Story }
    | { readonly type: GraphQLNamedType; readonly field?: GraphQLField<unknown, unknown> | GraphQLInputField };
}

/** `complaintByReceipt` as people write it: "complaint by receipt". */
const wordsOf = (name: string): string =>
  name
    .replaceAll('_', ' ')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();

const entry = (
  kind: EntryKind,
  name: string,
  called: string,
  told: string | null | undefined,
  target: Entry['target'],
): Entry => ({
  ...{ kind, name, told: told ?? '', words: wordsOf(called), target },
});

function fieldsOf(type: GraphQLNamedType): (GraphQLField<unknown, unknown> | GraphQLInputField)[] {
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields ? Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields()) : [];
}

const argumentsOf = (field: object): readonly GraphQLArgument[] =>
  'args' in field ? (field.args as readonly GraphQLArgument[]) : [];

function entriesOf(type: GraphQLNamedType, root: EntryKind | undefined): Entry[] {
  const own = root ? [] : [entry('type', type.name, type.name, type.description, { type })];
  const values = isEnumType(type)
    ? type
        .getValues()
        .map(({ name, description }) => entry('value', `${type.name}.${name}`, name, description, { type }))
    : [];
  const fields = fieldsOf(type).flatMap((field) => {
    const name = root ? field.name : `${type.name}.${field.name}`;
    return [
      entry(root ?? 'field', name, field.name, field.description, { type, field }),
      ...argumentsOf(field).map((one) =>
        entry('argument', `${name}(${one.name})`, one.name, one.description, { type, field }),
      ),
    ];
  });
  return [...own, ...values, ...fields];
}

/** The stories, found by their titles in both languages. */
export const storyEntries = (stories: readonly Story[], language: 'ko' | 'en'): readonly Entry[] =>
  stories.map((story) => ({
    ...{ kind: 'story', name: story.title[language], told: story.name, target: { story } },
    words: `${story.title.ko} ${story.title.en} ${wordsOf(story.name)}`.toLowerCase(),
  }));

/** Everything in the schema that has a name. */
export function schemaEntries(schema: GraphQLSchema): readonly Entry[] {
  const roots = new Map<GraphQLNamedType | null | undefined, EntryKind>([
    [schema.getQueryType(), 'query'],
    [schema.getMutationType(), 'mutation'],
  ]);
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => entriesOf(type, roots.get(type)));
}
