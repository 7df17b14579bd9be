import { Arg, Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type Connection, PageArgs, forbidden, isUuid, mapConnection } from '@charter/service';
import { moneyScopeOf } from '../../domain/access';
import type { LedgerStore } from '../../store/ledger/ledger.store';
import { resolveClaim } from '../claim.resolver';
import { ClaimType } from '../claim.type';
import type { CompensationContext } from '../context';
import { DepartmentType } from '../stubs.type';
import {
  BudgetType,
  LedgerAuditType,
  LedgerConnection,
  LedgerEntryType,
  LedgerFilterInput,
  PostingType,
  toBudgetType,
  toLedgerEntryType,
} from './ledger.type';

@Resolver()
export class LedgerResolver {
  constructor(private readonly store: LedgerStore) {}

  @Authorized('MANAGER', 'ADMIN', 'AUDITOR')
  @Query(() => [BudgetType], {
    nullable: true,
    description: 'The budgets of a year: one’s own department’s, or for administrators and auditors all.',
  })
  async compensationBudget(
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
    @Ctx() { caller }: CompensationContext,
  ): Promise<BudgetType[]> {
    const scope = moneyScopeOf(caller);
    if (!scope) throw forbidden(caller.language);
    return (await this.store.budgets(year, scope.departmentCode)).map(toBudgetType);
  }

  @Authorized('MANAGER', 'ADMIN', 'AUDITOR')
  @Query(() => LedgerConnection, {
    nullable: true,
    description: 'Entries of the ledger, newest first: one’s own department’s, or for administrators and auditors all.',
  })
  async ledger(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => LedgerFilterInput, { nullable: true, description: 'Which ones.' })
    filter: LedgerFilterInput | null,
    @Ctx() { caller }: CompensationContext,
  ): Promise<Connection<LedgerEntryType>> {
    const scope = moneyScopeOf(caller);
    if (!scope) throw forbidden(caller.language);
    const claimId =
      filter?.claimId && (isUuid(filter.claimId) ? filter.claimId : '00000000-0000-0000-0000-000000000000');
    return mapConnection(await this.store.page(scope, { ...filter, claimId }, page), toLedgerEntryType);
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => LedgerAuditType, {
    nullable: true,
    description: 'Computes every hash and balance of the ledger again. Costs a look at every entry.',
  })
  ledgerAudit(): Promise<LedgerAuditType> {
    return this.store.audit();
  }
}

@Resolver(() => LedgerEntryType)
export class LedgerEntryResolver {
  @FieldResolver(() => [PostingType], { description: 'Both sides, the debit first.' })
  async postings(@Root() { seq }: LedgerEntryType, @Ctx() { postings }: CompensationContext): Promise<PostingType[]> {
    return (await postings.load(seq)).map(({ account, side, amount }) => ({ account, side, amount }));
  }

  @FieldResolver(() => ClaimType, {
    nullable: true,
    description: 'The claim that it is about, for those who may see it.',
  })
  claim(@Root() { claimId }: LedgerEntryType, @Ctx() context: CompensationContext): Promise<ClaimType | null> | null {
    return claimId ? resolveClaim({ id: claimId }, context) : null;
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'Whose budget it is.' })
  department(@Root() { departmentCode }: LedgerEntryType): DepartmentType {
    return { code: departmentCode };
  }
}

@Resolver(() => BudgetType)
export class BudgetResolver {
  @FieldResolver(() => DepartmentType, { nullable: true, description: 'Whose budget it is.' })
  department(@Root() { departmentCode }: BudgetType): DepartmentType {
    return { code: departmentCode };
  }
}
