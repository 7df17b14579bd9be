import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import type { InternalRoute } from '@charter/service';
import type { ClaimStore } from '../store/claim.store';

/** What the notices service asks before it sends: whether the claim is there. Contacts are the filing service's. */
export const claimFactsRoute =
  (claims: ClaimStore): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const [claim] = await claims.byIds([noticeFactsRequest.parse(body).subjectId]);
    return { stillTrue: Boolean(claim), contact: null, words: {} };
  };
