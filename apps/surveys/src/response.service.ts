import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Caller, Clock } from '@charter/service';
import { readInvitationToken } from './domain/invitation-token';
import { type Answer, decideResponse } from './domain/questionnaire';
import type { ResponseStore } from './store/response.store';
import type { SurveyStore } from './store/survey.store';

export interface ResponseServiceParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly responses: ResponseStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** How an answer is let in: by the invitation's token, or by one's own invitation after signing in. */
export type Entry = { readonly token: string } | { readonly invitationId: string };

export class ResponseService {
  constructor(private readonly parts: ResponseServiceParts) {}

  /** Takes an answer in, once for each invitation. @returns the invitation's id; undefined when there is none for this entry */
  submit(entry: Entry, answers: readonly Answer[], caller: Caller): Promise<Outcome<string> | undefined> {
    const { dataSource, surveys, responses, clock, secret } = this.parts;
    const id = 'token' in entry ? readInvitationToken(secret, entry.token) : entry.invitationId;
    if (!id) return Promise.resolve(undefined);
    return dataSource.transaction(async (tx) => {
      const invitation = await responses.lock(tx, id);
      if (!invitation || (!('token' in entry) && invitation.citizenId !== caller.id)) return undefined;
      const now = clock.now();
      if (invitation.answered)
        return refused(
          refusal(
            'ALREADY_DONE',
            '이미 응답하신 설문입니다. 참여해 주셔서 감사합니다.',
            'This survey was answered already. Thank you.',
          ),
        );
      if (invitation.expiresAt <= now)
        return refused(refusal('TOO_LATE', '응답 기간이 끝났습니다.', 'The time to answer is over.'));
      const [survey] = await surveys.byIds([invitation.surveyId]);
      const decided = decideResponse(survey!.questions, answers);
      if (!decided.ok) return decided;
      await responses.answer(tx, invitation, decided.value, localDate(now));
      return accepted(id);
    });
  }
}
