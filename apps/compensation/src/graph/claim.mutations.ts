import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, forbidden, isUuid, notFound, userErrors } from '@charter/service';
import type { CitizenClaimService } from '../citizen-claim.service';
import type { Handled } from '../claim-desk';
import type { DecidingService } from '../deciding.service';
import {
  ApproveClaimInput,
  ClaimPayload,
  FileClaimInput,
  ObjectToRefusalInput,
  RefuseClaimInput,
  ReviewClaimInput,
  toLetterTerms,
} from './claim.input';
import { resolveClaim } from './claim.resolver';
import type { CompensationContext } from './context';

/** What a step of a claim answers: the claim as it is now, or why not. An id that is none finds nothing. */
export async function onClaim(
  id: string,
  context: CompensationContext,
  handle: () => Promise<Handled>,
): Promise<ClaimPayload> {
  const { language } = context.caller;
  const outcome = isUuid(id) ? await handle() : 'NOT_FOUND';
  if (outcome === 'NOT_FOUND') throw notFound(language);
  if (outcome === 'FORBIDDEN') throw forbidden(language);
  if (!outcome.ok) return { claim: null, errors: userErrors(outcome.refusals, language) };
  context.claims.clear(outcome.value);
  return { claim: await resolveClaim({ id: outcome.value }, context), errors: [] };
}

@Resolver()
export class ClaimMutations {
  constructor(
    private readonly citizens: CitizenClaimService,
    private readonly deciding: DecidingService,
  ) {}

  @Authorized('CITIZEN')
  @Mutation(() => ClaimPayload, {
    description: 'Claims compensation for what happened with one’s own complaint, in time and with evidence.',
  })
  fileClaim(
    @Arg('input', () => FileClaimInput, { description: 'The claim.' })
    { idempotencyKey = null, evidence = null, distanceKm = null, ...input }: FileClaimInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    const by = context.caller as Person;
    const filing = { ...input, evidence, distanceKm };
    return onClaim(input.complaintId, context, () => this.citizens.file(filing, idempotencyKey, by));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => ClaimPayload, {
    description:
      'Reviews a claim against one’s department, or an objection, and settles its amount. Somebody else decides.',
  })
  reviewClaim(
    @Arg('input', () => ReviewClaimInput, { description: 'The review.' })
    { claimId, version = null, note, distanceKm = null, exclusion = null, letter }: ReviewClaimInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    const by = context.caller as Person;
    const finding = { note, distanceKm, exclusion, letter: toLetterTerms(letter) };
    return onClaim(claimId, context, () => this.deciding.review(claimId, finding, version, by));
  }

  @Authorized('MANAGER')
  @Mutation(() => ClaimPayload, {
    description:
      'Approves a reviewed claim; a letter of apology and correction goes with it. Whoever opened or reviewed it may not (SAME_PERSON).',
  })
  approveClaim(
    @Arg('input', () => ApproveClaimInput, { description: 'The claim.' })
    { claimId, version = null, letter }: ApproveClaimInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    const by = context.caller as Person;
    return onClaim(claimId, context, () => this.deciding.approve(claimId, toLetterTerms(letter), version, by));
  }

  @Authorized('MANAGER')
  @Mutation(() => ClaimPayload, {
    description: 'Refuses a reviewed claim, with a reason. Whoever opened or reviewed it may not (SAME_PERSON).',
  })
  refuseClaim(
    @Arg('input', () => RefuseClaimInput, { description: 'Why.' })
    { claimId, version = null, ground, reason }: RefuseClaimInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    const by = context.caller as Person;
    return onClaim(claimId, context, () => this.deciding.refuse(claimId, { ground, reason }, version, by));
  }

  @Authorized('CITIZEN')
  @Mutation(() => ClaimPayload, {
    description: 'Objects to the refusal of one’s own claim, once and in time: somebody else decides it again.',
  })
  objectToRefusal(
    @Arg('input', () => ObjectToRefusalInput, { description: 'The objection.' })
    { claimId, version = null, statement }: ObjectToRefusalInput,
    @Ctx() context: CompensationContext,
  ): Promise<ClaimPayload> {
    return onClaim(claimId, context, () => this.citizens.object(claimId, statement, version, context.caller as Person));
  }
}
