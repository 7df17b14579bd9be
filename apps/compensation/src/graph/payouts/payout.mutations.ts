import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, notFound, userErrors } from '@charter/service';
import type { PayoutService } from '../../payout.service';
import { ApproveClaimInput, ClaimPayload } from '../claim.input';
import { onClaim } from '../claim.mutations';
import type { CompensationContext } from '../context';
import {
  ConfirmPayoutInput,
  GiveAccountInput,
  GiveAccountPayload,
  IssueBankFileInput,
  IssueBankFilePayload,
  PayoutBatchPayload,
  PreparePayoutInput,
  toPayoutAccountType,
  toPayoutBatchType,
} from './payout.type';

@Resolver()
export class PayoutMutations {
  constructor(private readonly service: PayoutService) {}

  @Authorized('CITIZEN')
  @Mutation(() => GiveAccountPayload, {
    description: 'Says where one wants to be paid. What the bank returned before is paid there with the next batch.',
  })
  async giveAccount(
    @Arg('input', () => GiveAccountInput, { description: 'The account.' }) input: GiveAccountInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<GiveAccountPayload> {
    const given = await this.service.giveAccount(input, caller as Person);
    return given.ok
      ? { account: toPayoutAccountType(given.value), errors: [] }
      : { account: null, errors: userErrors(given.refusals, caller.language) };
  }

  @Authorized('MANAGER')
  @Mutation(() => ClaimPayload, {
    description: 'Pays a claim that the bank returned with the next batch again, to the account that is known.',
  })
  retryPayout(
    @Arg('input', () => ApproveClaimInput, { description: 'The claim.' })
    { claimId, version = null }: ApproveClaimInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    return onClaim(claimId, context, () => this.service.retry(claimId, version, context.caller as Person));
  }

  @Authorized('ADMIN')
  @Mutation(() => PayoutBatchPayload, {
    description: 'Begins a batch of payments now. The month’s first one begins by itself on its last working day.',
  })
  async preparePayout(
    @Arg('input', () => PreparePayoutInput, { description: 'The batch.' })
    { idempotencyKey = null }: PreparePayoutInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<PayoutBatchPayload> {
    const begun = await this.service.prepare(idempotencyKey, caller as Person);
    return begun.ok
      ? { batch: toPayoutBatchType(begun.value), errors: [] }
      : { batch: null, errors: userErrors(begun.refusals, caller.language) };
  }

  @Authorized('ADMIN')
  @Mutation(() => IssueBankFilePayload, {
    description: 'Hands out the file for the bank. It has whole account numbers: who takes it is written down.',
  })
  async issueBankFile(
    @Arg('input', () => IssueBankFileInput, { description: 'The batch.' }) { batchId }: IssueBankFileInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<IssueBankFilePayload> {
    const issued = await this.service.bankFile(batchId, caller as Person);
    if (issued === 'NOT_FOUND') throw notFound(caller.language);
    return issued.ok
      ? { file: issued.value, errors: [] }
      : { file: null, errors: userErrors(issued.refusals, caller.language) };
  }

  @Authorized('ADMIN')
  @Mutation(() => PayoutBatchPayload, {
    description:
      'Takes the bank’s answer in. A file that is not whole is refused; what comes of each row is in payoutResults.',
  })
  async confirmPayout(
    @Arg('input', () => ConfirmPayoutInput, { description: 'The answer.' })
    { batchId, content, compressed }: ConfirmPayoutInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<PayoutBatchPayload> {
    const taken = await this.service.confirm(batchId, { content, compressed }, caller as Person);
    if (taken === 'NOT_FOUND') throw notFound(caller.language);
    return taken.ok
      ? { batch: toPayoutBatchType(taken.value), errors: [] }
      : { batch: null, errors: userErrors(taken.refusals, caller.language) };
  }
}
