import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Clock, type Person, once } from '@charter/service';
import type { Question } from './domain/questionnaires/question';
import {
  type CrossTable,
  type Crossing,
  crossTable,
  crossingFaults,
  decideCrossing,
  nameOf,
} from './domain/results/crossing';
import { POINTS, RESPONSES } from './domain/results/line';
import { type Days, decideMonths, eachMonth, monthsOver } from './domain/results/months';
import { basisFaults, publishingFaults } from './domain/results/publication';
import { type Results, resultsOf } from './domain/results/results';
import { type Shown, crossedWith, decideShown } from './domain/results/shown';
import type { Months, Profile } from './domain/results/group';
import type { Weighting } from './domain/results/weighting';
import { toldGroups } from './domain/telling/told-groups';
import type { CountStore } from './store/count.store';
import type { PublicationHead, PublicationStore } from './store/publication.store';
import type { SurveyEntity } from './store/survey.entity';
import type { SurveyStore } from './store/survey.store';
import type { ToldStore } from './store/told.store';

export interface ResultsServiceParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly counts: CountStore;
  readonly told: ToldStore;
  readonly publications: PublicationStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** Of what results are asked for. */
export interface ResultsRequest {
  readonly surveyId: string;
  /** Whole months of a questionnaire that is asked all the time; null of any other. */
  readonly period: Days | null;
  /** Null: of a sample, what it was drawn of; of others without end. */
  readonly population: number | null;
  /** Null: of a sample, by department as it was drawn; of others none. */
  readonly weighting: Weighting | null;
  readonly crossTables?: readonly Crossing[];
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
    return this.parts.dataSource.transaction(async (tx) => {
      const survey = await this.parts.surveys.byId(tx, request.surveyId);
      return survey && this.make(tx, request);
    });
  }

  /**
   * Publishes results, for good and for everybody.
   * @returns the publication's id; undefined when there is no such survey, or nothing such to correct
   */
  async publish(
    request: PublishRequest,
    person: Pick<Person, 'id'>,
    key: string | null = null,
  ): Promise<Outcome<string> | undefined> {
    const { dataSource, surveys, publications, secret } = this.parts;
    const { surveyId, corrects } = request;
    await this.waitForAnswers(surveyId);
    return dataSource.transaction(async (tx) => {
      const survey = await surveys.byId(tx, surveyId);
      const earlier = corrects === null ? null : await publications.head(tx, corrects);
      if (!survey || earlier === undefined) return undefined;
      const command = { callerId: person.id, operation: 'publishResults', key, input: request, secret };
      return once(tx, command, () => this.publishIn(tx, request, earlier, person.id));
    });
  }

  private async publishIn(
    tx: EntityManager,
    { reason: given, ...request }: PublishRequest,
    earlier: PublicationHead | null,
    publishedBy: string,
  ): Promise<Outcome<string>> {
    const { publications, clock } = this.parts;
    const { surveyId, corrects } = request;
    const made = await this.make(tx, request);
    if (!made.ok) return made;
    const results = made.value;
    const reason = given?.trim() || null;
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
  }

  /** Counts months that are over before anybody asks for them. @returns how many questionnaires had any */
  async countOver(): Promise<number> {
    const { dataSource, surveys, counts, clock } = this.parts;
    const now = clock.now();
    let counted = 0;
    for (const survey of await surveys.list(true)) {
      const months = monthsOver(survey, localDate(now), now);
      if ((await counts.uncounted(dataSource.manager, survey.id, months)).length === 0) continue;
      await this.waitForAnswers(survey.id);
      await dataSource.transaction(async (tx) => {
        await this.alone(tx, survey.id);
        await counts.count(tx, survey, months);
      });
      counted += 1;
    }
    return counted;
  }

  /** One at a time makes or counts the results of a questionnaire. */
  private async alone(tx: EntityManager, surveyId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`results ${surveyId}`]);
  }

  private async make(tx: EntityManager, request: ResultsRequest): Promise<Outcome<Results>> {
    const { surveys, counts, clock } = this.parts;
    const { surveyId, crossTables: crossings = [] } = request;
    await this.alone(tx, surveyId);
    const survey = (await surveys.byId(tx, surveyId))!;
    const now = clock.now();
    const months = decideMonths(survey, request.period, localDate(now), now);
    const faults: Refusal[] = [
      ...basisFaults(request.population, request.weighting),
      ...('code' in months ? [months] : []),
    ];
    if (survey.status === 'DRAFT') faults.push(refusal('INVALID_STATE', '게시되지 않은 설문입니다.', 'It is a draft.'));
    faults.push(...crossingFaults(survey.questions, crossings));
    if (faults.length > 0 || 'code' in months) return refused(...faults);
    const design = survey.audience === 'SAMPLE' ? await counts.design(tx, surveyId) : undefined;
    const population = request.population ?? design?.population ?? null;
    const weighting = request.weighting ?? design?.weighting ?? null;
    await counts.count(tx, survey, eachMonth(months));
    const shown = await this.shownIn(tx, survey, months);
    const [lines, texts] = [
      await counts.lines(tx, surveyId, months),
      survey.questions.some(({ kind }) => kind === 'TEXT') ? await counts.texts(tx, surveyId, months) : new Map(),
    ];
    const crossTables: CrossTable[] = [];
    for (const crossing of crossings) crossTables.push(await this.cross(tx, survey, months, crossing));
    const invited = await counts.invited(tx, surveyId, survey.audience === 'PETITIONER' ? months : null);
    const basis = { months, population, weighting, invited: invited > 0 ? invited : null };
    return accepted(resultsOf({ questions: survey.questions, lines, shown, texts, crossTables }, basis));
  }

  /** What is shown of these months: as it was decided before, or as it is decided now, beside all that was decided. */
  private async shownIn(tx: EntityManager, survey: SurveyEntity, months: Months): Promise<Shown> {
    return this.decidedOnce(tx, survey, months, '', async (earlier) => {
      const codes = [RESPONSES, POINTS, ...survey.questions.map(({ code }) => code)];
      const crossed = crossedWith(earlier);
      const plain = (await this.parts.counts.profiles(tx, survey.id)).filter(({ question }) => !crossed.has(question));
      const profiles = [plain];
      for (const [question, by] of crossed)
        profiles.push(await this.parts.counts.crossProfiles(tx, survey.id, question, [...by]));
      return decideShown(profiles.flat(), codes, months, earlier);
    });
  }

  private async cross(
    tx: EntityManager,
    survey: SurveyEntity,
    months: Months,
    crossing: Crossing,
  ): Promise<CrossTable> {
    const { counts } = this.parts;
    const asked = [crossing.rows, crossing.columns].map((one) => survey.questions.find(({ code }) => code === one)!);
    const [rows, columns] = asked as [Question, Question];
    const shown = await this.decidedOnce(tx, survey, months, nameOf(crossing), async (earlier) => {
      const before = crossedWith(earlier);
      const profilesOf = (of: Question, by: Question): Promise<Profile[]> =>
        counts.crossProfiles(tx, survey.id, of.code, [...new Set([by.code, ...(before.get(of.code) ?? [])])]);
      const [ofRows, ofColumns] = [await profilesOf(rows, columns), await profilesOf(columns, rows)];
      return decideCrossing([rows, columns], ({ code }) => (code === rows.code ? ofRows : ofColumns), months, earlier);
    });
    return crossTable([rows, columns], await counts.crossCells(tx, survey.id, months, crossing), shown);
  }

  /** What was decided to be shown, or what is decided now for good: beside it, and beside what everybody reads of departments as of now. */
  private async decidedOnce(
    tx: EntityManager,
    survey: SurveyEntity,
    months: Months,
    crossed: string,
    decide: (earlier: readonly Shown[]) => Promise<Shown>,
  ): Promise<Shown> {
    const { publications, clock } = this.parts;
    const earlier = await publications.shown(tx, survey.id);
    const same = earlier.find(
      (one) => one.crossed === crossed && one.months.from === months.from && one.months.to === months.to,
    );
    if (same) return same;
    const told = toldGroups(survey.questions, await this.parts.told.told(tx, survey.id));
    const shown = await decide([...earlier, ...told]);
    await publications.show(tx, survey.id, shown, localDate(clock.now()));
    return shown;
  }

  /** Whoever began to answer before the month was over is waited for: their answer counts. */
  private waitForAnswers(surveyId: string): Promise<void> {
    return this.parts.dataSource.transaction((tx) => this.parts.surveys.lockOpen(tx, surveyId, 'CLOSE'));
  }
}
