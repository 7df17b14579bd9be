import type { DataSource } from 'typeorm';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Clock } from '@charter/service';
import { type Draft, decideDraft } from './domain/questionnaire';
import type { SurveyEntity } from './store/survey.entity';
import type { SurveyStore } from './store/survey.store';

export class SurveyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyStore,
    private readonly clock: Clock,
  ) {}

  /** Writes the draft of a questionnaire. @returns its id */
  save(draft: Draft): Promise<Outcome<string>> {
    return this.dataSource.transaction(async (tx) => {
      const decided = decideDraft(draft);
      return decided.ok ? accepted(await this.surveys.saveDraft(tx, decided.value)) : decided;
    });
  }

  /** Publishes a draft: from now on it never changes, and new invitations ask it. @returns undefined when there is no such survey */
  publish(id: string): Promise<Outcome<string> | undefined> {
    return this.dataSource.transaction(async (tx) => {
      const survey = await this.surveys.lock(tx, id);
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
      await this.surveys.publish(tx, survey, this.clock.now());
      return accepted(id);
    });
  }

  list(all: boolean): Promise<SurveyEntity[]> {
    return this.surveys.list(all);
  }
}
