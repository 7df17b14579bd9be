import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { type Deadline, type Deadlines, deadlinesById, deadlinesOf } from '@charter/deadlines';
import {
  type Clock,
  type Connection,
  type DeadlineContext,
  type RequestContext,
  deadlineContext,
} from '@charter/service';
import type { CommentEntity, CommentVersionEntity } from '../store/comments/comment.entity';
import type { CommentStore } from '../store/comments/comment.store';
import type { Entrant } from '../domain/contests/entry';
import type {
  ContestEntity,
  ContestEntryEntity,
  ContestEntryVersionEntity,
  ContestHistoryEntity,
  ContestJudgeEntity,
  ContestObjectionEntity,
} from '../store/contests/contest.entity';
import type { ContestStore } from '../store/contests/contest.store';
import type { EndorsementStore } from '../store/proposals/endorsement.store';
import type {
  AwardEntity,
  MilestoneEntity,
  OpinionEntity,
  ProgressReportEntity,
} from '../store/proposals/examination.entity';
import type { ExaminationStore } from '../store/proposals/examination.store';
import { type PerformanceKey, type ProposalPerformance, performanceOf } from '../store/proposals/performance';
import type { ProposalEntity, ProposalHistoryEntity } from '../store/proposals/proposal.entity';
import type { ProposalStore } from '../store/proposals/proposal.store';
import { type MonitoringLoaders, type MonitoringStores, createMonitoringLoaders } from './monitoring/loaders';

/** A page of comments of one proposal. */
interface CommentPageKey {
  readonly proposalId: string;
  readonly first: number;
  readonly after: string | null;
}

export interface ParticipationContext extends DeadlineContext {
  readonly proposals: DataLoader<string, ProposalEntity | undefined>;
  readonly proposerNames: DataLoader<string, string>;
  readonly jointAuthors: DataLoader<string, { name: string; share: number }[]>;
  /** Whether the caller has endorsed a proposal; false for an anonymous caller. */
  readonly endorsedByMe: DataLoader<string, boolean>;
  readonly followedByMe: DataLoader<string, boolean>;
  readonly opinions: DataLoader<string, OpinionEntity[]>;
  readonly awards: DataLoader<string, AwardEntity | undefined>;
  readonly milestones: DataLoader<string, MilestoneEntity[]>;
  readonly progressReports: DataLoader<string, ProgressReportEntity[]>;
  readonly histories: DataLoader<string, ProposalHistoryEntity[]>;
  readonly comments: DataLoader<string, CommentEntity | undefined>;
  readonly commentPages: DataLoader<CommentPageKey, Connection<CommentEntity>, string>;
  readonly commentVersions: DataLoader<string, CommentVersionEntity[]>;
  readonly contests: DataLoader<string, ContestEntity | undefined>;
  readonly entries: DataLoader<string, ContestEntryEntity | undefined>;
  /** Whether the caller takes part in a contest; false for an anonymous caller. */
  readonly takesPart: DataLoader<string, boolean>;
  readonly teams: DataLoader<string, Entrant[]>;
  readonly entryVersions: DataLoader<string, ContestEntryVersionEntity[]>;
  /** What the caller gave an entry as a judge. */
  readonly myPoints: DataLoader<string, number[] | null>;
  readonly judges: DataLoader<string, ContestJudgeEntity[]>;
  readonly contestObjections: DataLoader<string, ContestObjectionEntity[]>;
  readonly contestHistories: DataLoader<string, ContestHistoryEntity[]>;
  readonly monitoring: MonitoringLoaders;
  readonly performance: DataLoader<PerformanceKey, ProposalPerformance, string>;
  readonly deadlines: DataLoader<string, Deadline | undefined>;
  /** The deadline of a subject that has one at a time, such as a milestone. */
  readonly deadlineOf: DataLoader<string, Deadline | undefined>;
}

