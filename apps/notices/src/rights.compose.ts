import { SignedAddresses } from '@charter/attachments';
import { Eraser, MyData } from '@charter/personal-data';
import { type Composition, type Platform, RetentionLoop } from '@charter/service';
import type { NoticesEnv } from './env';
import type { NoticesContext } from './graph/context';
import { DataRequestResolver } from './graph/rights/data-request.resolver';
import { erasureConsumer } from './jobs/rights/erasure.consumer';
import { ExportJob } from './jobs/rights/export.job';
import { myDataRoutes } from './jobs/rights/my-data.routes';
import { RightsService } from './rights.service';
import { DataRequestStore } from './store/rights/data-request.store';
import { ExportStore } from './store/rights/export.store';
import { HOLDINGS } from './store/rights/holdings';
import { RECORD_KINDS } from './store/rights/record-kinds';

type Rights = Required<Pick<Composition<NoticesContext>, 'resolvers' | 'handlers' | 'loops' | 'streamed'>> & {
  readonly requests: DataRequestStore;
};

/** Wires what people may ask about their own data: compose.ts says the rest. */
export function composeRights({
  dataSource,
  cursors,
  clock,
  env,
  log,
  services,
}: Omit<Platform<NoticesEnv>, 'queues'>): Rights {
  const requests = new DataRequestStore(dataSource, cursors);
  const exports = new ExportStore(dataSource, env.PRIVACY_KEYS);
  const own = new MyData({ dataSource, holdings: HOLDINGS, keys: env.PRIVACY_KEYS });
  const addresses = new SignedAddresses(env.PUBLIC_URL, env.CURSOR_SECRET, 'my-data');
  const service = new RightsService({ dataSource, requests, addresses, clock, secret: env.CURSOR_SECRET });
  const eraser = new Eraser(RECORD_KINDS);
  return {
    requests,
    resolvers: [new DataRequestResolver(service, requests)],
    handlers: [erasureConsumer(requests, eraser, clock)],
    loops: [
      new ExportJob({ dataSource, exports, services, own, clock, log }),
      new RetentionLoop({ dataSource, eraser, clock, log }),
    ],
    streamed: myDataRoutes(exports, addresses, clock),
  };
}
