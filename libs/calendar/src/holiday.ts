/** A name in Korean and English. */
export interface HolidayName {
  readonly ko: string;
  readonly en: string;
}

/** A holiday that was declared for one day (임시공휴일). @property date YYYY-MM-DD in Asia/Seoul */
export interface DeclaredHoliday {
  readonly date: string;
  readonly nameKo: string;
  readonly nameEn: string;
}

/** A day on which the offices are closed (공휴일). */
export interface Holiday extends DeclaredHoliday {
  /** Declared for once, rather than by the decree. */
  readonly declared: boolean;
  /** Computed by rule, for a year that the gazette has not announced. */
  readonly provisional: boolean;
}
