import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { forbidden } from '@charter/service';
import { isOffice, stockScopeOf } from '../../domain/access';
import { normaliseReference } from '../../domain/stock/handing-over';
import type { StockForm } from '../../domain/stock/stock';
import type { ClaimStore } from '../../store/claim.store';
import type { StockStore } from '../../store/stock/stock.store';
import { ClaimType, toClaimType } from '../claim.type';
import type { CompensationContext } from '../context';
import { StockFormEnum } from '../enums';
import { DepartmentType } from '../stubs.type';
import { HandoutType, StockPiecesType, StockType, toHandoutType, toStockType } from './stock.type';

/** A card may have been charged often: the newest are shown. */
const MOST_FOUND = 20;

@Resolver(() => StockType)
export class StockResolver {
  constructor(
    private readonly stocks: StockStore,
    private readonly claims: ClaimStore,
  ) {}

  @Authorized('OFFICER', 'MANAGER', 'ADMIN', 'AUDITOR')
  @Query(() => [StockType], {
    nullable: true,
    description:
      'Stocks of gift certificates and local currency: one’s own department’s, or for administrators and auditors all.',
  })
  async compensationStock(
    @Arg('departmentCode', () => String, { nullable: true, description: 'Only of this department.' })
    departmentCode: string | null,
    @Ctx() { caller }: CompensationContext,
  ): Promise<StockType[]> {
    const scope = stockScopeOf(caller);
    if (!scope) throw forbidden(caller.language);
    if (scope.departmentCode && departmentCode && departmentCode !== scope.departmentCode) return [];
    const stocks = await this.stocks.list(scope.departmentCode ?? departmentCode ?? undefined);
    return stocks.map(toStockType);
  }

  @Authorized('AUDITOR')
  @Query(() => [ClaimType], {
    nullable: true,
    description: 'For which claims a certificate or card was handed over or charged, by its number: the newest 20.',
  })
  async handedOutAs(
    @Arg('form', () => StockFormEnum, { description: 'What it is.' }) form: StockForm,
    @Arg('number', () => String, { description: 'Its number, whole.' }) number: string,
  ): Promise<ClaimType[]> {
    const ids = await this.stocks.claimsWith(form, normaliseReference(number), MOST_FOUND);
    return (await this.claims.byIds(ids)).flatMap((claim) => (claim ? [toClaimType(claim)] : []));
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'Whose stock it is.' })
  department(@Root() { departmentCode }: StockType): DepartmentType {
    return { code: departmentCode };
  }
}

/** What a claim says of what is handed over for it. */
@Resolver(() => ClaimType)
export class ClaimHandoutsResolver {
  @FieldResolver(() => [StockPiecesType], {
    description: 'What is set aside to be handed over; empty for cash, and once it was handed over.',
  })
  async toHandOver(@Root() { id }: ClaimType, @Ctx() { setAside }: CompensationContext): Promise<StockPiecesType[]> {
    return (await setAside.load(id)).map(({ faceValue, pieces }) => ({ faceValue, pieces }));
  }

  @FieldResolver(() => [HandoutType], { description: 'What was handed over for it, oldest first.' })
  async handouts(
    @Root() { id, departmentCode }: ClaimType,
    @Ctx() { handouts }: CompensationContext,
  ): Promise<HandoutType[]> {
    return (await handouts.load(id)).map((handout) => toHandoutType(handout, departmentCode));
  }
}

@Resolver(() => HandoutType)
export class HandoutResolver {
  @FieldResolver(() => ID, { nullable: true, description: 'Who handed it over; for the office alone.' })
  handedBy(@Root() handout: HandoutType, @Ctx() { caller }: CompensationContext): string | null {
    return isOffice(caller, handout) ? handout.handedBy : null;
  }
}
