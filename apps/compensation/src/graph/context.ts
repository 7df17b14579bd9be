import DataLoader from 'dataloader';
import { type Deadline, type Deadlines, deadlinesById } from '@charter/deadlines';
import {
  type Clock,
  type Connection,
  type DeadlineContext,
  type Page,
  type RequestContext,
  deadlineContext,
} from '@charter/service';
import type { DataSource } from 'typeorm';
import type { ClaimStore } from '../store/claim.store';
import type { ClaimEntity, ClaimHistoryEntity } from '../store/compensation.entity';
import type { LedgerPostingEntity } from '../store/ledger/ledger.entity';
import type { LedgerStore } from '../store/ledger/ledger.store';

/** A page of one citizen's claims. */
interface OwnPage extends Page {
  readonly citizenId: string;
}

export interface CompensationContext extends DeadlineContext {
  readonly claims: DataLoader<string, ClaimEntity | undefined>;
  readonly claimsOfComplaint: DataLoader<string, readonly ClaimEntity[]>;
  readonly claimsOfCitizen: DataLoader<OwnPage, Connection<ClaimEntity>, string>;
  readonly deadlines: DataLoader<string, Deadline | undefined>;
  readonly postings: DataLoader<number, readonly LedgerPostingEntity[]>;
  readonly history: DataLoader<string, readonly ClaimHistoryEntity[]>;
}

export interface ContextParts {
  readonly dataSource: DataSource;
  readonly store: ClaimStore;
  readonly ledger: LedgerStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  ({ dataSource, store, ledger, deadlines, clock }: ContextParts) =>
  (base: RequestContext): CompensationContext => ({
    ...base,
    ...deadlineContext(dataSource, deadlines, clock),
    deadlines: new DataLoader(async (ids) => {
      const found = new Map((await deadlinesById(dataSource.manager, ids)).map((each) => [each.id, each]));
      return ids.map((id) => found.get(id));
    }),
    claims: new DataLoader((ids) => store.byIds(ids)),
    claimsOfComplaint: new DataLoader((ids) => store.ofComplaints(ids)),
    // Citizens see their own alone: however often one stands in an answer, it is one page.
    claimsOfCitizen: new DataLoader(
      (pages) => Promise.all(pages.map(({ citizenId, ...page }) => store.page({ citizenId }, {}, page))),
      { cacheKeyFn: ({ citizenId, first, after }) => JSON.stringify([citizenId, first, after]) },
    ),
    postings: new DataLoader((seqs) => ledger.postingsOf(seqs)),
    history: new DataLoader((ids) => store.historyOf(ids)),
  });