export interface ContextParts {
  readonly dataSource: DataSource;
  readonly proposals: ProposalStore;
  readonly endorsements: EndorsementStore;
  readonly examinations: ExaminationStore;
  readonly comments: CommentStore;
  readonly contests: ContestStore;
  readonly monitoring: MonitoringStores;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

const none = (ids: readonly string[]): Promise<boolean[]> => Promise.resolve(ids.map(() => false));

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  ({
    dataSource,
    proposals,
    endorsements,
    examinations,
    comments,
    contests,
    monitoring,
    deadlines,
    clock,
  }: ContextParts) =>
  (base: RequestContext): ParticipationContext => {
    const { id } = base.caller;
    return {
      ...base,
      ...deadlineContext(dataSource, deadlines, clock),
      proposals: new DataLoader((ids) => proposals.byIds(ids)),
      proposerNames: new DataLoader((ids) => proposals.proposerNames(ids)),
      jointAuthors: new DataLoader((ids) => proposals.authorsOf(ids)),
      endorsedByMe: new DataLoader((ids) => (id ? endorsements.endorsedBy(id, ids) : none(ids))),
      followedByMe: new DataLoader((ids) => (id ? endorsements.followedBy(id, ids) : none(ids))),
      opinions: new DataLoader((ids) => examinations.opinionsOf(ids)),
      awards: new DataLoader((ids) => examinations.awardsOf(ids)),
      milestones: new DataLoader((ids) => examinations.milestonesOf(ids)),
      progressReports: new DataLoader((ids) => examinations.reportsOf(ids)),
      histories: new DataLoader((ids) => proposals.historyOf(ids)),
      comments: new DataLoader((ids) => comments.byIds(ids)),
      commentPages: new DataLoader((keys) => pagesOf(comments, keys), {
        cacheKeyFn: ({ proposalId, first, after }) => `${proposalId} ${first} ${after}`,
      }),
      commentVersions: new DataLoader((ids) => comments.versionsOf(ids)),
      contests: new DataLoader((ids) => contests.byIds(ids)),
      entries: new DataLoader((ids) => contests.entries.byIds(ids)),
      takesPart: new DataLoader((ids) => (id ? contests.entries.takePartIn(id, ids) : none(ids))),
      teams: new DataLoader((ids) => contests.entries.teamsOf(ids)),
      entryVersions: new DataLoader((ids) => contests.entries.versionsOf(ids)),
      myPoints: new DataLoader((ids) =>
        id ? contests.judging.pointsBy(id, ids) : Promise.resolve(ids.map(() => null)),
      ),
      judges: new DataLoader((ids) => contests.judging.judgesOf(ids)),
      contestObjections: new DataLoader((ids) => contests.objectionsOf(ids)),
      contestHistories: new DataLoader((ids) => contests.historyOf(ids)),
      monitoring: createMonitoringLoaders(monitoring, base.caller),
      performance: new DataLoader((keys) => performanceOf(dataSource, keys), {
        cacheKeyFn: ({ code, from, to }) => `${code} ${from} ${to}`,
      }),
      deadlines: new DataLoader(async (ids) => {
        const found = await deadlinesById(dataSource.manager, ids);
        return ids.map((each) => found.find((deadline) => deadline.id === each));
      }),
      deadlineOf: new DataLoader(async (ids) => {
        const found = await deadlinesOf(dataSource.manager, ids);
        return ids.map((each) => found.find(({ subjectId }) => subjectId === each));
      }),
    };
  };

/** Pages that were asked for alike are read together: a field of a list asks the same of each of its rows. */
async function pagesOf(comments: CommentStore, keys: readonly CommentPageKey[]): Promise<Connection<CommentEntity>[]> {
  const alike = new Map<string, CommentPageKey[]>();
  for (const key of keys) {
    const page = `${key.first} ${key.after}`;
    alike.set(page, [...(alike.get(page) ?? []), key]);
  }
  const pages = new Map<CommentPageKey, Connection<CommentEntity>>();
  for (const group of alike.values()) {
    const ids = group.map(({ proposalId }) => proposalId);
    const found = await comments.pages(ids, group[0]!);
    group.forEach((key, index) => pages.set(key, found[index]!));
  }
  return keys.map((key) => pages.get(key)!);
}
