import DataLoader from 'dataloader';
import type { RequestContext } from '@charter/service';
import type { Department } from '../domain/department';
import type { DepartmentStore } from '../store/department.store';

export interface CharterContext extends RequestContext {
  readonly departments: DataLoader<string, Department | undefined>;
  readonly departmentsBelow: DataLoader<string, readonly Department[]>;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  (store: DepartmentStore) =>
  (base: RequestContext): CharterContext => ({
    ...base,
    departments: new DataLoader((codes) => store.byCodes(codes)),
    departmentsBelow: new DataLoader((codes) => store.childrenOf(codes)),
  });
