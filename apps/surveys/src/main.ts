import { runService, serviceEnv } from '@charter/service';
import { compose } from './compose';
import { buildSurveysSchema } from './graph/schema';
import { importHistory } from './import-history';
import { store } from './store/store';

runService({
  name: 'surveys',
  env: serviceEnv,
  store,
  schema: buildSurveysSchema,
  compose,
  importRecords: importHistory,
});
