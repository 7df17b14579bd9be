import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import type { Clock, InternalRoute } from '@charter/service';
import { invitationToken } from '../domain/invitation-token';
import type { ResponseStore } from '../store/response.store';

/** What the notices service asks before it sends: whether the invitation is still open, and its token, which no event carries. */
export const invitationFactsRoute =
  (responses: ResponseStore, clock: Clock, secret: string): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { subjectId, recipientId } = noticeFactsRequest.parse(body);
    const [invitation] = await responses.byIds([subjectId]);
    const open = invitation !== undefined && !invitation.answered && invitation.expiresAt > clock.now();
    const words: Record<string, string> =
      open && invitation.citizenId === recipientId ? { surveyToken: invitationToken(secret, subjectId) } : {};
    return { stillTrue: open, contact: null, words };
  };
