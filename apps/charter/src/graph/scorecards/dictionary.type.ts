import { Field, ObjectType } from 'type-graphql';
import { graphEnum, PublicFor, PublicWithin } from '@charter/service';
import { COLUMN_TYPES, type ColumnType, type DictionaryColumn } from '../../domain/scorecards/dictionary';

const ColumnTypeEnum = graphEnum('ScorecardColumnType', 'What a column of the open data holds.', COLUMN_TYPES, {
  INTEGER: { description: 'A whole number.' },
  NUMBER: { description: 'A number with a decimal point.' },
  BOOLEAN: { description: '`true` or `false`.' },
  TEXT: { description: 'Text.' },
  CODE: { description: 'One of the values that the dictionary lists.' },
  DATE: { description: 'A day in Asia/Seoul: 2026-11-23.' },
  DATETIME: { description: 'An instant in UTC: 2026-11-23T01:00:00.000Z.' },
});

@PublicWithin()
@ObjectType('ScorecardCode', { description: 'A value that a column can have.' })
export class ScorecardCodeType {
  @Field(() => String, { description: 'As it stands in the column.' })
  value: string;

  @Field(() => String, { description: 'What it means, in Korean.' })
  meaningKo: string;

  @Field(() => String, { description: 'What it means, in English.' })
  meaningEn: string;
}

@PublicFor(300)
@ObjectType('ScorecardColumn', { description: 'A column of the open data of scorecards. Names never change.' })
export class ScorecardColumnType {
  @Field(() => String, { description: 'Its name in the first line of the sheet.' })
  name: string;

  @Field(() => ColumnTypeEnum, { description: 'What it holds.' })
  type: ColumnType;

  @Field(() => String, {
    nullable: true,
    description:
      'In what it counts; `column:<name>` where another column of the line says it; null where nothing is counted.',
  })
  unit: string | null;

  @Field(() => Boolean, { description: 'Whether it may be empty.' })
  optional: boolean;

  @Field(() => String, { description: 'What it means, in Korean.' })
  meaningKo: string;

  @Field(() => String, { description: 'What it means, in English.' })
  meaningEn: string;

  @Field(() => String, { description: 'Which service says it; `column:<name>` where another column of the line does.' })
  source: string;

  @Field(() => [ScorecardCodeType], { description: 'What it can be, of a CODE; otherwise empty.' })
  values: ScorecardCodeType[];
}

export const toColumnType = ({ meaning, values, ...column }: DictionaryColumn): ScorecardColumnType => ({
  ...{ name: column.name, type: column.type, unit: column.unit, optional: column.optional, source: column.source },
  ...{ meaningKo: meaning.ko, meaningEn: meaning.en },
  values: (values ?? []).map(({ value, meaning: { ko, en } }) => ({ value, meaningKo: ko, meaningEn: en })),
});
