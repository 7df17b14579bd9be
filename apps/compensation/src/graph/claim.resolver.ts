import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  DeadlineType,
  PageArgs,
  forbidden,
  isUuid,
  mapConnection,
  toDeadlineType,
} from '@charter/service';
import { isOffice, maySee, scopeOf } from '../domain/access';
import type { Exclusion } from '../domain/rule';
import type { ClaimStore } from '../store/claim.store';
import {
  ClaimChangeType,
  ClaimConnection,
  ClaimFilterInput,
  ClaimType,
  toClaimChangeType,
  toClaimType,
} from './claim.type';
import type { CompensationContext } from './context';
import { ExclusionEnum } from './enums';
import { PayoutAccountType, toPayoutAccountType } from './payouts/payout.type';
import { CitizenType, ComplaintType, DepartmentType } from './stubs.type';

@Resolver(() => ClaimType)
export class ClaimResolver {
  constructor(private readonly claims: ClaimStore) {}

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => ClaimConnection, {
    nullable: true,
    description:
      'Claims that the caller may see, newest first: one’s own, those against one’s department, or for the auditor all.',
  })
  async compensationClaims(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ClaimFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ClaimFilterInput | null,
    @Ctx() { caller }: CompensationContext,
  ): Promise<Connection<ClaimType>> {
    const scope = scopeOf(caller);
    if (!scope) throw forbidden(caller.language);
    return mapConnection(await this.claims.page(scope, filter ?? {}, page), toClaimType);
  }

  @FieldResolver(() => [ClaimChangeType], { description: 'Its steps, oldest first.' })
  async history(@Root() { id }: ClaimType, @Ctx() { history }: CompensationContext): Promise<ClaimChangeType[]> {
    return (await history.load(id)).map(toClaimChangeType);
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'When it is decided, or the objection; null for one of an imported history.',
  })
  async decision(
    @Root() { decisionId }: ClaimType,
    @Ctx() { deadlines }: CompensationContext,
  ): Promise<DeadlineType | null> {
    const deadline = decisionId ? await deadlines.load(decisionId) : undefined;
    return deadline ? toDeadlineType(deadline, null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the review found; for the office alone.' })
  reviewNote(@Root() claim: ClaimType, @Ctx() { caller }: CompensationContext): string | null {
    return isOffice(caller, claim) ? claim.reviewNote : null;
  }

  @FieldResolver(() => ExclusionEnum, {
    nullable: true,
    description: 'What the review found that the rule does not pay for; for the office alone.',
  })
  exclusion(@Root() claim: ClaimType, @Ctx() { caller }: CompensationContext): Exclusion | null {
    return isOffice(caller, claim) ? claim.exclusion : null;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'Who reviewed it; for the office alone.' })
  reviewedBy(@Root() claim: ClaimType, @Ctx() { caller }: CompensationContext): string | null {
    return isOffice(caller, claim) ? claim.reviewedBy : null;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'Who decided it; for the office alone.' })
  decidedBy(@Root() claim: ClaimType, @Ctx() { caller }: CompensationContext): string | null {
    return isOffice(caller, claim) ? claim.decidedBy : null;
  }

  @FieldResolver(() => ComplaintType, { nullable: true, description: 'The complaint that it is about.' })
  complaint(@Root() { complaintId }: ClaimType): ComplaintType {
    return { id: complaintId };
  }

  @FieldResolver(() => CitizenType, { nullable: true, description: 'Who is paid.' })
  citizen(@Root() { citizenId }: ClaimType): CitizenType {
    return { id: citizenId };
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department whose promise was broken.' })
  department(@Root() { departmentCode }: ClaimType): DepartmentType {
    return { code: departmentCode };
  }
}

/** What this service adds to complaints. */
@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => [ClaimType], {
    nullable: true,
    description: 'Its claims to compensation, of those that the caller may see.',
  })
  async compensationClaims(
    @Root() { id }: ComplaintType,
    @Ctx() { caller, claimsOfComplaint }: CompensationContext,
  ): Promise<ClaimType[]> {
    if (!isUuid(id)) return [];
    return (await claimsOfComplaint.load(id)).filter((claim) => maySee(caller, claim)).map(toClaimType);
  }
}

/** What this service adds to citizens. */
@Resolver(() => CitizenType)
export class CitizenResolver {
  @FieldResolver(() => ClaimConnection, {
    nullable: true,
    description: 'The claims of this citizen, newest first; for themselves alone.',
  })
  async compensationClaims(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller, claimsOfCitizen }: CompensationContext,
  ): Promise<Connection<ClaimType> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await claimsOfCitizen.load({ citizenId: id, ...page }), toClaimType);
  }

  @FieldResolver(() => PayoutAccountType, {
    nullable: true,
    description: 'Where this citizen is paid, masked; for themselves alone.',
  })
  async payoutAccount(
    @Root() { id }: CitizenType,
    @Ctx() { caller, accounts }: CompensationContext,
  ): Promise<PayoutAccountType | null> {
    const found = caller.id === id ? await accounts.load(id) : undefined;
    return found ? toPayoutAccountType(found) : null;
  }
}

/** A claim by its id; null when there is none, or none that the caller may see: both look the same. */
export async function resolveClaim(
  { id }: { id: string },
  { caller, claims }: CompensationContext,
): Promise<ClaimType | null> {
  const found = isUuid(id) ? await claims.load(id) : undefined;
  return found && maySee(caller, found) ? toClaimType(found) : null;
}
