// The rules for GraphQL are worth what they catch: this gives lint a text with one fault each, as if it stood in that file, and fails unless
// the right rule refuses it. Nothing is written.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const API = 'apps/gateway/schema.graphql';
const api = readFileSync(join(root, API), 'utf8');
const withField = (field) => api.replace('type AccessLogEntry {\n', `$&  ${field}\n`);

const CANARIES = [
  { rule: 'naming-convention', file: API, text: withField('"Told." some_field: Int') },
  { rule: 'naming-convention', file: API, text: withField('"Told." filed: DateTime!') },
  { rule: 'require-description', file: API, text: withField('silent: Int') },
  { rule: 'require-deprecation-reason', file: API, text: withField('"Told." old: Int @deprecated') },
  { rule: 'relay-connection-types', file: API, text: `${api}\n"Told." type LooseConnection { "Told." nodes: Int }\n` },
  {
    rule: 'no-scalar-result-type-on-mutation',
    file: API,
    text: api.replace('type Mutation {\n', '$&  "Told." do: Int\n'),
  },
  { rule: 'naming-convention', file: 'apps/charter/schema.graphql', text: 'type Query { getAll: Int }' },
  { rule: 'no-anonymous-operations', file: 'apps/gateway/canary.graphql', text: '{ me { id } }' },
  {
    rule: 'naming-convention',
    file: 'docs/frontend.md',
    text: 'As follows.\n\n```graphql\nquery get_me { me { id } }\n```\n',
    line: 4,
  },
  {
    rule: 'no-duplicate-fields',
    file: 'apps/gateway/playground/stories/city.stories.ts',
    text: 'export const story = {\n  query: `query Me {\n  me { id\n    id }\n}`,\n};\n',
    line: 4,
  },
  {
    rule: 'no-anonymous-operations',
    file: 'apps/gateway/src/pages/views/home.tsx',
    text: 'const PAGE = `query ($id: ID!) { complaint(id: $id) { id } }`;\nexport const page = PAGE;\n',
    line: 1,
  },
];

const eslint = new ESLint({ cwd: root });
const missed = [];
for (const { rule, file, text, line } of CANARIES) {
  const [{ messages }] = await eslint.lintText(text, { filePath: join(root, file) });
  const found = messages.some(({ ruleId, line: at }) => ruleId === `@graphql-eslint/${rule}` && (line ?? at) === at);
  if (!found)
    missed.push(`${rule} did not bite in ${file}:\n${messages.map(({ message }) => `  ${message}`).join('\n')}`);
}
for (const text of missed) console.error(text);
if (missed.length > 0) process.exit(1);
console.log('The rules for GraphQL bite.');
