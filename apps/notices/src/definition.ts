import { defineService } from '@charter/service';
import { compose } from './compose';
import { noticesEnv } from './env';
import { buildNoticesSchema } from './graph/schema';
import { importHistory } from './import-history';
import { sealed } from './store/sealed';
import { store } from './store/store';

/** What this service is made of: main.ts runs it, and tests open it. */
export const definition = defineService({
  name: 'notices',
  env: noticesEnv,
  store,
  sealed,
  schema: buildNoticesSchema,
  compose,
  importRecords: importHistory,
});
