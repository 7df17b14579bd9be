import { runService } from '@charter/service';
import { compose } from './compose';
import { charterEnv } from './env';
import { buildCharterSchema } from './graph/schema';
import { store } from './store/store';

runService({ name: 'charter', env: charterEnv, store, schema: buildCharterSchema, compose });
