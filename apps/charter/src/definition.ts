import { defineService, serviceEnv } from '@charter/service';
import { compose } from './compose';
import { buildCharterSchema } from './graph/schema';
import { store } from './store/store';

/** What this service is made of: main.ts runs it, and tests open it. */
export const definition = defineService({
  name: 'charter',
  env: serviceEnv,
  store,
  sealed: [],
  schema: buildCharterSchema,
  compose,
});
