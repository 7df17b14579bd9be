import { defineService } from '@charter/service';
import { compose } from './compose';
import { participationEnv } from './env';
import { buildParticipationSchema } from './graph/schema';
import { importHistory } from './import-history';
import { store } from './store/store';

/** What this service is made of: main.ts runs it, and tests open it. */
export const definition = defineService({
  name: 'participation',
  env: participationEnv,
  store,
  schema: buildParticipationSchema,
  compose,
  importRecords: importHistory,
});
