// First: the committed schema has its types in the order in which this file loads them.
import { buildComplaintsSchema } from './graph/schema';
import { defineService } from '@charter/service';
import { compose } from './compose';
import { complaintsEnv } from './env';
import { importHistory } from './import-history';
import { sealed } from './store/sealed';
import { store } from './store/store';

/** What this service is made of: main.ts runs it, and tests open it. */
export const definition = defineService({
  name: 'complaints',
  env: complaintsEnv,
  store,
  sealed,
  schema: buildComplaintsSchema,
  compose,
  importRecords: importHistory,
});
