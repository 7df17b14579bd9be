import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { type Deadline, type Deadlines, deadlinesById } from '@charter/deadlines';
import {
  type Clock,
  type Connection,
  type DeadlineContext,
  type Page,
  type RequestContext,
  deadlineContext,
} from '@charter/service';
import type { Answer } from '../domain/responses/answer';
import type { Scores } from '../domain/satisfaction';
import type { DraftService } from '../draft.service';
import type { AudienceEntity } from '../store/audience.entity';
import type { AudienceStore } from '../store/audience.store';
import type { CampaignEntity, CampaignStepEntity } from '../store/campaign.entity';
import type { CampaignStore, PublishedScore } from '../store/campaign.store';
import type { Asked, StandingScore, ToldStore } from '../store/told.store';
import type { InvitationStore } from '../store/invitation.store';
import type { Results } from '../domain/results/results';
import type { Measured } from '../domain/results/score-trend';
import type { PublicationHead, PublicationStore } from '../store/publication.store';
import type { ResponseStore } from '../store/response.store';
import type { InvitationEntity, SurveyEntity, SurveyHistoryEntity } from '../store/survey.entity';
import type { SurveyStore } from '../store/survey.store';

/** A page of one citizen's invitations. */
interface OwnPage extends Page {
  readonly citizenId: string;
}

export interface SurveysContext extends DeadlineContext {
  readonly surveys: DataLoader<string, SurveyEntity | undefined>;
  readonly history: DataLoader<string, readonly SurveyHistoryEntity[]>;
  readonly invitations: DataLoader<string, InvitationEntity | undefined>;
  readonly invitationOfComplaint: DataLoader<string, InvitationEntity | undefined>;
  readonly invitationsOfCitizen: DataLoader<OwnPage, Connection<InvitationEntity>, string>;
  readonly answered: DataLoader<string, boolean>;
  readonly drafts: DataLoader<string, readonly Answer[] | undefined>;
  readonly audiences: DataLoader<string, readonly AudienceEntity[]>;
  readonly audience: DataLoader<string, AudienceEntity | undefined>;
  readonly quotas: DataLoader<string, ReadonlyMap<string, number>>;
  /** The published scores of standards, each in a period. */
  readonly standardScores: DataLoader<Asked, PublishedScore[], string>;
  /** The same of the standing questionnaire. */
  readonly standingScores: DataLoader<Asked, StandingScore[], string>;
  readonly campaign: DataLoader<string, CampaignEntity | undefined>;
  readonly campaignOfSurvey: DataLoader<string, CampaignEntity | undefined>;
  readonly campaignSteps: DataLoader<string, readonly CampaignStepEntity[]>;
  readonly deadlines: DataLoader<string, Deadline | undefined>;
  readonly scores: DataLoader<Asked, Scores, string>;
  readonly publications: DataLoader<string, PublicationHead | undefined>;
  readonly publicationsOf: DataLoader<string, readonly PublicationHead[]>;
  readonly corrections: DataLoader<string, PublicationHead | undefined>;
  readonly results: DataLoader<string, Results>;
  readonly standing: DataLoader<string, readonly Measured[]>;
}

const keyOf = ({ code, from, to }: Asked): string => JSON.stringify([code, from, to]);

/** Two statements for each period that is asked for, however many departments. */
async function scoresOf(store: ToldStore, keys: readonly Asked[]): Promise<Scores[]> {
  const periods = new Map<string, Asked[]>();
  for (const key of keys) {
    const period = `${key.from} ${key.to}`;
    periods.set(period, [...(periods.get(period) ?? []), key]);
  }
  const found = new Map<string, Scores>();
  for (const same of periods.values()) {
    const { from, to } = same[0]!;
    const scores = await store.ofDepartments(
      same.map(({ code }) => code),
      from,
      to,
    );
    same.forEach((key, index) => found.set(keyOf(key), scores[index]!));
  }
  return keys.map((key) => found.get(keyOf(key))!);
}

export interface ContextStores {
  readonly surveys: SurveyStore;
  readonly invitations: InvitationStore;
  readonly responses: ResponseStore;
  readonly told: ToldStore;
  readonly audiences: AudienceStore;
  readonly drafts: DraftService;
  readonly published: PublicationStore;
  readonly campaigns: CampaignStore;
  readonly dataSource: DataSource;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  ({ surveys, invitations, responses, told, audiences, drafts, published, campaigns, ...rest }: ContextStores) =>
  (base: RequestContext): SurveysContext => ({
    ...base,
    ...deadlineContext(rest.dataSource, rest.deadlines, rest.clock),
    surveys: new DataLoader((ids) => surveys.byIds(ids)),
    history: new DataLoader((ids) => surveys.historyOf(ids)),
    invitations: new DataLoader((ids) => invitations.byIds(ids)),
    invitationOfComplaint: new DataLoader((ids) => invitations.ofComplaints(ids)),
    // Citizens see their own alone: however often one stands in an answer, it is one page.
    invitationsOfCitizen: new DataLoader(
      (pages) => Promise.all(pages.map(({ citizenId, ...page }) => invitations.ofCitizen(citizenId, page))),
      { cacheKeyFn: ({ citizenId, first, after }) => JSON.stringify([citizenId, first, after]) },
    ),
    answered: new DataLoader((ids) => invitations.answered(ids)),
    drafts: new DataLoader((ids) => drafts.ofInvitations(ids)),
    audiences: new DataLoader((ids) => audiences.ofSurveys(ids)),
    audience: new DataLoader((ids) => audiences.byIds(ids)),
    quotas: new DataLoader((ids) => responses.quotasOf(ids)),
    standardScores: new DataLoader((keys) => campaigns.scoresOf(keys), { cacheKeyFn: keyOf }),
    standingScores: new DataLoader((keys) => told.ofStandards(keys, rest.clock.now()), { cacheKeyFn: keyOf }),
    campaign: new DataLoader((ids) => campaigns.byIds(ids)),
    campaignOfSurvey: new DataLoader((ids) => campaigns.ofSurveys(ids)),
    campaignSteps: new DataLoader((ids) => campaigns.stepsOf(ids)),
    deadlines: new DataLoader(async (ids) => {
      const found = await deadlinesById(rest.dataSource.manager, ids);
      return ids.map((id) => found.find((deadline) => deadline.id === id));
    }),
    publications: new DataLoader((ids) => published.heads(ids)),
    publicationsOf: new DataLoader((ids) => published.ofSurveys(ids)),
    corrections: new DataLoader((ids) => published.corrections(ids)),
    standing: new DataLoader((codes) => published.standing(codes)),
    results: new DataLoader((ids) => published.results(ids)),
    scores: new DataLoader((keys) => scoresOf(told, keys), { cacheKeyFn: keyOf }),
  });
