import DataLoader from 'dataloader';
import type { RequestContext } from '@charter/service';
import type { ProposalEntity } from '../store/proposal.entity';
import type { ProposalStore } from '../store/proposal.store';

export interface ParticipationContext extends RequestContext {
  readonly proposals: DataLoader<string, ProposalEntity | undefined>;
  readonly proposerNames: DataLoader<string, string>;
  /** Whether the caller has endorsed a proposal; false for an anonymous caller. */
  readonly endorsedByMe: DataLoader<string, boolean>;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  (store: ProposalStore) =>
  (base: RequestContext): ParticipationContext => {
    const { id } = base.caller;
    return {
      ...base,
      proposals: new DataLoader((ids) => store.byIds(ids)),
      proposerNames: new DataLoader((ids) => store.proposerNames(ids)),
      endorsedByMe: new DataLoader((ids) => (id ? store.endorsedBy(id, ids) : Promise.resolve(ids.map(() => false)))),
    };
  };
