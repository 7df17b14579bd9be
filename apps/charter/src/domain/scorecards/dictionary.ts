import type { Message } from '@charter/contracts';
import { TARGET_DIRECTIONS, type TargetDirection } from '../standard-target';
import { FIGURE_STATES, type FigureState } from './figure';
import { FIGURE_UNITS, type FigureUnit, MEANINGS, MEASURES } from './measures';
import { SCORECARD_PARTS, type ScorecardPart } from './period';

/** What a column of the sheet holds. Days and instants are RFC 3339; instants in UTC. */
export const COLUMN_TYPES = ['INTEGER', 'NUMBER', 'BOOLEAN', 'TEXT', 'CODE', 'DATE', 'DATETIME'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** A column of the sheet, as the data dictionary explains it. Names never change; a new column comes last. */
export interface DictionaryColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Null where the column counts nothing; `unit` where the column of that name says it. */
  readonly unit: string | null;
  /** Whether it may be empty. */
  readonly optional: boolean;
  readonly meaning: Message;
  /** Who says so. */
  readonly source: string;
  /** What a code can be. */
  readonly values?: readonly { readonly value: string; readonly meaning: Message }[];
}

const PARTS: Readonly<Record<ScorecardPart, Message>> = {
  YEAR: { ko: '연간', en: 'The whole year' },
  FIRST_HALF: { ko: '상반기(1~6월)', en: 'January to June' },
  SECOND_HALF: { ko: '하반기(7~12월)', en: 'July to December' },
  Q1: { ko: '1분기(1~3월)', en: 'January to March' },
  Q2: { ko: '2분기(4~6월)', en: 'April to June' },
  Q3: { ko: '3분기(7~9월)', en: 'July to September' },
  Q4: { ko: '4분기(10~12월)', en: 'October to December' },
};
const STATES: Readonly<Record<FigureState, Message>> = {
  SHOWN: { ko: '공개', en: 'Shown' },
  SUPPRESSED: {
    ko: '비공개: 5건 미만이거나, 합계에서 빼면 5건 미만의 값이 드러남',
    en: 'Withheld: fewer than 5 cases, or it would tell of fewer than 5 when taken from the total',
  },
  NONE: { ko: '해당 없음: 평가할 건이 없음', en: 'Nothing to rate' },
  MISSING: {
    ko: '미수신: 담당 서비스가 응답하지 않음(공표 전 자료에만 있음)',
    en: 'Its service did not answer (drafts only)',
  },
};
const UNITS: Readonly<Record<FigureUnit, Message>> = {
  COUNT: { ko: '건', en: 'Cases' },
  PERCENT: { ko: '퍼센트(0~100)', en: 'Percent, 0 to 100' },
  POINTS: { ko: '점(100점 만점)', en: 'Points of a hundred' },
  MINUTES: { ko: '분', en: 'Minutes' },
  HOURS: { ko: '시간(민원은 근무시간)', en: 'Hours; of complaints, working hours' },
  DAYS: { ko: '근무일', en: 'Working days' },
  TIMES: { ko: '회', en: 'Times' },
  KRW: { ko: '원', en: 'Korean won' },
};
const DIRECTIONS: Readonly<Record<TargetDirection, Message>> = {
  AT_LEAST: { ko: '목표값 이상이면 달성', en: 'Reached with the target or more' },
  AT_MOST: { ko: '목표값 이하이면 달성', en: 'Reached with the target or less' },
};

const among = <T extends string>(values: readonly T[], meanings: Readonly<Record<T, Message>>) => ({
  values: values.map((value) => ({ value, meaning: meanings[value] })),
});

type Rest = Partial<Pick<DictionaryColumn, 'unit' | 'optional' | 'values' | 'source'>>;
const column = (name: string, type: ColumnType, ko: string, en: string, rest: Rest = {}): DictionaryColumn => ({
  ...{ name, type, unit: null, optional: false, meaning: { ko, en }, source: 'charter' },
  ...rest,
});
const OPTIONAL = { optional: true } as const;
/** What the owner of the figure says: which that is stands in the line. */
const OWNER = 'column:service';

