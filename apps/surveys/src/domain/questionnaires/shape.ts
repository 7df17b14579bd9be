import { type Refusal, refusal } from '@charter/contracts';
import { type Question, type QuestionKind, TEXT_LIMIT } from './question';

type Limits = 'NONE' | 'RANGE' | 'COUNT' | 'LENGTH';
type Words = readonly [ko: string, en: string];

interface Shape {
  readonly options: boolean;
  readonly rows: boolean;
  /** What `min` and `max` mean. */
  readonly limits: Limits;
}

const plain: Shape = { options: false, rows: false, limits: 'NONE' };
/** What each kind of question is made of. */
const SHAPES: Readonly<Record<QuestionKind, Shape>> = {
  SINGLE: { ...plain, options: true },
  MULTIPLE: { ...plain, options: true, limits: 'COUNT' },
  SCALE_5: plain,
  SCALE_7: plain,
  NUMBER: { ...plain, limits: 'RANGE' },
  TEXT: { ...plain, limits: 'LENGTH' },
  RANKING: { ...plain, options: true, limits: 'COUNT' },
  MATRIX: { ...plain, options: true, rows: true },
};

/** Where a code stands that was there before; −1 when all differ. */
export const twice = (codes: readonly string[]): number => codes.findIndex((one, index) => codes.indexOf(one) < index);

const GREATEST = 1_000_000_000;

/** How far `min` and `max` of a question may go; undefined where it has none. */
function bounds({ limits }: Shape, { options }: Question): readonly [least: number, most: number] | undefined {
  if (limits === 'RANGE') return [-GREATEST, GREATEST];
  if (limits === 'COUNT') return [1, options.length];
  return limits === 'LENGTH' ? [1, TEXT_LIMIT] : undefined;
}

function* limitFaults(given: Question, shape: Shape): Generator<readonly [string, Words]> {
  const { min, max, kind, decimals } = given;
  const span = bounds(shape, given);
  for (const [field, value] of Object.entries({ min, max })) {
    if (value === undefined || value === null) continue;
    if (!span || (kind === 'TEXT' && field === 'min')) {
      yield [field, ['이 유형의 문항에는 두지 않는 값입니다.', 'This kind of question has no such limit.']];
    } else if (value < span[0] || value > span[1] || (kind !== 'NUMBER' && !Number.isInteger(value))) {
      yield [field, [`${span[0]}~${span[1]} 사이여야 합니다.`, `It has to be between ${span[0]} and ${span[1]}.`]];
    }
  }
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    yield ['max', ['최댓값이 최솟값보다 작습니다.', 'The greatest value is below the smallest.']];
  if (decimals !== undefined && decimals !== null && kind !== 'NUMBER')
    yield ['decimals', ['숫자 문항에만 둘 수 있습니다.', 'Only a NUMBER has decimals.']];
}

function* listFaults(given: Question, shape: Shape): Generator<readonly [string, Words]> {
  if (shape.options ? given.options.length < 2 : given.options.length > 0) {
    yield [
      'options',
      [
        '보기는 선택형·순위형·표 문항에만, 2개 이상 두십시오.',
        'SINGLE, MULTIPLE, RANKING and MATRIX have at least two options, others have none.',
      ],
    ];
  }
  if (shape.rows === ((given.rows?.length ?? 0) === 0))
    yield ['rows', ['행은 표 문항에만, 1개 이상 두십시오.', 'A MATRIX has at least one row, others have none.']];
}

/** What in a question does not fit its kind. */
export function* shapeFaults(given: Question, path: readonly string[]): Generator<Refusal> {
  const shape = SHAPES[given.kind];
  for (const [field, [ko, en]] of [...listFaults(given, shape), ...limitFaults(given, shape)])
    yield refusal('INVALID_VALUE', ko, en, ...path, field);
  for (const list of ['options', 'rows'] as const) {
    const again = twice((given[list] ?? []).map(({ code }) => code));
    if (again < 0) continue;
    const [ko, en] = ['코드가 겹칩니다.', 'Two have the same code.'];
    yield refusal('INVALID_VALUE', ko, en, ...path, list, String(again), 'code');
  }
}
