/** Roles a person can hold. SERVICE is not among them: services never come through the front door. */
export const PERSON_ROLES = ['CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody who has signed in, as the issuer vouches for them. */
export interface Person {
  /** UUID. */
  readonly id: string;
  readonly roles: readonly PersonRole[];
  readonly departmentCode?: string;
}

/** The token is malformed, forged, expired, logged out, or not meant for this platform. */
export class TokenRefused extends Error {
  /** @param isForged whether the issuer cannot have signed it: an old one, or one of a key that is not known yet, only came at the wrong time */
  constructor(
    message: string,
    readonly isForged = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
/** The issuer's keys cannot be read now: the token may be good. */
export class IssuerUnavailable extends Error {}
/** The token is not judged now: too many from where it came did not hold. */
export class NotTried extends Error {}
