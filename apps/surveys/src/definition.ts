import { defineService } from '@charter/service';
import { compose } from './compose';
import { surveysEnv } from './env';
import { buildSurveysSchema } from './graph/schema';
import { importHistory } from './import-history';
import { sealed } from './store/sealed';
import { store } from './store/store';

/** What this service is made of: main.ts runs it, and tests open it. */
export const definition = defineService({
  name: 'surveys',
  env: surveysEnv,
  store,
  sealed,
  schema: buildSurveysSchema,
  compose,
  importRecords: importHistory,
});
