import type { DataSource } from 'typeorm';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Clock, Person } from '@charter/service';
import { type Draft, decideDraft } from './domain/questionnaires/questionnaire';
import type { SurveyEntity } from './store/survey.entity';
import type { SurveyStore } from './store/survey.store';

/** Which draft: by its id, or by its code the one that is open. */
export type DraftReference = { readonly id: string } | { readonly code: string };

export class SurveyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyStore,
    private readonly clock: Clock,
  ) {}

  /** Writes the draft of a questionnaire. Saved again it is the same draft. @returns its id */
  save(draft: Draft, { id: by }: Person): Promise<Outcome<string>> {
    return this.dataSource.transaction(async (tx) => {
      const decided = decideDraft(draft);
      if (!decided.ok) return decided;
      await this.surveys.lockAll(tx);
      return accepted(await this.surveys.saveDraft(tx, decided.value, { by, at: this.clock.now() }));
    });
  }

  /** Publishes a draft: from now on it never changes, and new invitations ask it. @returns its id; undefined when there is no such survey */
  publish(reference: DraftReference, { id: by }: Person): Promise<Outcome<string> | undefined> {
    return this.dataSource.transaction(async (tx) => {
      await this.surveys.lockAll(tx);
      const survey = await ('id' in reference
        ? this.surveys.byId(tx, reference.id)
        : this.surveys.draftOf(tx, reference.code));
      if (!survey) return undefined;
      if (survey.status !== 'DRAFT') {
        return refused(
          refusal(
            'ALREADY_DONE',
            '이미 게시된 설문입니다. 바꾸려면 새 판을 만드십시오.',
            'It is published already: save a new version to change it.',
          ),
        );
      }
      await this.surveys.publish(tx, survey, { by, at: this.clock.now() });
      return accepted(survey.id);
    });
  }

  list(all: boolean): Promise<SurveyEntity[]> {
    return this.surveys.list(all);
  }
}
