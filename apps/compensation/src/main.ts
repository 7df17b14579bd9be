import { runService, serviceEnv } from '@charter/service';
import { compose } from './compose';
import { buildCompensationSchema } from './graph/schema';
import { store } from './store/store';

runService({ name: 'compensation', env: serviceEnv, store, schema: buildCompensationSchema, compose });
