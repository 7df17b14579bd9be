import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { originOf } from '../../domain/scorecards/content';
import type { CharterContext } from '../context';
import { DepartmentType, toDepartmentType } from '../department.type';
import { ScorecardMeasureEnum } from './enums';
import { figuresIn } from './scorecard.resolver';
import { FigureSourceType, ScorecardDepartmentType, ScorecardFigureType } from './scorecard.type';
import { ScorecardStandardType, toScorecardStandard } from './standard.type';

@Resolver(() => ScorecardDepartmentType)
export class ScorecardDepartmentResolver {
  @FieldResolver(() => String, { description: 'Its name, in the language of Accept-Language.' })
  name(@Root() { nameKo, nameEn }: ScorecardDepartmentType, @Ctx() { caller }: CharterContext): string {
    return caller.language === 'ko' ? nameKo : nameEn;
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department as it is now.' })
  async department(
    @Root() { code }: ScorecardDepartmentType,
    @Ctx() { departments }: CharterContext,
  ): Promise<DepartmentType | null> {
    const found = await departments.load(code);
    return found ? toDepartmentType(found) : null;
  }

  @FieldResolver(() => [ScorecardFigureType], { description: 'Its figures, those of standards last.' })
  figures(
    @Root() { code, content }: ScorecardDepartmentType,
    @Arg('measures', () => [ScorecardMeasureEnum], { nullable: true, description: 'Only these; all when left out.' })
    measures: (keyof typeof ScorecardMeasureEnum)[] | null,
  ): ScorecardFigureType[] {
    return figuresIn(content, code, measures);
  }
}

@Resolver(() => ScorecardFigureType)
export class ScorecardFigureResolver {
  @FieldResolver(() => ScorecardStandardType, {
    nullable: true,
    description: 'The standard that it is of, as it was promised; only of the measure STANDARD.',
  })
  standard(@Root() { figure, content }: ScorecardFigureType): ScorecardStandardType | null {
    const found = content.standards.find(({ code }) => code === figure.standardCode);
    return found ? toScorecardStandard(found) : null;
  }

  @FieldResolver(() => FigureSourceType, { description: 'Where it comes from and how it was made.' })
  source(@Root() { figure, content }: ScorecardFigureType): FigureSourceType {
    const { service, field, method, methodVersion } = originOf(content, figure);
    const takenAt = content.sources.find((source) => source.service === service)?.takenAt ?? null;
    return { service, field, method, methodVersion, takenAt: takenAt === null ? null : new Date(takenAt) };
  }
}
