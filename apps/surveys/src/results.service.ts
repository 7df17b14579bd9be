import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Clock, Person } from '@charter/service';
import { POINTS, RESPONSES } from './domain/results/line';
import { type Days, decideMonths } from './domain/results/months';
import { basisFaults, publishingFaults } from './domain/results/publication';
import { type Results, resultsOf } from './domain/results/results';
import { type Shown, decideShown } from './domain/results/shown';
import type { Months } from './domain/results/group';
import type { Weighting } from './domain/results/weighting';
import type { CountStore } from './store/count.store';
import type { PublicationStore } from './store/publication.store';
import type { SurveyEntity } from './store/survey.entity';
import type { SurveyStore } from './store/survey.store';

export interface ResultsServiceParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly counts: CountStore;
  readonly publications: PublicationStore;
  readonly clock: Clock;
}

/** Of what results are asked for. */
export interface ResultsRequest {
  readonly surveyId: string;
  /** Whole months of a questionnaire that is asked all the time; null of any other. */
  readonly period: Days | null;
  readonly population: number | null;
  readonly weighting: Weighting | null;
}

export interface PublishRequest extends ResultsRequest {
  /** The publication that this one corrects, and why. */
  readonly corrects: string | null;
  readonly reason: string | null;
}

const MOST_REASON = 500;

export class ResultsService {
  constructor(private readonly parts: ResultsServiceParts) {}

  /**
   * The results of months that are over. What is shown of them is decided the first time that somebody asks.
   * @returns undefined when there is no such survey
   */
  async results(request: ResultsRequest): Promise<Outcome<Results> | undefined> {
    await this.waitForAnswers(request.surveyId);
    return this.parts.dataSource.transaction((tx) => this.make(tx, request));
  }

  /**
   * Publishes results, for good and for everybody.
   * @returns the publication's id; undefined when there is no such survey, or nothing such to correct
   */
  async publish(request: PublishRequest, { id: publishedBy }: Person): Promise<Outcome<string> | undefined> {
    const { surveyId, corrects } = request;
    const reason = request.reason?.trim() || null;
    await this.waitForAnswers(surveyId);
    return this.parts.dataSource.transaction(async (tx) => {
      const { publications, clock } = this.parts;
      const made = await this.make(tx, request);
      if (!made?.ok) return made;
      const results = made.value;
      const earlier = corrects === null ? null : await publications.head(tx, corrects);
      if (earlier === undefined) return undefined;
      const faults = publishingFaults({
        ...{ surveyId, reason, responses: results.responses },
        original: (await publications.original(tx, surveyId, results.months)) !== undefined,
        corrects: earlier && {
          surveyId: earlier.surveyId,
          corrected: (await publications.correctionOf(tx, earlier.id)) !== undefined,
        },
      });
      if (reason) faults.push(...textFaults(reason, MOST_REASON, 'reason'));
      if (faults.length > 0) return refused(...faults);
      const { from: monthFrom, to: monthTo } = results.months;
      const said = { publishedAt: clock.now(), publishedBy, corrects, reason, results };
      return accepted(await publications.publish(tx, { surveyId, monthFrom, monthTo, ...said }));
    });
  }

  private async make(tx: EntityManager, request: ResultsRequest): Promise<Outcome<Results> | undefined> {
    const { surveys, counts, clock } = this.parts;
    const { surveyId, population, weighting } = request;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`results ${surveyId}`]);
    const survey = await surveys.byId(tx, surveyId);
    if (!survey) return undefined;
    const now = clock.now();
    const months = decideMonths(survey, request.period, localDate(now), now);
    const faults: Refusal[] = [...basisFaults(population, weighting), ...('code' in months ? [months] : [])];
    if (survey.status === 'DRAFT') faults.push(refusal('INVALID_STATE', '게시되지 않은 설문입니다.', 'It is a draft.'));
    if (faults.length > 0 || 'code' in months) return refused(...faults);
    await counts.count(tx, survey, months);
    const shown = await this.shownIn(tx, survey, months, localDate(now));
    const [lines, texts] = [
      await counts.lines(tx, surveyId, months),
      survey.questions.some(({ kind }) => kind === 'TEXT') ? await counts.texts(tx, surveyId, months) : new Map(),
    ];
    const invited = await counts.invited(tx, surveyId, survey.audience === 'PETITIONER' ? months : null);
    const basis = { months, population, weighting, invited: invited > 0 ? invited : null };
    return accepted(resultsOf({ questions: survey.questions, lines, shown, texts }, basis));
  }

  /** What is shown of these months: as it was decided before, or as it is decided now, beside all that was decided. */
  private async shownIn(tx: EntityManager, survey: SurveyEntity, months: Months, today: string): Promise<Shown> {
    const { counts, publications } = this.parts;
    const earlier = await publications.shown(tx, survey.id);
    const same = earlier.find(({ months: { from, to } }) => from === months.from && to === months.to);
    if (same) return same;
    const codes = [RESPONSES, POINTS, ...survey.questions.map(({ code }) => code)];
    const shown = decideShown(await counts.profiles(tx, survey.id), codes, months, earlier);
    await publications.show(tx, survey.id, shown, today);
    return shown;
  }

  /** Whoever began to answer before the month was over is waited for: their answer counts. */
  private waitForAnswers(surveyId: string): Promise<void> {
    return this.parts.dataSource.transaction((tx) => this.parts.surveys.lockOpen(tx, surveyId, 'CLOSE'));
  }
}
