import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, userErrors } from '@charter/service';
import type { StockService } from '../../stock.service';
import { ClaimPayload } from '../claim.input';
import { onClaim } from '../claim.mutations';
import type { CompensationContext } from '../context';
import {
  HandOverCompensationInput,
  ReceiveStockInput,
  StockPayload,
  TakeBackHandoutInput,
  WriteOffStockInput,
} from './stock.input';
import { toStockType } from './stock.type';

@Resolver()
export class StockMutations {
  constructor(private readonly service: StockService) {}

  @Authorized('ADMIN')
  @Mutation(() => StockPayload, {
    description: 'Takes gift certificates or local currency into the stock of a department: an entry of the ledger.',
  })
  receiveStock(
    @Arg('input', () => ReceiveStockInput, { description: 'What came in.' }) input: ReceiveStockInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<StockPayload> {
    return this.move('RECEIVE', input, caller as Person);
  }

  @Authorized('ADMIN')
  @Mutation(() => StockPayload, {
    description: 'Writes off what is in stock no more; never what is set aside or handed out (BUDGET_EXCEEDED).',
  })
  writeOffStock(
    @Arg('input', () => WriteOffStockInput, { description: 'What is gone.' }) input: WriteOffStockInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<StockPayload> {
    return this.move('WRITE_OFF', input, caller as Person);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => ClaimPayload, {
    description:
      'Hands over what is set aside for an approved claim, piece by piece: the claim is paid. Not by who approved it (SAME_PERSON).',
  })
  handOverCompensation(
    @Arg('input', () => HandOverCompensationInput, { description: 'What is handed over.' })
    { claimId, version = null, certificates, wallet = null }: HandOverCompensationInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    const given = { certificates: certificates ?? [], wallet };
    const by = context.caller as Person;
    return this.onClaim(claimId, context, () => this.service.handOver(claimId, given, version, by));
  }

  @Authorized('MANAGER')
  @Mutation(() => ClaimPayload, {
    description: 'Takes back what was handed over: the claim is RETURNED, and handed over anew after `retryPayout`.',
  })
  takeBackHandout(
    @Arg('input', () => TakeBackHandoutInput, { description: 'Which one, and why.' })
    { claimId, version = null, reason }: TakeBackHandoutInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    const by = context.caller as Person;
    return this.onClaim(claimId, context, () => this.service.takeBack(claimId, reason, version, by));
  }

  private onClaim(id: string, context: CompensationContext, handle: Parameters<typeof onClaim>[2]) {
    context.handouts.clear(id);
    context.setAside.clear(id);
    return onClaim(id, context, handle);
  }

  private async move(
    kind: 'RECEIVE' | 'WRITE_OFF',
    { idempotencyKey = null, ...input }: ReceiveStockInput,
    by: Person,
  ): Promise<StockPayload> {
    const moved = await this.service.move(kind, input, idempotencyKey, by);
    return moved.ok
      ? { stock: toStockType(moved.value), errors: [] }
      : { stock: null, errors: userErrors(moved.refusals, by.language) };
  }
}
