import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Clock, Person } from '@charter/service';
import { publicationFaults } from './domain/questionnaires/publication';
import { type Draft, decideDraft } from './domain/questionnaires/questionnaire';
import type { Unfit } from './domain/surveyjs/format';
import { fromSurveyJs } from './domain/surveyjs/import';
import type { SurveyEntity } from './store/survey.entity';
import type { SurveyStore } from './store/survey.store';

/** Which draft: by its id, or by its code the one that is open. */
export type DraftReference = { readonly id: string } | { readonly code: string };

/** What staff say of a questionnaire that was designed in another tool. */
export type ImportHead = Pick<Draft, 'code' | 'audience' | 'answerDays' | 'oncePerPerson' | 'byToken'>;

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

  /** Writes a draft from a questionnaire in SurveyJS's format. @returns its id, and what did not fit */
  async import(
    head: ImportHead,
    json: string,
    person: Person,
  ): Promise<Outcome<{ readonly id: string; readonly unfit: readonly Unfit[] }>> {
    const imported = fromSurveyJs(parsed(json));
    if (!imported.ok) return imported;
    const { unfit, ...content } = imported.value;
    const saved = await this.save({ ...head, ...content, quotas: [] }, person);
    return saved.ok ? accepted({ id: saved.value, unfit }) : saved;
  }

  /**
   * Publishes a draft: from now on it never changes, and new invitations ask it.
   * @param closesAt from when on nothing is taken any more; null: until it is closed
   * @returns its id; undefined when there is no such survey
   */
  publish(reference: DraftReference, closesAt: Date | null, { id: by }: Person): Promise<Outcome<string> | undefined> {
    return this.dataSource.transaction(async (tx) => {
      await this.surveys.lockAll(tx);
      const survey = await this.find(tx, reference);
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
      const at = this.clock.now();
      const faults = publicationFaults(survey);
      if (closesAt && closesAt <= at) {
        const [ko, en] = ['마감은 지금보다 뒤여야 합니다.', 'It has to close later than now.'];
        faults.push(refusal('INVALID_VALUE', ko, en, 'closesAt'));
      }
      if (faults.length > 0) return refused(...faults);
      await this.surveys.publish(tx, survey, closesAt, { by, at });
      return accepted(survey.id);
    });
  }

  /**
   * Closes a survey for good. Who is answering at this moment is waited for; who comes later is too late.
   * @returns its id; undefined when there is no such survey
   */
  close(id: string, { id: by }: Person): Promise<Outcome<string> | undefined> {
    return this.dataSource.transaction(async (tx) => {
      await this.surveys.lockAll(tx);
      await this.surveys.lockOpen(tx, id, 'CLOSE');
      const survey = await this.surveys.byId(tx, id);
      if (!survey) return undefined;
      const at = this.clock.now();
      if (survey.status === 'DRAFT') {
        return refused(
          refusal('INVALID_STATE', '게시되지 않은 설문입니다.', 'It is a draft: only what is published can be closed.'),
        );
      }
      if (survey.closesAt && survey.closesAt <= at)
        return refused(refusal('ALREADY_DONE', '이미 마감된 설문입니다.', 'It is closed already.'));
      await this.surveys.close(tx, survey, { by, at });
      return accepted(id);
    });
  }

  list(all: boolean): Promise<SurveyEntity[]> {
    return this.surveys.list(all);
  }

  private find(tx: EntityManager, reference: DraftReference): Promise<SurveyEntity | undefined> {
    return 'id' in reference ? this.surveys.byId(tx, reference.id) : this.surveys.draftOf(tx, reference.code);
  }
}

/** What a text of JSON says; nothing that could be a questionnaire where it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // fromSurveyJs says what is wrong
  }
}
