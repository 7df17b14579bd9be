import { type NoticeFactsRequest, noticeFactsRequest } from '@charter/contracts';
import type { InternalRoute } from '../http/subgraph-server';

type Routes = Readonly<Partial<Record<NoticeFactsRequest['subjectType'], InternalRoute>>>;

/** Hands a question of the notices service to who keeps such subjects; of any other nothing is true here. */
export const factsBySubject =
  (routes: Routes): InternalRoute =>
  async (body, caller) => {
    const { subjectType } = noticeFactsRequest.parse(body);
    return routes[subjectType]?.(body, caller) ?? { stillTrue: false, contact: null, words: {} };
  };
