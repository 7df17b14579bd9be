#!/usr/bin/env node
// npm run client:codegen [-- --check]: the typed documents of libs/client, from the public API schema. --check changes nothing, and fails if a file is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from '@graphql-codegen/cli';

const { charterCodegen } = createRequire(import.meta.url)('../codegen.cjs');
const library = fileURLToPath(new URL('..', import.meta.url));
const folder = join(library, 'src/generated');
/** The other files map the text of a whole file to its first document: of no use where documents have names. */
const KEPT = ['graphql.ts', 'persisted-documents.json'];
/** The one type that the preset imports is declared here, so that the package depends on nothing; and a bundle is spared what it does not use. */
const adapted = (content) =>
  content
    .replace('@graphql-typed-document-node/core', '../document')
    .replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString(');

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const config = charterCodegen({
  schema: join(library, '../../apps/gateway/schema.graphql'),
  documents: join(library, 'documents/*.graphql'),
  output: `${folder}/`,
});
const generated = await generate({ ...config, silent: true, errorsOnly: true }, false);
const files = generated
  .map(({ filename, content }) => [basename(filename), `${adapted(content).trimEnd()}\n`])
  .filter(([name]) => KEPT.includes(name));
if (files.length !== KEPT.length) throw new Error(`The preset no longer writes ${KEPT.join(' and ')}.`);

const isStale = ([name, content]) => {
  const path = join(folder, name);
  return !existsSync(path) || readFileSync(path, 'utf8') !== content;
};
const stale = files.filter(isStale);
if (values.check) {
  for (const [name] of stale)
    process.stderr.write(`libs/client/src/generated/${name} is stale: npm run client:codegen\n`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of stale) writeFileSync(join(folder, name), content);
}
