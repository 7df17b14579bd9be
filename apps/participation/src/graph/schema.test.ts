import { printSubgraph } from '@charter/service';
import { buildParticipationSchema } from './schema';

it('builds, so that every root field has its rule and every entity its reference resolver', async () => {
  const sdl = printSubgraph(await buildParticipationSchema({ get: () => undefined }));
  expect(sdl).toMatch(/type Proposal\s+@key\(fields: "id"\)/);
});
