import DataLoader from 'dataloader';
import type { RequestContext } from '@charter/service';
import type { Department } from '../domain/department';
import type { DepartmentStore } from '../store/department.store';
import type { StandardEntity, StandardHistoryEntity } from '../store/standard.entity';
import type { StandardStore } from '../store/standard.store';

export interface CharterContext extends RequestContext {
  readonly departments: DataLoader<string, Department | undefined>;
  readonly departmentsBelow: DataLoader<string, readonly Department[]>;
  readonly standards: DataLoader<string, StandardEntity | undefined>;
  readonly standardHistory: DataLoader<string, readonly StandardHistoryEntity[]>;
}

export interface CharterStores {
  readonly departments: DepartmentStore;
  readonly standards: StandardStore;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  ({ departments, standards }: CharterStores) =>
  (base: RequestContext): CharterContext => ({
    ...base,
    departments: new DataLoader((codes) => departments.byCodes(codes)),
    departmentsBelow: new DataLoader((codes) => departments.childrenOf(codes)),
    standards: new DataLoader((codes) => standards.byCodes(codes)),
    standardHistory: new DataLoader((codes) => standards.historyOf(codes)),
  });
