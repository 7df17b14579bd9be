import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';

const root = join(__dirname, '../../..');
const schema = buildSchema(readFileSync(join(root, 'apps/gateway/schema.graphql'), 'utf8'));
/** The pages that have something to copy, with what stands in their blocks of GraphQL. */
const pages = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const page = readFileSync(join(root, 'docs', name), 'utf8');
    return [
      name,
      [...page.matchAll(/^```+graphql\n(.*?)^```/gms)].map(([, block]) => [block!.split('\n')[0], block!] as const),
    ] as const;
  })
  .filter(([, blocks]) => blocks.length > 0);

describe.each(pages)('what docs/%s shows to copy', (_page, blocks) => {
  it.each(blocks)('fits the public API: %s', (_title, block) => expect(validate(schema, parse(block))).toEqual([]));
});
