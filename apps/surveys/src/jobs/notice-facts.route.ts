import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import type { Clock, InternalRoute } from '@charter/service';
import { isOver } from '../domain/invitations/expiry';
import type { InvitationKey } from '../domain/invitations/invitation-key';
import type { InvitationStore } from '../store/invitation.store';
import type { SurveyStore } from '../store/survey.store';

export interface InvitationFactsParts {
  readonly surveys: SurveyStore;
  readonly invitations: InvitationStore;
  readonly clock: Clock;
  readonly key: InvitationKey;
}

/**
 * What the notices service asks before it sends: whether the invitation still asks, what the survey is called, and its token, which no event
 * carries. So nobody is reminded who has answered, and no row says so.
 */
export const invitationFactsRoute =
  ({ surveys, invitations, clock, key }: InvitationFactsParts): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { subjectId, recipientId } = noticeFactsRequest.parse(body);
    const [invitation] = await invitations.byIds([subjectId]);
    const [answered] = await invitations.answered([subjectId]);
    const [survey] = await surveys.byIds(invitation ? [invitation.surveyId] : []);
    if (!invitation || !survey) return { stillTrue: false, contact: null, words: {} };
    const now = clock.now();
    const open = !answered && !isOver(survey, now) && invitation.expiresAt > now;
    const title = `${survey.titleKo} (${survey.titleEn})`;
    const secret: Record<string, string> =
      open && invitation.citizenId === recipientId ? { surveyToken: key.token(subjectId) } : {};
    return { stillTrue: open, contact: null, words: { title, ...secret } };
  };
