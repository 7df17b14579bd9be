import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import type { Clock, InternalRoute } from '@charter/service';
import type { InvitationKey } from '../domain/invitation-key';
import type { InvitationStore } from '../store/invitation.store';

/** What the notices service asks before it sends: whether the invitation is still open, and its token, which no event carries. */
export const invitationFactsRoute =
  (invitations: InvitationStore, clock: Clock, key: InvitationKey): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { subjectId, recipientId } = noticeFactsRequest.parse(body);
    const [invitation] = await invitations.byIds([subjectId]);
    const [answered] = await invitations.answered([subjectId]);
    const open = invitation !== undefined && !answered && invitation.expiresAt > clock.now();
    const words: Record<string, string> =
      open && invitation.citizenId === recipientId ? { surveyToken: key.token(subjectId) } : {};
    return { stillTrue: open, contact: null, words };
  };
