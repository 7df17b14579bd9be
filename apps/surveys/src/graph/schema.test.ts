import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSubgraph } from '@charter/service';
import { buildSurveysSchema } from './schema';

it('is the committed schema, with a rule on every root field and a reference resolver for every entity', async () => {
  const sdl = printSubgraph(await buildSurveysSchema({ get: () => undefined }));
  expect(sdl).toBe(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
});
