import { Arg, Authorized, Ctx, FieldResolver, Float, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public, type Person, forbidden, userErrors } from '@charter/service';
import { isReached, targetText } from '../domain/standard-target';
import type { StandardService } from '../standard.service';
import type { CharterContext } from './context';
import { DepartmentType, toDepartmentType } from './department.type';
import { SaveStandardInput, StandardFilterInput } from './standard.input';
import {
  SaveStandardPayload,
  StandardTargetType,
  StandardType,
  StandardVersionType,
  toStandardType,
  toStandardVersionType,
} from './standard.type';

@Resolver(() => StandardType)
export class StandardResolver {
  constructor(private readonly service: StandardService) {}

  @Public()
  @Query(() => [StandardType], {
    description: 'The service standards that hold on a day (이행기준), by code: the city’s and the departments’ own.',
  })
  async standards(
    @Arg('filter', () => StandardFilterInput, { nullable: true, description: 'Which ones.' })
    filter: StandardFilterInput | null,
  ): Promise<StandardType[]> {
    return (await this.service.list(filter ?? {})).map(toStandardType);
  }

  @Authorized('ADMIN', 'MANAGER')
  @Mutation(() => SaveStandardPayload, {
    description:
      'Makes a standard or changes it: the administrator any, a manager those of the own department. What it said before is kept; end it with `validTo`.',
  })
  async saveStandard(
    @Arg('input', () => SaveStandardInput, { description: 'The standard.' })
    { version, idempotencyKey, ...input }: SaveStandardInput,
    @Ctx() { caller, standards }: CharterContext,
  ): Promise<SaveStandardPayload> {
    const { direction, value, unit } = input.target;
    const standard = {
      ...input,
      departmentCode: input.departmentCode ?? null,
      target: { direction, value, unit },
      validTo: input.validTo ?? null,
    };
    const command = { standard, version: version ?? null, idempotencyKey: idempotencyKey ?? null };
    const saved = await this.service.save(command, caller as Person);
    if (saved === 'FORBIDDEN') throw forbidden(caller.language);
    if (!saved.ok) return { standard: null, errors: userErrors(saved.refusals, caller.language) };
    return { standard: toStandardType((await standards.clear(saved.value).load(saved.value))!), errors: [] };
  }

  @FieldResolver(() => String, { description: 'What is promised, in the language of Accept-Language.' })
  promise(@Root() standard: StandardType, @Ctx() { caller }: CharterContext): string {
    return caller.language === 'ko' ? standard.promiseKo : standard.promiseEn;
  }

  @FieldResolver(() => String, { description: 'How it is measured, in the language of Accept-Language.' })
  measure(@Root() standard: StandardType, @Ctx() { caller }: CharterContext): string {
    return caller.language === 'ko' ? standard.measureKo : standard.measureEn;
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department that promises it; null for a standard of the whole city (공통이행기준).',
  })
  async department(
    @Root() { departmentCode }: StandardType,
    @Ctx() { departments }: CharterContext,
  ): Promise<DepartmentType | null> {
    const found = departmentCode && (await departments.load(departmentCode));
    return found ? toDepartmentType(found) : null;
  }

  @FieldResolver(() => [StandardVersionType], { description: 'What it said from when on, the first first.' })
  async history(
    @Root() { code }: StandardType,
    @Ctx() { standardHistory }: CharterContext,
  ): Promise<StandardVersionType[]> {
    return (await standardHistory.load(code)).map(toStandardVersionType);
  }
}

@Resolver(() => StandardTargetType)
export class StandardTargetResolver {
  @FieldResolver(() => String, { description: 'In words, in the language of Accept-Language: at least 95 %.' })
  text(@Root() target: StandardTargetType, @Ctx() { caller }: CharterContext): string {
    return targetText(target)[caller.language];
  }

  @FieldResolver(() => Boolean, { description: 'Whether a measured value keeps the promise.' })
  isReached(
    @Root() target: StandardTargetType,
    @Arg('by', () => Float, { description: 'The measured value, in the target’s unit.' }) by: number,
  ): boolean {
    return isReached(target, by);
  }
}

/** Standards are public, also before and after the days on which they hold; null when there is none of this code. */
export async function resolveStandard(
  { code }: { code: string },
  { standards }: CharterContext,
): Promise<StandardType | null> {
  const found = await standards.load(code);
  return found ? toStandardType(found) : null;
}