/** The columns of the sheet, in their order. */
export const DICTIONARY = [
  column('year', 'INTEGER', '연도', 'The year'),
  column('part', 'CODE', '연중 기간', 'Which part of the year', among(SCORECARD_PARTS, PARTS)),
  column('period_from', 'DATE', '기간의 첫날(포함)', 'The first day of the period'),
  column('period_to', 'DATE', '기간의 마지막 날(포함)', 'The last day of the period, included'),
  column(
    'complete',
    'BOOLEAN',
    '집계 때 기간이 끝났는지(아니면 잠정)',
    'Whether the period was over when the figures were taken',
  ),
  column(
    'edition',
    'INTEGER',
    '판: 같은 기간의 정정·갱신마다 1씩 커짐',
    '1, and one more for each that takes the place of another of the same period',
  ),
  column(
    'department_code',
    'TEXT',
    '부서 코드(비어 있으면 시 전체)',
    'The department; empty: the whole city',
    OPTIONAL,
  ),
  column('department_ko', 'TEXT', '집계 때의 부서 이름', 'Its name in Korean at that time', OPTIONAL),
  column('department_en', 'TEXT', '부서 영문 이름', 'Its name in English at that time', OPTIONAL),
  column(
    'standard_code',
    'TEXT',
    '이행기준 코드(measure가 STANDARD일 때)',
    'The standard, of the measure STANDARD',
    OPTIONAL,
  ),
  column('standard_ko', 'TEXT', '이행기준의 약속', 'What it promises, in Korean', OPTIONAL),
  column('standard_en', 'TEXT', '이행기준의 약속(영문)', 'What it promises, in English', OPTIONAL),
  column('measure', 'CODE', '지표', 'What is measured', among(MEASURES, MEANINGS)),
  column('state', 'CODE', '값의 상태', 'Whether the value is there, and why not', among(FIGURE_STATES, STATES)),
  column('value', 'NUMBER', '값(소수 둘째 자리까지)', 'The figure, with two decimals', {
    ...{ unit: 'column:unit', optional: true, source: OWNER },
  }),
  column('unit', 'CODE', '값의 단위', 'In what the value counts', among(FIGURE_UNITS, UNITS)),
  column('n', 'INTEGER', '근거가 된 건수', 'On how many cases it rests', {
    unit: 'COUNT',
    optional: true,
    source: OWNER,
  }),
  column('kept', 'INTEGER', '그중 약속을 지킨 건수', 'Of these, how many kept the promise', {
    ...{ unit: 'COUNT', optional: true, source: OWNER },
  }),
  column('low', 'NUMBER', '95% 신뢰구간 하한(윌슨)', 'Lower end of the interval of 95 % (Wilson)', {
    ...{ unit: 'column:unit', optional: true },
  }),
  column('high', 'NUMBER', '95% 신뢰구간 상한(윌슨)', 'Upper end of the interval of 95 % (Wilson)', {
    ...{ unit: 'column:unit', optional: true },
  }),
  column('target_direction', 'CODE', '목표의 방향', 'Which side of the target is kept', {
    ...{ optional: true, ...among(TARGET_DIRECTIONS, DIRECTIONS) },
  }),
  column('target_value', 'NUMBER', '목표값', 'The target', { unit: 'column:target_unit', optional: true }),
  column('target_unit', 'CODE', '목표의 단위', 'In what the target counts', {
    optional: true,
    ...among(FIGURE_UNITS, UNITS),
  }),
  column(
    'reached',
    'BOOLEAN',
    '목표 달성 여부(판단할 수 없으면 빈칸)',
    'Whether the target is reached; empty where it cannot be said',
    OPTIONAL,
  ),
  column('service', 'TEXT', '값을 가진 서비스', 'The service that owns the figure'),
  column(
    'field',
    'TEXT',
    '지금 값을 누구나 조회할 수 있는 GraphQL 필드',
    'The field of the public graph in which anybody reads how it stands now',
  ),
  column(
    'method',
    'TEXT',
    '산출 방법(방법이 다르면 비교하지 않음)',
    'How it is made: figures of different methods are not compared',
    { source: OWNER },
  ),
  column('method_version', 'INTEGER', '산출 방법의 판', 'The version of the method', { optional: true, source: OWNER }),
  column('taken_at', 'DATETIME', '값을 받은 때(UTC)', 'When its service said so, in UTC', {
    optional: true,
    source: OWNER,
  }),
] as const satisfies readonly DictionaryColumn[];
