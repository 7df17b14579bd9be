import { runService } from '@charter/service';
import { compose } from './compose';
import { noticesEnv } from './env';
import { buildNoticesSchema } from './graph/schema';
import { store } from './store/store';

runService({ name: 'notices', env: noticesEnv, store, schema: buildNoticesSchema, compose });
