import type { Figure, FigureState } from './figure';
import type { Measure } from './measures';

/** In what departments are ranked: shares and scores of which more is better, with an interval. */
export const RANKED = ['COMPLAINTS_CHARTER_ON_TIME', 'COMPLAINTS_ON_TIME', 'SATISFACTION'] as const satisfies Measure[];
export type RankedMeasure = (typeof RANKED)[number];

interface RankedDepartment {
  readonly departmentCode: string;
  readonly rank: number;
}

export interface Ranking {
  readonly measure: RankedMeasure;
  /** By rank, and by code where it is shared: an order of values would tell apart what nobody can tell apart. */
  readonly ranked: readonly RankedDepartment[];
  /** Who has no rank, and why, by code. */
  readonly unranked: readonly { readonly departmentCode: string; readonly state: Exclude<FigureState, 'SHOWN'> }[];
}

const byCode = (a: { departmentCode: string }, b: { departmentCode: string }): number =>
  a.departmentCode < b.departmentCode ? -1 : 1;

/**
 * Ranks departments without shaming the small: a rank is one more than the number of departments that are clearly better, that
 * is, whose interval lies wholly above one's own. Who cannot be told apart from the best is first, too.
 */
export function rank(measure: RankedMeasure, figures: readonly Figure[]): Ranking {
  const column = figures.filter((figure) => figure.measure === measure && figure.departmentCode !== null);
  const shown = column.filter(({ state, low, high }) => state === 'SHOWN' && low !== null && high !== null);
  const ranked = shown.map(({ departmentCode, high }) => ({
    departmentCode: departmentCode!,
    rank: 1 + shown.filter(({ low }) => low! > high!).length,
  }));
  const unranked = column.flatMap(({ departmentCode, state }) =>
    state === 'SHOWN' ? [] : [{ departmentCode: departmentCode!, state }],
  );
  return {
    measure,
    ranked: ranked.sort((a, b) => a.rank - b.rank || byCode(a, b)),
    unranked: unranked.sort(byCode),
  };
}
