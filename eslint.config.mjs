import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { graphqlLint } from './tools/checks/lint/graphql.mjs';

const apps = ['gateway', 'charter', 'complaints', 'participation', 'surveys', 'compensation', 'notices'];
const only = (scope, ...allowed) => ({
  sourceTag: `scope:${scope}`,
  onlyDependOnLibsWithTags: [`scope:${scope}`, ...allowed.map((name) => `scope:${name}`)],
});

/** Which project may see which. Apps never see apps: they meet in contracts and in the supergraph. */
const depConstraints = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:lib', 'type:tool'] },
  only('calendar'),
  only('client'),
  only('contracts'),
  only('korean'),
  only('privacy', 'contracts'),
  only('outbox', 'contracts', 'testkit'),
  only('deadlines', 'calendar', 'contracts', 'outbox', 'testkit'),
  only('record', 'contracts', 'testkit'),
  only('personal-data', 'contracts', 'outbox', 'privacy', 'record', 'testkit'),
  only('service', 'calendar', 'contracts', 'outbox', 'deadlines', 'personal-data', 'privacy', 'record', 'testkit'),
  only('attachments', 'contracts', 'privacy', 'service', 'testkit'),
  ...apps.map((app) =>
    only(
      app,
      'attachments',
      'calendar',
      'contracts',
      'deadlines',
      'korean',
      'outbox',
      'personal-data',
      'privacy',
      'record',
      'service',
      'testkit',
      ...(app === 'gateway' ? ['client'] : []), // its tests ask as frontends do
    ),
  ),
];

/** Rules are pure: the moment is an argument, nothing is read from or written to the world. */
const pure = {
  files: ['**/src/domain/**/*.ts', 'libs/calendar/src/**/*.ts', 'libs/{korean,privacy}/src/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'fetch'],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass `now` as an argument.' },
      { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Pass `now` as an argument.' },
      {
        selector: "MemberExpression[object.name='Math'][property.name='random']",
        message: 'Pass randomness as an argument.',
      },
      { selector: "MemberExpression[object.property.name='Now']", message: 'Pass `now` as an argument.' },
    ],
  },
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.charter/**', '**/supergraph.graphql'] },
  { files: ['**/*.{js,cjs,mjs,ts,tsx}'], extends: [tseslint.configs.recommended] },
  ...graphqlLint,
  prettier,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], enforceBuildableLibDependency: false, depConstraints }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='save'][callee.object.name=/manager|tx|repository|repo/i]",
          message: 'TypeORM save() accepts stale versions and overwrites foreign rows: insert(), or a guarded update.',
        },
      ],
    },
  },
  // Examples are written as somebody writes who has installed the package.
  { files: ['libs/client/examples/**'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  pure,
);
