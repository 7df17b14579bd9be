import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { maskName } from '@charter/privacy';
import { type Person, forbidden, isUuid, notFound } from '@charter/service';
import { mayTakeLetter } from '../../domain/access';
import type { LetterService } from '../../letter.service';
import { resolveClaim } from '../claim.resolver';
import { ClaimType } from '../claim.type';
import type { CompensationContext } from '../context';
import {
  IssueLetterInput,
  IssueLetterPayload,
  LetterAccessType,
  type LetterLanguage,
  LetterLanguageEnum,
  LetterTextType,
  LetterType,
  languageOf,
  toLetterAccessType,
  toLetterTextType,
  toLetterType,
} from './letter.type';

/** Letters of apology and correction. Whoever sees a claim sees its letters; the name stays with the citizen and their office. */
@Resolver(() => LetterType)
export class LetterResolver {
  constructor(private readonly service: LetterService) {}

  @FieldResolver(() => LetterTextType, { description: 'What it says.' })
  async text(
    @Root() { row }: LetterType,
    @Arg('language', () => LetterLanguageEnum, { nullable: true, description: 'Left out, that of the request.' })
    language: LetterLanguage | null,
    @Ctx() { caller, claims }: CompensationContext,
  ): Promise<LetterTextType> {
    const claim = await claims.load(row.claimId);
    const own = claim?.citizenId === caller.id;
    return toLetterTextType(this.service.text(row, languageOf(language, caller.language), own ? undefined : maskName));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it holds: the newest letter of an approval that was not taken back.',
  })
  async holds(@Root() { row }: LetterType, @Ctx() { claims, letters }: CompensationContext): Promise<boolean> {
    const [claim, all] = await Promise.all([claims.load(row.claimId), letters.load(row.claimId)]);
    return all[0]?.id === row.id && ['APPROVED', 'PAYING', 'PAID', 'RETURNED'].includes(claim?.status ?? '');
  }

  @FieldResolver(() => [LetterAccessType], {
    description:
      'Who of the office took it with the citizen’s name: for the citizen concerned and the auditor, others see none.',
  })
  async takenBy(
    @Root() { row }: LetterType,
    @Ctx() { caller, claims, letterAccess }: CompensationContext,
  ): Promise<LetterAccessType[]> {
    const claim = await claims.load(row.claimId);
    const may = claim?.citizenId === caller.id || caller.roles.includes('AUDITOR');
    return may ? (await letterAccess.load(row.id)).map(toLetterAccessType) : [];
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Mutation(() => IssueLetterPayload, {
    description:
      'Gives the address of a letter as PDF, for five minutes: to the citizen concerned, and to the department’s staff, whose asking is put on record.',
  })
  async issueLetter(
    @Arg('input', () => IssueLetterInput, { description: 'The letter.' })
    { letterId, language }: IssueLetterInput,
    @Ctx() context: CompensationContext,
  ): Promise<IssueLetterPayload> {
    const { caller } = context;
    const letter = isUuid(letterId) ? await this.service.sent(letterId) : undefined;
    const claim = letter && (await resolveClaim({ id: letter.claimId }, context));
    if (!letter || !claim) throw notFound(caller.language);
    if (!mayTakeLetter(caller, claim)) throw forbidden(caller.language);
    const own = claim.citizenId === caller.id;
    const file = await this.service.issue(letter, languageOf(language, caller.language), caller as Person, own);
    return { file, errors: [] };
  }
}

/** The letters of a claim. */
@Resolver(() => ClaimType)
export class ClaimLettersResolver {
  @FieldResolver(() => [LetterType], {
    description: 'The letters of apology and correction that were sent for it, the newest first.',
  })
  async letters(@Root() { id }: ClaimType, @Ctx() { letters }: CompensationContext): Promise<LetterType[]> {
    return (await letters.load(id)).map(toLetterType);
  }
}
