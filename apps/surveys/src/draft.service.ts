import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import type { Caller, Clock } from '@charter/service';
import type { Admissions, Entry } from './admission.service';
import type { InvitationKey } from './domain/invitations/invitation-key';
import { keepUntil } from './domain/responses/keeping';
import { admissionFault } from './domain/responses/admission';
import type { Answer } from './domain/responses/answer';
import { decideDraftAnswers } from './domain/responses/response';
import type { ResponseStore } from './store/response.store';
import type { Taken } from './response.service';

export interface DraftServiceParts {
  readonly dataSource: DataSource;
  readonly responses: ResponseStore;
  readonly admissions: Admissions;
  readonly clock: Clock;
  readonly key: InvitationKey;
  readonly keys: PrivacyKeys;
}

const PLACE = { table: 'survey_draft_response', column: 'answers' };

/** Answers that somebody has begun. They are sealed, and stand under a mark that leads neither to the person nor to the answer. */
export class DraftService {
  constructor(private readonly parts: DraftServiceParts) {}

  /**
   * Keeps what has been said so far, in place of what was kept before. Each answer is checked by itself.
   * @returns undefined when there is nothing to answer for this entry
   */
  async save(entry: Entry, answers: readonly Answer[], caller: Caller): Promise<Outcome<Taken> | undefined> {
    const { dataSource, admissions, responses, clock, key, keys } = this.parts;
    const admission = await admissions.find(dataSource.manager, entry, caller);
    if (!admission) return undefined;
    const { survey, expiresAt, invitationId, mark } = admission;
    if (!mark) {
      const [ko, en] = [
        '로그인 없이 누구나 답하는 설문은 임시 저장할 수 없습니다.',
        'Where anybody answers without an invitation, nothing is kept in between.',
      ];
      return refused(refusal('INVALID_STATE', ko, en));
    }
    const now = clock.now();
    const fault = admissionFault({ ...survey, expiresAt }, now);
    if (fault) return refused(fault);
    const decided = decideDraftAnswers(survey, answers);
    if (!decided.ok) return decided;
    const row = key.draftMark(mark);
    return dataSource.transaction(async (tx) => {
      await responses.keepDraft(tx, {
        mark: row,
        answers: seal(keys, { ...PLACE, row }, JSON.stringify(decided.value)),
        keepUntil: keepUntil(localDate(expiresAt ?? survey.closesAt ?? now)),
      });
      if (!(await responses.used(tx, mark))) return accepted({ surveyId: survey.id, invitationId });
      await responses.dropDraft(tx, row);
      return refused(refusal('ALREADY_DONE', '이미 응답하신 설문입니다.', 'This survey was answered already.'));
    });
  }

  /** What was kept for each invitation; undefined where nothing was. One statement. */
  async ofInvitations(invitationIds: readonly string[]): Promise<(readonly Answer[] | undefined)[]> {
    const { responses, key, keys } = this.parts;
    const rows = invitationIds.map((id) => key.draftMark(key.mark(id)));
    const sealed = await responses.drafts(rows);
    return rows.map((row) => {
      const kept = sealed.get(row);
      return kept === undefined ? undefined : (JSON.parse(open(keys, { ...PLACE, row }, kept)) as Answer[]);
    });
  }
}
