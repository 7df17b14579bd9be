import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import type { Clock, Logger } from '@charter/service';
import type { SurveyEntity } from './store/survey.entity';
import type { SurveyStore } from './store/survey.store';
import type { ToldStore } from './store/told.store';

export interface TellerParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly told: ToldStore;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Tells answers to the standing questionnaire, five and more together. It does so after an answer was kept, in a transaction of its own:
 * those who answer the same department at once wait for each other only as long as it takes to count.
 */
export class Teller {
  constructor(private readonly parts: TellerParts) {}

  /** Tells what waits of a department, if it is enough. The answer is kept already: what does not work now is done by {@link tellAll}. */
  async tell(survey: SurveyEntity, departmentCode: string): Promise<void> {
    try {
      await this.tellIn(survey, departmentCode);
    } catch (error) {
      this.parts.log.error({ err: error, departmentCode }, 'answers could not be told: a worker tries again');
    }
  }

  /** Tells what an ended process left untold. @returns of how many departments something was told */
  async tellAll(): Promise<number> {
    const { dataSource, surveys, told } = this.parts;
    let done = 0;
    for (const { surveyId, departmentCode } of await told.enough(dataSource.manager)) {
      const survey = (await surveys.byId(dataSource.manager, surveyId))!;
      done += Number(await this.tellIn(survey, departmentCode));
    }
    return done;
  }

  private tellIn(survey: SurveyEntity, departmentCode: string): Promise<boolean> {
    const { dataSource, told, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      await told.alone(tx, survey.id, departmentCode);
      const on = localDate(clock.now());
      return told.tellEnough(tx, survey, departmentCode, { on, freshOn: on });
    });
  }
}
