import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { InvitationEntity } from '../store/survey.entity';
import type { InvitationStateEnum } from './enums';

export type InvitationState = keyof typeof InvitationStateEnum;

@Directive('@key(fields: "id")')
@ObjectType('SurveyInvitation', { description: 'An invitation to say how it was (만족도 조사 초대).' })
export class InvitationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => DateTime, { description: 'When the citizen was invited.' })
  invitedAt: Date;

  @Field(() => DateTime, { description: 'Until when it can be answered.' })
  expiresAt: Date;

  surveyId: string;
  complaintId: string | null;
  citizenId: string;
  /** Whether the caller has its token, and the survey takes that for enough. */
  opened: boolean;
}

export const toInvitationType = (invitation: InvitationEntity): InvitationType => ({
  id: invitation.id,
  invitedAt: invitation.invitedAt,
  expiresAt: invitation.expiresAt,
  surveyId: invitation.surveyId,
  complaintId: invitation.complaintId,
  citizenId: invitation.citizenId,
  opened: false,
});

export const InvitationConnection = connectionType('SurveyInvitation', () => InvitationType);

@ObjectType()
abstract class ResponsePayload {
  @Field(() => Boolean, { description: 'Whether it was taken.' })
  taken: boolean;

  @Field(() => InvitationType, {
    nullable: true,
    description: 'The invitation as it is now; null where it was not taken, and for a survey without invitations.',
  })
  invitation: InvitationType | null;

  @Field(() => [UserError], { description: 'Why it was not taken; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of submitResponse.' })
export class SubmitResponsePayload extends ResponsePayload {}

@ObjectType({ description: 'The answer of saveDraftResponse.' })
export class SaveDraftResponsePayload extends ResponsePayload {}
