import { runService, serviceEnv } from '@charter/service';
import { compose } from './compose';
import { buildCompensationSchema } from './graph/schema';
import { importHistory } from './import-history';
import { store } from './store/store';

runService({
  name: 'compensation',
  env: serviceEnv,
  store,
  schema: buildCompensationSchema,
  compose,
  importRecords: importHistory,
});
