import { randomUUID } from 'node:crypto';
import { localDate } from '@charter/calendar';
import type { EventEnvelope } from '@charter/contracts';
import { type EventHandler, appendEvents } from '@charter/outbox';
import type { Clock, Logger } from '@charter/service';
import { expiryOf } from '../domain/invitations/expiry';
import type { AudienceStore } from '../store/audience.store';
import type { InvitationStore } from '../store/invitation.store';
import type { SurveyStore } from '../store/survey.store';

export interface AnsweredConsumerParts {
  readonly surveys: SurveyStore;
  readonly audiences: AudienceStore;
  readonly invitations: InvitationStore;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Notes who was served, and invites to the standing survey when a complaint is answered: once for each complaint. */
export const answeredConsumer = ({
  surveys,
  audiences,
  invitations,
  clock,
  log,
}: AnsweredConsumerParts): EventHandler => ({
  consumer: 'surveys-invitations',
  async handle(tx, event) {
    const { complaintId, receiptNumber, citizenId, departmentCode, serviceCode, channel, answeredAt } = (
      event as EventEnvelope<'complaint.answered.v1'>
    ).payload;
    const answeredOn = localDate(new Date(answeredAt));
    await audiences.serve(tx, [{ complaintId, citizenId, departmentCode, channel: channel ?? 'UNKNOWN', answeredOn }]);
    const survey = await surveys.standing(tx);
    if (!survey) return log.warn({ complaintId }, 'no survey of petitioners is published: nobody is invited');
    const invitedAt = clock.now();
    const expiresAt = expiryOf(survey, invitedAt);
    const id = randomUUID();
    const invited = await invitations.invite(tx, {
      id,
      surveyId: survey.id,
      complaintId,
      audienceId: null,
      reachedBy: null,
      erasedAt: null,
      citizenId,
      departmentCode,
      serviceCode,
      channel: channel ?? null,
      invitedAt,
      expiresAt,
    });
    if (!invited) return;
    await appendEvents(tx, 'surveys', [
      {
        type: 'survey.invited.v1',
        payload: {
          invitationId: id,
          surveyId: survey.id,
          complaintId,
          receiptNumber,
          citizenId,
          departmentCode,
          expiresAt: expiresAt.toISOString(),
        },
      },
    ]);
  },
});
