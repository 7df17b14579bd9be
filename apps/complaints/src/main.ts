import { runService } from '@charter/service';
import { compose } from './compose';
import { complaintsEnv } from './env';
import { buildComplaintsSchema } from './graph/schema';
import { importHistory } from './import-history';
import { store } from './store/store';

runService({
  name: 'complaints',
  env: complaintsEnv,
  store,
  schema: buildComplaintsSchema,
  compose,
  importRecords: importHistory,
});
