import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Caller, Clock } from '@charter/service';
import type { InvitationKey } from './domain/invitation-key';
import type { Answer } from './domain/responses/answer';
import { decideResponse } from './domain/responses/response';
import type { ResponseStore } from './store/response.store';
import type { SurveyStore } from './store/survey.store';
import { InvitationEntity, SurveyEntity, type UsedTokenEntity } from './store/survey.entity';

export interface ResponseServiceParts {
  readonly dataSource: DataSource;
  readonly responses: ResponseStore;
  readonly surveys: SurveyStore;
  readonly clock: Clock;
  readonly key: InvitationKey;
}

/** How an answer is let in: by the invitation's token, or by one's own invitation after signing in. */
export type Entry = { readonly token: string } | { readonly invitationId: string };

const ALREADY_DONE = refusal(
  'ALREADY_DONE',
  '이미 응답하신 설문입니다. 참여해 주셔서 감사합니다.',
  'This survey was answered already. Thank you.',
);
const TOO_LATE = refusal('TOO_LATE', '응답 기간이 끝났습니다.', 'The time to answer is over.');

export class ResponseService {
  constructor(private readonly parts: ResponseServiceParts) {}

  /**
   * Takes an answer in, once for each invitation; the same request again gives the same result. The invitation is neither
   * changed nor locked: either would leave this transaction's number on its row, and the answer carries that number too.
   * @returns the invitation's id; undefined when there is none for this entry
   */
  async submit(
    entry: Entry,
    answers: readonly Answer[],
    idempotencyKey: string | null | undefined,
    caller: Caller,
  ): Promise<Outcome<string> | undefined> {
    const { dataSource, key } = this.parts;
    const id = 'token' in entry ? key.read(entry.token) : entry.invitationId;
    const invitation = id && (await dataSource.manager.findOneBy(InvitationEntity, { id }));
    if (!invitation || (!('token' in entry) && invitation.citizenId !== caller.id)) return undefined;
    const used: UsedTokenEntity = {
      mark: key.mark(invitation.id),
      request: idempotencyKey ? key.request(idempotencyKey, answers) : null,
    };
    return dataSource.transaction((tx) => this.take(tx, invitation, used, answers));
  }

  private async take(
    tx: EntityManager,
    { id, surveyId, departmentCode, serviceCode, expiresAt }: InvitationEntity,
    used: UsedTokenEntity,
    answers: readonly Answer[],
  ): Promise<Outcome<string>> {
    const { responses, surveys, clock } = this.parts;
    const again = (earlier: UsedTokenEntity): Outcome<string> =>
      used.request !== null && earlier.request === used.request ? accepted(id) : refused(ALREADY_DONE);
    const earlier = await responses.used(tx, used.mark);
    if (earlier) return again(earlier);
    await surveys.lockOpen(tx, surveyId, 'ANSWER');
    const now = clock.now();
    const survey = await tx.findOneByOrFail(SurveyEntity, { id: surveyId });
    if (expiresAt <= now || (survey.closesAt && survey.closesAt <= now)) return refused(TOO_LATE);
    const decided = decideResponse(survey, answers);
    if (!decided.ok) return decided;
    if (!(await responses.use(tx, used))) return again((await responses.used(tx, used.mark))!);
    const said = { ...decided.value, answers: [...decided.value.answers] };
    await responses.write(tx, { surveyId, departmentCode, serviceCode, answeredOn: localDate(now), ...said });
    return accepted(id);
  }
}
