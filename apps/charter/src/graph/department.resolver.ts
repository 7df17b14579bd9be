import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { LocalDate, Public, type Person, userErrors } from '@charter/service';
import type { DepartmentService } from '../department.service';
import type { CharterContext } from './context';
import { SaveDepartmentInput } from './department.input';
import {
  DepartmentType,
  DepartmentVersionType,
  SaveDepartmentPayload,
  toDepartmentType,
  toDepartmentVersionType,
} from './department.type';

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  constructor(private readonly service: DepartmentService) {}

  @Public()
  @Query(() => [DepartmentType], { description: 'The departments of the city, by code.' })
  async departments(
    @Arg('openOn', () => LocalDate, { nullable: true, description: 'Only those that take new work on this day.' })
    openOn: string | null,
  ): Promise<DepartmentType[]> {
    return (await this.service.list(openOn ?? undefined)).map(toDepartmentType);
  }

  @Public()
  @Query(() => DepartmentType, { nullable: true, description: 'One department; null when there is none of this code.' })
  async department(
    @Arg('code', () => String, { description: 'Its code.' }) code: string,
    @Ctx() { departments }: CharterContext,
  ): Promise<DepartmentType | null> {
    const found = await departments.load(code);
    return found ? toDepartmentType(found) : null;
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveDepartmentPayload, {
    description:
      'Opens, renames, moves, merges or closes a department. Every service hears of it; on the day on which it closes, what it owes passes to its successor in all of them.',
  })
  async saveDepartment(
    @Arg('input', () => SaveDepartmentInput, { description: 'The department.' })
    { idempotencyKey, ...input }: SaveDepartmentInput,
    @Ctx() { caller, departments }: CharterContext,
  ): Promise<SaveDepartmentPayload> {
    const department = {
      code: input.code,
      nameKo: input.nameKo,
      nameEn: input.nameEn,
      phone: input.phone ?? null,
      dutiesKo: input.dutiesKo ?? null,
      dutiesEn: input.dutiesEn ?? null,
      parentCode: input.parentCode ?? null,
      closedOn: input.closedOn ?? null,
      successorCode: input.successorCode ?? null,
    };
    const saved = await this.service.save(department, idempotencyKey, caller as Person);
    if (!saved.ok) return { department: null, errors: userErrors(saved.refusals, caller.language) };
    return { department: toDepartmentType((await departments.clear(saved.value).load(saved.value))!), errors: [] };
  }

  @FieldResolver(() => String, { description: 'Its name in the language of Accept-Language.' })
  name(@Root() department: DepartmentType, @Ctx() { caller }: CharterContext): string {
    return caller.language === 'ko' ? department.nameKo : department.nameEn;
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department above it.' })
  async parent(
    @Root() { parentCode }: DepartmentType,
    @Ctx() { departments }: CharterContext,
  ): Promise<DepartmentType | null> {
    const found = parentCode && (await departments.load(parentCode));
    return found ? toDepartmentType(found) : null;
  }

  @FieldResolver(() => [DepartmentType], { description: 'The departments directly below it.' })
  async children(
    @Root() { code }: DepartmentType,
    @Ctx() { departmentsBelow }: CharterContext,
  ): Promise<DepartmentType[]> {
    return (await departmentsBelow.load(code)).map(toDepartmentType);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'Who carries on what it had (승계 부서).' })
  async successor(
    @Root() { successorCode }: DepartmentType,
    @Ctx() { departments }: CharterContext,
  ): Promise<DepartmentType | null> {
    const found = successorCode && (await departments.load(successorCode));
    return found ? toDepartmentType(found) : null;
  }

  @FieldResolver(() => [DepartmentType], {
    description: 'The closed departments whose work it carries on, or will from their day on, by code.',
  })
  async predecessors(
    @Root() { code }: DepartmentType,
    @Ctx() { predecessors }: CharterContext,
  ): Promise<DepartmentType[]> {
    return (await predecessors.load(code)).map(toDepartmentType);
  }

  @FieldResolver(() => [DepartmentVersionType], { description: 'What it was from when on, the first first.' })
  async history(
    @Root() { code }: DepartmentType,
    @Ctx() { departmentHistory }: CharterContext,
  ): Promise<DepartmentVersionType[]> {
    return (await departmentHistory.load(code)).map(toDepartmentVersionType);
  }
}

/** Departments are public: every reference is answered; null when there is none of this code. */
export async function resolveDepartment(
  { code }: { code: string },
  { departments }: CharterContext,
): Promise<DepartmentType | null> {
  const found = await departments.load(code);
  return found ? toDepartmentType(found) : null;
}
