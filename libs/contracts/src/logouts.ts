import { z } from 'zod';

/** Where the gateway has a logout kept, and asks for those that it does not know yet: internal routes of notices, for the gateway. */
export const KEEP_LOGOUT_PATH = '/internal/logouts/keep';
export const LIST_LOGOUTS_PATH = '/internal/logouts/list';

/** The most logouts in one answer of the list. */
export const LOGOUTS_PAGE = 1_000;

/** Seconds since 1970, as tokens count time (RFC 7519, 2). */
const numericDate = z.int().min(0);

/** Tokens that hold no more though they have not expired. */
export const logoutSchema = z.object({
  /** One token, every token of one session at the issuer, or every token of one person. */
  kind: z.enum(['TOKEN', 'SESSION', 'PERSON']),
  /** A digest of the token's or the session's id; the person's id. Nothing that signs anybody in. */
  key: z.string().min(1).max(64),
  /** Whose tokens they are, where it is known. */
  personId: z.uuid().nullable(),
  /** Tokens of the person that were issued later hold: they have signed in again. */
  issuedUpTo: numericDate,
  /** When the last of these tokens has expired by itself. */
  until: numericDate,
});
export type Logout = z.output<typeof logoutSchema>;

/** The list after a number, in the order in which it grew. */
export const listLogoutsSchema = z.object({ after: z.int().min(0) });
export const logoutPageSchema = z.object({
  logouts: z.array(logoutSchema),
  /** The number of the last one: where the next look begins. */
  last: z.int().min(0),
  /** Whether there are more behind it. */
  more: z.boolean(),
});
export type LogoutPage = z.output<typeof logoutPageSchema>;
