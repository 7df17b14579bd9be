import { type GraphQLSchema, Kind, type StringValueNode, buildASTSchema, parse, printSchema, visit } from 'graphql';
import { pruneSchema } from '@graphql-tools/utils';
import { readReason } from './deprecations';

interface Marked {
  readonly directives?: readonly {
    readonly name: { readonly value: string };
    readonly arguments?: readonly { readonly name: { readonly value: string }; readonly value: unknown }[];
  }[];
}

/** The reason why something is deprecated, as it stands in the schema. */
const reasonOf = ({ directives = [] }: Marked): string | undefined => {
  const given = directives.find(({ name }) => name.value === 'deprecated')?.arguments ?? [];
  const value = given.find(({ name }) => name.value === 'reason')?.value as StringValueNode | undefined;
  return value?.kind === Kind.STRING ? value.value : undefined;
};

/**
 * The API as it is when everything has gone whose day has come, and with it the types that nothing else leads to.
 * @param today YYYY-MM-DD in Asia/Seoul
 */
export function withoutExpired(schema: GraphQLSchema, today: string): GraphQLSchema {
  const drop = (node: Marked): null | undefined => {
    const { day } = readReason(reasonOf(node) ?? '');
    return day !== undefined && day <= today ? null : undefined;
  };
  const left = visit(parse(printSchema(schema)), {
    FieldDefinition: drop,
    InputValueDefinition: drop,
    EnumValueDefinition: drop,
  });
  return pruneSchema(buildASTSchema(left, { assumeValid: true }));
}
