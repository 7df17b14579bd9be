import { runService } from '@charter/service';
import { compose } from './compose';
import { participationEnv } from './env';
import { buildParticipationSchema } from './graph/schema';
import { importHistory } from './import-history';
import { store } from './store/store';

runService({
  name: 'participation',
  env: participationEnv,
  store,
  schema: buildParticipationSchema,
  compose,
  importRecords: importHistory,
});
