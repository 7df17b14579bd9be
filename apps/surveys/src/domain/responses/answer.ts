/** One row of a MATRIX and the column that was chosen for it, by code. */
export interface Cell {
  readonly row: string;
  readonly column: string;
}

/** One answer, as it is given and as it is stored: the question's code and the one field that fits its kind. README.md has examples. */
export interface Answer {
  readonly question: string;
  /** SCALE_5 and SCALE_7: the points, from 1. */
  readonly scale?: number | null;
  /** SINGLE: the option, by code. */
  readonly choice?: string | null;
  /** MULTIPLE: the options, by code, in the order of the questionnaire. */
  readonly choices?: readonly string[] | null;
  /** NUMBER. */
  readonly number?: number | null;
  /** TEXT, without the space around it. */
  readonly text?: string | null;
  /** RANKING: options by code, the first is the best. */
  readonly ranking?: readonly string[] | null;
  /** MATRIX: at most one column for each row, in the order of the rows. */
  readonly cells?: readonly Cell[] | null;
}
