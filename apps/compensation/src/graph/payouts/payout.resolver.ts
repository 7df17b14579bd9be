import { Arg, Args, Authorized, ID, Query, Resolver } from 'type-graphql';
import { type Connection, PageArgs, isUuid, mapConnection } from '@charter/service';
import type { RowOutcome } from '../../domain/payouts/bank-file';
import type { PayoutStore } from '../../store/payouts/payout.store';
import {
  PayoutBatchConnection,
  PayoutBatchType,
  PayoutResultConnection,
  PayoutResultType,
  RowOutcomeEnum,
  toPayoutBatchType,
  toPayoutResultType,
} from './payout.type';

const NO_BATCH = '00000000-0000-0000-0000-000000000000';

@Resolver()
export class PayoutResolver {
  constructor(private readonly payouts: PayoutStore) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => PayoutBatchConnection, { nullable: true, description: 'Batches of payments, newest first.' })
  async payoutBatches(@Args(() => PageArgs) page: PageArgs): Promise<Connection<PayoutBatchType>> {
    return mapConnection(await this.payouts.page(page), toPayoutBatchType);
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => PayoutResultConnection, {
    nullable: true,
    description: 'What came of each row of the bank’s answers for a batch, in their order.',
  })
  async payoutResults(
    @Arg('batchId', () => ID, { description: 'The batch.' }) batchId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('outcome', () => RowOutcomeEnum, { nullable: true, description: 'Only those of which this came.' })
    outcome: RowOutcome | null,
  ): Promise<Connection<PayoutResultType>> {
    const id = isUuid(batchId) ? batchId : NO_BATCH;
    return mapConnection(await this.payouts.results(id, outcome, page), toPayoutResultType);
  }
}
