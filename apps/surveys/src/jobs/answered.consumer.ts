import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@charter/contracts';
import { type EventHandler, appendEvents } from '@charter/outbox';
import type { Clock, Logger } from '@charter/service';
import type { InvitationStore } from '../store/invitation.store';
import type { SurveyStore } from '../store/survey.store';

export interface AnsweredConsumerParts {
  readonly surveys: SurveyStore;
  readonly invitations: InvitationStore;
  readonly clock: Clock;
  readonly log: Logger;
}

const DAY_MS = 86_400_000;

/** Invites to the satisfaction survey when a complaint is answered: once for each complaint. */
export const answeredConsumer = ({ surveys, invitations, clock, log }: AnsweredConsumerParts): EventHandler => ({
  consumer: 'surveys-invitations',
  async handle(tx, event) {
    const { complaintId, receiptNumber, citizenId, departmentCode, serviceCode } = (
      event as EventEnvelope<'complaint.answered.v1'>
    ).payload;
    const survey = await surveys.standing(tx);
    if (!survey) return log.warn({ complaintId }, 'no survey of petitioners is published: nobody is invited');
    const invitedAt = clock.now();
    const expiresAt = new Date(invitedAt.getTime() + survey.answerDays * DAY_MS);
    const id = randomUUID();
    const invited = await invitations.invite(tx, {
      id,
      surveyId: survey.id,
      complaintId,
      citizenId,
      departmentCode,
      serviceCode,
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
