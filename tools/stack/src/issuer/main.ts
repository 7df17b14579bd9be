import { z } from 'zod';

import { endOnSignal, readEnvironment } from '../tool-process';
import { createIssuer } from './issuer';

const environment = readEnvironment(
  z.object({
    NODE_ENV: z
      .string()
      .refine((value) => value !== 'production', 'the development issuer refuses to run in production'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number(),
    ISSUER_URL: z.url(),
    SIGNING_KEY: z.string().transform((text) => JSON.parse(text)),
  }),
);

const app = createIssuer({ issuer: environment.ISSUER_URL, key: environment.SIGNING_KEY });
void app.listen({ host: environment.HOST, port: environment.PORT });
endOnSignal(() => app.close());
