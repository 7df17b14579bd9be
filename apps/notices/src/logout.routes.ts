import { KEEP_LOGOUT_PATH, LIST_LOGOUTS_PATH, listLogoutsSchema, logoutSchema } from '@charter/contracts';
import type { Clock, InternalRoute } from '@charter/service';
import type { LogoutStore } from './store/logout.store';

/** What the gateways ask: to keep a logout, and which there are that they do not know yet. */
export const logoutRoutes = (store: LogoutStore, clock: Clock): Record<string, InternalRoute> => ({
  [KEEP_LOGOUT_PATH]: async (body) => {
    await store.keep(logoutSchema.parse(body), clock.now());
    return {};
  },
  [LIST_LOGOUTS_PATH]: (body) => store.after(listLogoutsSchema.parse(body).after),
});
