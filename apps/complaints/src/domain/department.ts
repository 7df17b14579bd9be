/** A department as complaints need to know it. */
export interface KnownDepartment {
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
  /** From this day on it takes no new complaints. */
  readonly closedOn: string | null;
  readonly successorCode: string | null;
}

export const isClosed = ({ closedOn }: Pick<KnownDepartment, 'closedOn'>, day: string): boolean =>
  closedOn !== null && closedOn <= day;
