import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Deadlines } from '@charter/deadlines';
import { type Clock, type DeadlineContext, type RequestContext, deadlineContext } from '@charter/service';
import type { ProposalEntity } from '../store/proposal.entity';
import type { ProposalStore } from '../store/proposal.store';

export interface ParticipationContext extends DeadlineContext {
  readonly proposals: DataLoader<string, ProposalEntity | undefined>;
  readonly proposerNames: DataLoader<string, string>;
  /** Whether the caller has endorsed a proposal; false for an anonymous caller. */
  readonly endorsedByMe: DataLoader<string, boolean>;
}

export interface ContextParts {
  readonly dataSource: DataSource;
  readonly proposals: ProposalStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  ({ dataSource, proposals, deadlines, clock }: ContextParts) =>
  (base: RequestContext): ParticipationContext => {
    const { id } = base.caller;
    return {
      ...base,
      ...deadlineContext(dataSource, deadlines, clock),
      proposals: new DataLoader((ids) => proposals.byIds(ids)),
      proposerNames: new DataLoader((ids) => proposals.proposerNames(ids)),
      endorsedByMe: new DataLoader((ids) =>
        id ? proposals.endorsedBy(id, ids) : Promise.resolve(ids.map(() => false)),
      ),
    };
  };
