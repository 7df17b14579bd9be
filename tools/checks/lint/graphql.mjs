// What lint asks of schemas and of operations. Whether an operation fits the API and is within its limits, the tests of the gateway ask.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import graphql from '@graphql-eslint/eslint-plugin';
import { graphqlBlocks } from './graphql-blocks.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const API = 'apps/gateway/schema.graphql';

const base = {
  plugins: { '@graphql-eslint': graphql },
  languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: join(root, API) } } },
};
const rules = (wanted) =>
  Object.fromEntries(Object.entries(wanted).map(([name, rule]) => [`@graphql-eslint/${name}`, rule]));

/** An instant is told by `At`, a day by `On`, and the ends of a stretch of time by what they are. */
const ENDS = ['from', 'From', 'to', 'To', 'until', 'Until', 'by', 'By'];
const INSTANT = { requiredSuffixes: ['At', 'at', ...ENDS] };
const DAY = { requiredSuffixes: ['On', 'date', ...ENDS] };

/** Names are part of the contract with clients, so the exceptions stay until they are deprecated. */
const names = {
  'naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      DirectiveDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
      'FieldDefinition[parent.name.value=Query]': {
        forbiddenPrefixes: ['query', 'get', 'list', 'fetch'],
        forbiddenSuffixes: ['Query', 'List'],
      },
      'FieldDefinition[parent.name.value=Mutation]': {
        forbiddenPrefixes: ['mutation', 'do'],
        forbiddenSuffixes: ['Mutation'],
      },
      'EnumTypeDefinition,EnumTypeExtension': { forbiddenPrefixes: ['Enum'], forbiddenSuffixes: ['Enum'] },
      'ObjectTypeDefinition,ObjectTypeExtension': {
        forbiddenPrefixes: ['Type'],
        forbiddenSuffixes: ['Type', 'Dto', 'Entity'],
        ignorePattern: '^RefusedRowType$',
      },
      InputObjectTypeDefinition: { requiredSuffixes: ['Input', 'Filter'] },
      'FieldDefinition[gqlType.name.value=DateTime]': INSTANT,
      'FieldDefinition[gqlType.gqlType.name.value=DateTime]': INSTANT,
      'FieldDefinition[gqlType.name.value=LocalDate]': DAY,
      'FieldDefinition[gqlType.gqlType.name.value=LocalDate]': DAY,
    },
  ],
  'no-hashtag-description': 'error',
  'require-deprecation-reason': 'error',
};

const api = {
  ...names,
  'require-description': [
    'error',
    {
      types: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      ignoredSelectors: ['[name.value=/^(Query|Mutation)$/]'],
    },
  ],
  'input-name': ['error', { checkInputType: false, checkQueries: false }],
  'no-scalar-result-type-on-mutation': 'error',
  'no-unreachable-types': 'error',
  'relay-arguments': ['error', { includeBoth: false }],
  'relay-connection-types': 'error',
  'relay-edge-types': ['error', { shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
  'relay-page-info': 'error',
  'unique-enum-value-names': 'error',
};

const operations = {
  'naming-convention': [
    'error',
    {
      VariableDefinition: 'camelCase',
      OperationDefinition: {
        style: 'PascalCase',
        forbiddenPrefixes: ['Query', 'Mutation', 'Get'],
        forbiddenSuffixes: ['Query', 'Mutation'],
      },
      FragmentDefinition: { style: 'PascalCase', forbiddenSuffixes: ['Fragment'] },
    },
  ],
  'no-anonymous-operations': 'error',
  'no-deprecated': 'error',
  'no-duplicate-fields': 'error',
};

/** For eslint.config.mjs. */
export const graphqlLint = [
  {
    files: [
      'docs/*.md',
      'apps/gateway/playground/**/*.ts',
      'apps/gateway/src/pages/**/*.{ts,tsx}',
      'libs/client/**/*.{ts,tsx}',
      'tools/stack/src/check/*.ts',
    ],
    processor: graphqlBlocks,
  },
  { ...base, files: ['**/*.graphql'], ignores: ['apps/*/schema.graphql'], rules: rules(operations) },
  { ...base, files: ['apps/*/schema.graphql'], ignores: [API], rules: rules(names) },
  { ...base, files: [API], rules: rules(api) },
];
