import DataLoader from 'dataloader';
import type { RequestContext } from '@charter/service';
import type { ClaimStore } from '../store/claim.store';
import type { ClaimEntity } from '../store/compensation.entity';

export interface CompensationContext extends RequestContext {
  readonly claims: DataLoader<string, ClaimEntity | undefined>;
  readonly claimsOfComplaint: DataLoader<string, readonly ClaimEntity[]>;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  (store: ClaimStore) =>
  (base: RequestContext): CompensationContext => ({
    ...base,
    claims: new DataLoader((ids) => store.byIds(ids)),
    claimsOfComplaint: new DataLoader((ids) => store.ofComplaints(ids)),
  });
