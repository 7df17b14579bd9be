import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate, UserError } from '@charter/service';
import type { RefusalGround } from '../domain/claims/claim';
import type { LetterTerms } from '../domain/letters/terms';
import type { Breach, Exclusion } from '../domain/rule';
import { ClaimType } from './claim.type';
import { BreachEnum, ExclusionEnum, RefusalGroundEnum } from './enums';

/** A claim, and the version that one has seen. */
@InputType()
export class ClaimStepInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: another one is refused as STALE_VERSION. Left out, whichever it is.',
  })
  version?: number | null;
}

@InputType({ description: 'A claim that a citizen makes for what happened with their own complaint.' })
export class FileClaimInput {
  @Field(() => ID, { description: 'Your complaint.' })
  complaintId: string;

  @Field(() => BreachEnum, { description: 'What happened: one that does not open by itself.' })
  breach: Breach;

  @Field(() => LocalDate, { description: 'The day on which it happened.' })
  occurredOn: string;

  @Field(() => String, { description: 'What happened: 1 to 5,000 characters.' })
  statement: string;

  @Field(() => String, { nullable: true, description: 'What shows it; needed where the rule asks for it.' })
  evidence?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How far you came, one way, in whole kilometres; needed where the rule pays by distance.',
  })
  distanceKm?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether you seek another remedy for the same, such as state compensation or a lawsuit.',
  })
  otherRemedySought: boolean;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({
  description:
    'What the letter of apology and correction says of its own (사과 및 시정 공문). What is left out, it says in its usual words.',
})
export class ClaimLetterInput {
  @Field(() => String, { nullable: true, description: 'Who answers questions, by name: up to 100 characters.' })
  handlerName?: string | null;

  @Field(() => String, { nullable: true, description: 'Their number; left out, the department’s.' })
  handlerPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'What is put right, in Korean: up to 2,000 characters.' })
  correctionKo?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  correctionEn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By when it is put right, or when it was; left out, ten working days from the approval.',
  })
  correctBy?: string | null;
}

/** What is left out is null. */
export const toLetterTerms = (input: ClaimLetterInput | null | undefined): LetterTerms | null =>
  input
    ? {
        ...{
          handler: input.handlerName ?? null,
          phone: input.handlerPhone ?? null,
          correctBy: input.correctBy ?? null,
        },
        ...{ correctionKo: input.correctionKo ?? null, correctionEn: input.correctionEn ?? null },
      }
    : null;

const LETTER = 'What the letter says of its own, should it be approved; given again, all of it counts anew.';

@InputType({ description: 'What the review of a claim found.' })
export class ReviewClaimInput extends ClaimStepInput {
  @Field(() => String, { description: 'What was found, for the office: 1 to 5,000 characters.' })
  note: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How far the citizen came, one way, in whole kilometres; left out, as the citizen says.',
  })
  distanceKm?: number | null;

  @Field(() => ExclusionEnum, {
    nullable: true,
    description: 'What was found that the rule does not pay for: such a claim is refused.',
  })
  exclusion?: Exclusion | null;

  @Field(() => ClaimLetterInput, { nullable: true, description: LETTER })
  letter?: ClaimLetterInput | null;
}

@InputType({ description: 'A claim to approve.' })
export class ApproveClaimInput extends ClaimStepInput {
  @Field(() => ClaimLetterInput, { nullable: true, description: LETTER })
  letter?: ClaimLetterInput | null;
}

@InputType({ description: 'A claim to refuse.' })
export class RefuseClaimInput extends ClaimStepInput {
  @Field(() => RefusalGroundEnum, { description: 'On which ground.' })
  ground: RefusalGround;

  @Field(() => String, { description: 'Why, for the citizen: 1 to 5,000 characters.' })
  reason: string;
}

@InputType({ description: 'An objection against the refusal of one’s own claim.' })
export class ObjectToRefusalInput extends ClaimStepInput {
  @Field(() => String, { description: 'Why: 1 to 5,000 characters.' })
  statement: string;
}

@ObjectType({ description: 'What a step of a claim answers.' })
export class ClaimPayload {
  @Field(() => ClaimType, { nullable: true, description: 'The claim as it is now; null when the step was refused.' })
  claim: ClaimType | null;

  @Field(() => [UserError], { description: 'Why the step was refused; empty when it was taken.' })
  errors: UserError[];
}
