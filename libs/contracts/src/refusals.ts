/** A text in the platform's two languages. */
export interface Message {
  readonly ko: string;
  readonly en: string;
}
export type Language = keyof Message;

/** What a user can cause and mend: answered in the payload's `errors`, never thrown. Clients rely on these codes. */
export const USER_ERROR_CODES = [
  'INVALID_STATE',
  'TOO_LATE',
  'TOO_EARLY',
  'ALREADY_DONE',
  'LIMIT_REACHED',
  'INVALID_VALUE',
  'RESIDENT_NUMBER_PRESENT',
  'CONSENT_REQUIRED',
  'CONFLICT_OF_INTEREST',
  'SAME_PERSON',
  'BUDGET_EXCEEDED',
  'SLOT_TAKEN',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

export interface Refusal {
  readonly code: UserErrorCode;
  readonly message: Message;
  /** Where in the input the fault is, such as `['petitioner', 'phone']`. */
  readonly path?: readonly string[];
}

/** A decision: what holds from now on, or why not. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accepted = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refused = <T = never>(...refusals: readonly Refusal[]): Outcome<T> => ({ ok: false, refusals });

export const refusal = (code: UserErrorCode, ko: string, en: string, ...path: readonly string[]): Refusal => ({
  code,
  message: { ko, en },
  ...(path.length > 0 && { path }),
});
