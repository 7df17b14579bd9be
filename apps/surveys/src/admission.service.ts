import type { EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Caller, forbidden, unauthenticated } from '@charter/service';
import type { InvitationKey } from './domain/invitations/invitation-key';
import type { ResponseEntity } from './store/answer.entity';
import { InvitationEntity, SurveyEntity } from './store/survey.entity';

/**
 * How somebody answers: by an invitation's token, by one's own invitation after signing in, or a survey that asks everybody.
 */
export type Entry = { readonly token: string } | { readonly invitationId: string } | { readonly surveyId: string };

/** Who may answer what. Nothing of it leads from the answer back to the person. */
export interface Admission {
  readonly survey: SurveyEntity;
  readonly invitationId: string | null;
  /** When the invitation ends; null without one. */
  readonly expiresAt: Date | null;
  /** What keeps this person from answering twice; null where anybody answers as often as they like. */
  readonly mark: string | null;
  /** What the answer says of its group. */
  readonly group: Pick<ResponseEntity, 'departmentCode' | 'serviceCode' | 'channel'>;
}

const NO_GROUP: Admission['group'] = { departmentCode: null, serviceCode: null, channel: null };

export class Admissions {
  constructor(private readonly key: InvitationKey) {}

  /**
   * Reads, and neither changes nor locks: either would leave the transaction's number on the invitation.
   * @returns undefined when there is nothing to answer for this entry
   * @throws UNAUTHENTICATED or FORBIDDEN where the survey wants to know that it is this person
   */
  async find(
    tx: EntityManager,
    entry: Entry,
    caller: Caller,
    idempotencyKey?: string | null,
  ): Promise<Admission | undefined> {
    if ('surveyId' in entry) return this.ofSurvey(tx, entry.surveyId, caller, idempotencyKey);
    const id = 'token' in entry ? this.key.read(entry.token) : entry.invitationId;
    const invitation = id && (await tx.findOneBy(InvitationEntity, { id }));
    if (!invitation) return undefined;
    const own = invitation.citizenId === caller.id;
    if (!('token' in entry) && !own) return undefined;
    const survey = await tx.findOneByOrFail(SurveyEntity, { id: invitation.surveyId });
    if (!survey.byToken && !own) throw (caller.id === undefined ? unauthenticated : forbidden)(caller.language);
    const { departmentCode, serviceCode, channel, expiresAt } = invitation;
    const group = { departmentCode, serviceCode, channel };
    return { survey, invitationId: invitation.id, expiresAt, mark: this.key.mark(invitation.id), group };
  }

  private async ofSurvey(
    tx: EntityManager,
    surveyId: string,
    caller: Caller,
    idempotencyKey?: string | null,
  ): Promise<Admission | undefined> {
    const survey = await tx.findOneBy(SurveyEntity, { id: surveyId });
    if (!survey || survey.status === 'DRAFT' || survey.audience !== 'EVERYONE') return undefined;
    const open = { survey, invitationId: null, expiresAt: null, group: NO_GROUP };
    if (!survey.oncePerPerson)
      return { ...open, mark: idempotencyKey ? this.key.markOfRequest(surveyId, idempotencyKey) : null };
    if (caller.id === undefined) throw unauthenticated(caller.language);
    return { ...open, mark: this.key.markOfPerson(surveyId, caller.id) };
  }
}

/** The day that an answer carries: of a standing survey none until it is told, otherwise the same for all answers to the questionnaire. */
export const answeredOn = ({ audience, publishedAt }: SurveyEntity): string | null =>
  audience === 'PETITIONER' ? null : localDate(publishedAt!);
