import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, isUuid, notFound, userErrors } from '@charter/service';
import type { LedgerService } from '../../ledger.service';
import type { LedgerStore } from '../../store/ledger/ledger.store';
import type { CompensationContext } from '../context';
import {
  ReverseEntryInput,
  ReverseEntryPayload,
  SetBudgetInput,
  SetBudgetPayload,
  toBudgetType,
  toLedgerEntryType,
} from './ledger.type';

@Resolver()
export class LedgerMutations {
  constructor(
    private readonly service: LedgerService,
    private readonly store: LedgerStore,
  ) {}

  @Authorized('ADMIN')
  @Mutation(() => SetBudgetPayload, {
    description: 'Sets the budget of a department for a year; never below what is reserved and paid (BUDGET_EXCEEDED).',
  })
  async setBudget(
    @Arg('input', () => SetBudgetInput, { description: 'The budget.' })
    { idempotencyKey = null, ...input }: SetBudgetInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<SetBudgetPayload> {
    const set = await this.service.setBudget({ ...input }, idempotencyKey, caller as Person);
    return set.ok
      ? { budget: toBudgetType(set.value), errors: [] }
      : { budget: null, errors: userErrors(set.refusals, caller.language) };
  }

  @Authorized('ADMIN')
  @Mutation(() => ReverseEntryPayload, {
    description:
      'Takes an entry of the ledger back by another one. A reservation that is taken back revokes its approval.',
  })
  async reverseEntry(
    @Arg('input', () => ReverseEntryInput, { description: 'The entry.' }) { entryId, reason }: ReverseEntryInput,
    @Ctx() { caller }: CompensationContext,
  ): Promise<ReverseEntryPayload> {
    const done = isUuid(entryId) ? await this.service.reverse(entryId, reason, caller as Person) : 'NOT_FOUND';
    if (done === 'NOT_FOUND') throw notFound(caller.language);
    if (!done.ok) return { entry: null, errors: userErrors(done.refusals, caller.language) };
    return { entry: toLedgerEntryType((await this.store.find(done.value))!), errors: [] };
  }
}
