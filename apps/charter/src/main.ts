import { runService, serviceEnv } from '@charter/service';
import { compose } from './compose';
import { buildCharterSchema } from './graph/schema';
import { store } from './store/store';

runService({ name: 'charter', env: serviceEnv, store, schema: buildCharterSchema, compose });
