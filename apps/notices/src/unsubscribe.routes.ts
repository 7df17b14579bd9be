import { UNSUBSCRIBE_PATH, unsubscribeSchema } from '@charter/contracts';
import type { Clock, InternalRoute } from '@charter/service';
import type { UnsubscribeLinks } from './domain/unsubscribe-links';
import type { UnsubscriptionStore } from './store/unsubscription.store';

/** What the gateway hands on from a link in a mail. Whose it was is said to nobody. */
export const unsubscribeRoutes = (
  links: UnsubscribeLinks,
  unsubscriptions: UnsubscriptionStore,
  clock: Clock,
): Record<string, InternalRoute> => ({
  [UNSUBSCRIBE_PATH]: async (body) => {
    const noticeId = links.read(unsubscribeSchema.parse(body).token);
    return { known: noticeId !== undefined && (await unsubscriptions.end(noticeId, clock.now())) };
  },
});
