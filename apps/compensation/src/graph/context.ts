import DataLoader from 'dataloader';
import type { Connection, Page, RequestContext } from '@charter/service';
import type { ClaimStore } from '../store/claim.store';
import type { ClaimEntity, ClaimHistoryEntity } from '../store/compensation.entity';

/** A page of one citizen's claims. */
interface OwnPage extends Page {
  readonly citizenId: string;
}

export interface CompensationContext extends RequestContext {
  readonly claims: DataLoader<string, ClaimEntity | undefined>;
  readonly claimsOfComplaint: DataLoader<string, readonly ClaimEntity[]>;
  readonly claimsOfCitizen: DataLoader<OwnPage, Connection<ClaimEntity>, string>;
  readonly history: DataLoader<string, readonly ClaimHistoryEntity[]>;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  (store: ClaimStore) =>
  (base: RequestContext): CompensationContext => ({
    ...base,
    claims: new DataLoader((ids) => store.byIds(ids)),
    claimsOfComplaint: new DataLoader((ids) => store.ofComplaints(ids)),
    // Citizens see their own alone: however often one stands in an answer, it is one page.
    claimsOfCitizen: new DataLoader(
      (pages) => Promise.all(pages.map(({ citizenId, ...page }) => store.page({ citizenId }, {}, page))),
      { cacheKeyFn: ({ citizenId, first, after }) => JSON.stringify([citizenId, first, after]) },
    ),
    history: new DataLoader((ids) => store.historyOf(ids)),
  });
