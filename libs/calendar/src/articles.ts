/** The articles that a deadline's explanation names (docs/law.md says which function each rests on). */
export const ARTICLES = {
  IMMEDIATE: '민원 처리에 관한 법률 시행령 제19조',
  HOURS: '민원 처리에 관한 법률 제19조제1항',
  DAYS: '민원 처리에 관한 법률 제19조제2항',
  CALENDAR: '민원 처리에 관한 법률 제19조제3항',
  /** Calendar days, and the general rules of counting. */
  CIVIL_CODE: '민법 제156조–제160조',
  FIRST_DAY_OUT: '민법 제157조',
  LAST_DAY: '민법 제161조',
  NOT_COUNTED: '행정절차법 시행령 제11조',
  HOLIDAY: '관공서의 공휴일에 관한 규정 제2조·제3조',
  /** When an office is open, and that it is closed on Saturday. */
  OFFICE_HOURS: '지방공무원 복무규정 제2조',
  EXTENDED: '민원 처리에 관한 법률 시행령 제21조',
} as const;
