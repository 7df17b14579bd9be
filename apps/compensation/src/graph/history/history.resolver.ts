import { Authorized, Query, Resolver } from 'type-graphql';
import type { HistoryStore } from '../../store/history/history.store';
import { HistoryAuditType } from './history.type';

@Resolver()
export class HistoryResolver {
  constructor(private readonly store: HistoryStore) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => HistoryAuditType, {
    nullable: true,
    description:
      'Computes the history of every claim again and names the first link that does not fit. Costs a look at every line.',
  })
  claimHistoryAudit(): Promise<HistoryAuditType> {
    return this.store.audit();
  }
}
