import { printSubgraph } from '@charter/service';
import { buildCharterSchema } from './schema';

it('builds, so that every root field has its rule and every entity its reference resolver', async () => {
  const sdl = printSubgraph(await buildCharterSchema({ get: () => undefined }));
  expect(sdl).toMatch(/type Department\s+@key\(fields: "code"\)/);
});
