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
import type { Department } from '../domain/department';
import { viewerOf } from '../domain/improvements/access';
import type { CharterEntity, CharterHistoryEntity } from '../store/charter/charter.entity';
import type { CharterStore } from '../store/charter/charter.store';
import type { DepartmentHistoryEntity } from '../store/department.entity';
import type { DepartmentStore } from '../store/department.store';
import type { GroupedBy, ImprovementFilter, ImprovementLists } from '../store/improvements/improvement-lists';
import type {
  ImprovementEntity,
  ImprovementHistoryEntity,
  ImprovementProgressEntity,
} from '../store/improvements/improvement.entity';
import type { ImprovementStore } from '../store/improvements/improvement.store';
import type { StandardEntity, StandardHistoryEntity } from '../store/standard.entity';
import { type ScorecardLoaderParts, type ScorecardLoaders, scorecardLoaders } from './scorecards/loaders';

/** A page of the improvement actions of one department or standard. */
interface ActionPageKey {
  readonly by: GroupedBy;
  readonly code: string;
  readonly filter: ImprovementFilter;
  readonly page: Page;
}

export interface CharterContext extends DeadlineContext, ScorecardLoaders {
  readonly charters: DataLoader<number, CharterEntity | undefined>;
  readonly charterHistory: DataLoader<number, readonly CharterHistoryEntity[]>;
  readonly departments: DataLoader<string, Department | undefined>;
  readonly departmentsBelow: DataLoader<string, readonly Department[]>;
  readonly predecessors: DataLoader<string, readonly Department[]>;
  readonly departmentHistory: DataLoader<string, readonly DepartmentHistoryEntity[]>;
  readonly standards: DataLoader<string, StandardEntity | undefined>;
  readonly standardHistory: DataLoader<string, readonly StandardHistoryEntity[]>;
  readonly improvements: DataLoader<string, ImprovementEntity | undefined>;
  readonly improvementProgress: DataLoader<string, readonly ImprovementProgressEntity[]>;
  readonly improvementHistory: DataLoader<string, readonly ImprovementHistoryEntity[]>;
  /** What came of a complaint, a proposal, an entry or a report, of what the caller may see. */
  readonly actionsOfSource: DataLoader<string, readonly ImprovementEntity[]>;
  readonly actionPages: DataLoader<ActionPageKey, Connection<ImprovementEntity>, string>;
  readonly deadlines: DataLoader<string, Deadline | undefined>;
}

export interface ContextParts extends ScorecardLoaderParts {
  readonly dataSource: DataSource;
  readonly charters: CharterStore;
  readonly departments: DepartmentStore;
  readonly improvements: ImprovementStore;
  readonly lists: ImprovementLists;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  (parts: ContextParts) =>
  (base: RequestContext): CharterContext => {
    const { dataSource, charters, departments, standards, improvements, lists } = parts;
    const { deadlines, clock } = parts;
    const viewer = viewerOf(base.caller);
    return {
      ...base,
      ...deadlineContext(dataSource, deadlines, clock),
      charters: new DataLoader((versions) => charters.byVersions(versions)),
      charterHistory: new DataLoader((versions) => charters.historyOf(versions)),
      departments: new DataLoader((codes) => departments.byCodes(codes)),
      departmentsBelow: new DataLoader((codes) => departments.childrenOf(codes)),
      predecessors: new DataLoader((codes) => departments.predecessorsOf(codes)),
      departmentHistory: new DataLoader((codes) => departments.historyOf(codes)),
      standards: new DataLoader((codes) => standards.byCodes(codes)),
      standardHistory: new DataLoader((codes) => standards.historyOf(codes)),
      improvements: new DataLoader((ids) => improvements.byIds(ids)),
      improvementProgress: new DataLoader((ids) => improvements.progressOf(ids)),
      improvementHistory: new DataLoader((ids) => improvements.historyOf(ids)),
      actionsOfSource: new DataLoader((ids) => lists.ofSources(viewer, ids)),
      actionPages: new DataLoader(
        (keys) => alike(keys, ({ by, filter, page }, codes) => lists.pages(by, codes, viewer, filter, page)),
        { cacheKeyFn: (key) => JSON.stringify([likeness(key), key.code]) },
      ),
      deadlines: new DataLoader(async (ids) => {
        const found = await deadlinesById(dataSource.manager, ids);
        return ids.map((each) => found.find((deadline) => deadline.id === each));
      }),
      ...scorecardLoaders(parts, base),
    };
  };

const likeness = ({ by, filter, page: { first, after } }: ActionPageKey): string =>
  JSON.stringify([by, filter, first, after]);

/** Pages that were asked for alike are read together: a field of a list asks the same of each of its rows. */
async function alike(
  keys: readonly ActionPageKey[],
  read: (like: ActionPageKey, codes: string[]) => Promise<Connection<ImprovementEntity>[]>,
): Promise<Connection<ImprovementEntity>[]> {
  const groups = new Map<string, ActionPageKey[]>();
  for (const key of keys) groups.set(likeness(key), [...(groups.get(likeness(key)) ?? []), key]);
  const pages = new Map<ActionPageKey, Connection<ImprovementEntity>>();
  for (const group of groups.values()) {
    const found = await read(
      group[0]!,
      group.map(({ code }) => code),
    );
    group.forEach((key, index) => pages.set(key, found[index]!));
  }
  return keys.map((key) => pages.get(key)!);
}
