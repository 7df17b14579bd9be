import { type Refusal, refusal } from '@charter/contracts';
import type { Question } from '../questionnaires/question';
import { type Association, association } from '../statistics/cross-table';
import { shareOf } from '../statistics/share';
import { shareEstimate } from './estimate';
import { ALL, type GroupRef, type Months, OTHER, type Profile } from './group';
import type { AskedQuestion, GroupResult } from './results';
import { type Shown, shownOf } from './shown';

/** Two questions whose answers are set against each other. */
export interface Crossing {
  readonly rows: string;
  readonly columns: string;
}

/** How many gave one answer to the one question and another to the other. */
export interface CrossCell {
  readonly row: string;
  readonly column: string;
  readonly n: number;
}

/** How those who answered one question so answered the other. */
export interface CrossTable {
  readonly rows: AskedQuestion;
  readonly columns: AskedQuestion;
  readonly suppressed: boolean;
  /** The answers to `columns`, by the answers to `rows`. What is not told apart stands under OTHER. */
  readonly groups: readonly GroupResult[];
  readonly association: Association | null;
}

const MOST = 5;
const KINDS: readonly Question['kind'][] = ['SINGLE', 'SCALE_5', 'SCALE_7'];

export const nameOf = ({ rows, columns }: Crossing): string => `${rows} × ${columns}`;

/** Why questions cannot be crossed. */
export function* crossingFaults(questions: readonly Question[], crossings: readonly Crossing[]): Generator<Refusal> {
  if (crossings.length > MOST) {
    const [ko, en] = [`교차표는 ${MOST}개까지입니다.`, `There are at most ${MOST} cross tables.`];
    yield refusal('LIMIT_REACHED', ko, en, 'crossTables');
  }
  for (const [index, { rows, columns }] of crossings.entries()) {
    const place = ['crossTables', String(index)];
    const found = [rows, columns].map((code) => questions.find((question) => question.code === code));
    if (rows === columns || !found.every((question) => question && KINDS.includes(question.kind))) {
      const [ko, en] = [
        '서로 다른 두 문항(단일 선택, 5점·7점 척도)을 고르십시오.',
        'Choose two different questions that are SINGLE, SCALE_5 or SCALE_7.',
      ];
      yield refusal('INVALID_VALUE', ko, en, ...place);
    }
  }
}

/** The answers that a question can be given, in their order. */
const answersOf = ({ kind, options }: Question): string[] => {
  if (kind === 'SINGLE') return options.map(({ code }) => code);
  return Array.from({ length: kind === 'SCALE_5' ? 5 : 7 }, (_, index) => String(index + 1));
};

/** Who answered the one question, by their answers to the other: all of them first, then the larger groups. */
function candidates(by: Question, { from, to }: Months, profiles: readonly Profile[]): GroupRef[] {
  const asked = profiles.filter(({ month }) => month >= from && month <= to);
  const sizes = answersOf(by).map((answer) => ({
    answer,
    n: asked.reduce((sum, { said, n }) => sum + (said?.[by.code] === answer ? n : 0), 0),
  }));
  return [ALL, ...sizes.sort((a, b) => b.n - a.n).map(({ answer }) => answer)].map((answer) => ({
    ...{ dimension: 'ANSWER' as const, group: `${by.code}=${answer}` },
  }));
}

/**
 * Decides which answers of each question are told apart in a cross table, both ways: a row tells what few answered to the
 * columns, and a column what few answered to the rows.
 * @param profiles who answered each of the two, with what they said to the other and to all that it was crossed with before
 */
export function decideCrossing(
  [rows, columns]: readonly [Question, Question],
  profiles: (question: Question) => readonly Profile[],
  months: Months,
  earlier: readonly Shown[],
): Shown {
  const shown = (of: Question, by: Question): readonly GroupRef[] => {
    const own = profiles(of);
    return shownOf(of.code, candidates(by, months, own), { profiles: own, months, earlier });
  };
  return {
    months,
    crossed: nameOf({ rows: rows.code, columns: columns.code }),
    groups: { [columns.code]: shown(columns, rows), [rows.code]: shown(rows, columns) },
  };
}

/** The answers that are told apart; undefined where not even those are shown who answered at all. */
function toldApart(by: Question, refs: readonly GroupRef[]): string[] | undefined {
  const shown = new Set(refs.map(({ group }) => group));
  if (!shown.has(`${by.code}=${ALL}`)) return undefined;
  return answersOf(by).filter((answer) => shown.has(`${by.code}=${answer}`));
}

/** Makes the table, with what is not told apart put together. */
export function crossTable(
  [rows, columns]: readonly [Question, Question],
  cells: readonly CrossCell[],
  shown: Shown,
): CrossTable {
  const asked = { rows: askedOf(rows), columns: askedOf(columns) };
  const [own, other] = [
    toldApart(rows, shown.groups[columns.code] ?? []),
    toldApart(columns, shown.groups[rows.code] ?? []),
  ];
  if (!own || !other) return { ...asked, suppressed: true, groups: [], association: null };
  const within = (answers: readonly string[], answer: string): string => (answers.includes(answer) ? answer : OTHER);
  const n = (row: string, column: string): number =>
    cells.reduce(
      (sum, cell) => sum + (within(own, cell.row) === row && within(other, cell.column) === column ? cell.n : 0),
      0,
    );
  const [down, across] = [
    [...own, OTHER],
    [...other, OTHER],
  ];
  const table = down.map((row) => across.map((column) => n(row, column)));
  const groups = down.map((row, index): GroupResult => {
    const counts = table[index]!.map((each, column) => ({ value: column, n: each }));
    return {
      ...{ dimension: 'ANSWER', group: `${rows.code}=${row}`, n: table[index]!.reduce((sum, each) => sum + each, 0) },
      estimates: across.flatMap((item, column) =>
        item === OTHER && table.every((line) => line[column] === 0)
          ? []
          : shareEstimate(
              shareOf(counts, (value) => value === column),
              { item },
            ),
      ),
    };
  });
  return {
    ...asked,
    suppressed: false,
    groups: groups.filter((group) => group.n > 0),
    association: association(table),
  };
}

const askedOf = ({ code, kind, textKo, textEn, options, rows }: Question): AskedQuestion => ({
  ...{ code, kind, textKo, textEn, options, rows },
});
