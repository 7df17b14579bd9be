import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CharterContext } from '../context';
import { DepartmentType, toDepartmentType } from '../department.type';
import { StandardType, toStandardType } from '../standard.type';
import { CharterChangeType, CharterTextChangeType, CharterWordsType, toWords } from './charter-changes.type';
import { CharterClauseType, CharterDepartmentType, CharterDutyType, CharterStandardType } from './charter.type';

const inLanguage = ({ caller }: CharterContext, ko: string, en: string): string => (caller.language === 'ko' ? ko : en);

async function departmentOf(code: string | null, { departments }: CharterContext): Promise<DepartmentType | null> {
  const found = code !== null && (await departments.load(code));
  return found ? toDepartmentType(found) : null;
}

@Resolver(() => CharterClauseType)
export class CharterClauseResolver {
  @FieldResolver(() => String, { description: 'What it says, in the language of Accept-Language.' })
  text(@Root() { textKo, textEn }: CharterClauseType, @Ctx() context: CharterContext): string {
    return inLanguage(context, textKo, textEn);
  }
}

@Resolver(() => CharterDutyType)
export class CharterDutyResolver {
  @FieldResolver(() => String, { description: 'What it says, in the language of Accept-Language.' })
  text(@Root() { textKo, textEn }: CharterDutyType, @Ctx() context: CharterContext): string {
    return inLanguage(context, textKo, textEn);
  }
}

@Resolver(() => CharterDepartmentType)
export class CharterDepartmentResolver {
  @FieldResolver(() => String, { description: 'Its name then, in the language of Accept-Language.' })
  name(@Root() { nameKo, nameEn }: CharterDepartmentType, @Ctx() context: CharterContext): string {
    return inLanguage(context, nameKo, nameEn);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department as it is now.' })
  department(
    @Root() { departmentCode }: CharterDepartmentType,
    @Ctx() context: CharterContext,
  ): Promise<DepartmentType | null> {
    return departmentOf(departmentCode, context);
  }
}

@Resolver(() => CharterStandardType)
export class CharterStandardResolver {
  @FieldResolver(() => String, { description: 'What was promised, in the language of Accept-Language.' })
  promise(@Root() { promiseKo, promiseEn }: CharterStandardType, @Ctx() context: CharterContext): string {
    return inLanguage(context, promiseKo, promiseEn);
  }

  @FieldResolver(() => String, { description: 'How it was measured, in the language of Accept-Language.' })
  measure(@Root() { measureKo, measureEn }: CharterStandardType, @Ctx() context: CharterContext): string {
    return inLanguage(context, measureKo, measureEn);
  }

  @FieldResolver(() => StandardType, { nullable: true, description: 'The standard as it is now.' })
  async standard(
    @Root() { code }: CharterStandardType,
    @Ctx() { standards }: CharterContext,
  ): Promise<StandardType | null> {
    const found = await standards.load(code);
    return found ? toStandardType(found) : null;
  }
}

@Resolver(() => CharterChangeType)
export class CharterChangeResolver {
  @FieldResolver(() => CharterTextChangeType, { description: 'In the language of Accept-Language.' })
  text(@Root() { ko, en }: CharterChangeType, @Ctx() { caller }: CharterContext): CharterTextChangeType {
    return caller.language === 'ko' ? ko : en;
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'Whose own standard; null for the whole city’s.',
  })
  department(
    @Root() { departmentCode }: CharterChangeType,
    @Ctx() context: CharterContext,
  ): Promise<DepartmentType | null> {
    return departmentOf(departmentCode, context);
  }
}

@Resolver(() => CharterTextChangeType)
export class CharterTextChangeResolver {
  @FieldResolver(() => [CharterWordsType], {
    description: 'The changed text word by word: kept and removed make what it said, kept and added what it says.',
  })
  words(@Root() change: CharterTextChangeType): CharterWordsType[] {
    return toWords(change);
  }
}
