import type { Language, Role } from '@charter/contracts';

/** Who signs for the gateway. */
export const GATEWAY = 'gateway';

/** Who asks, as the gateway (or another service) vouches for it. */
export interface Caller {
  /** The person's id; undefined for an anonymous caller and for a service. */
  readonly id?: string;
  readonly roles: readonly Role[];
  /** The department of an officer or manager, by code. */
  readonly departmentCode?: string;
  /** From which network address, as the gateway saw it; for limits and the access log, never for logs. */
  readonly address?: string;
  readonly requestId: string;
  readonly language: Language;
  /** Who signed: `gateway`, or a service's name. */
  readonly issuer: string;
}

export const hasRole = (caller: Caller, ...roles: readonly Role[]): boolean =>
  roles.some((role) => caller.roles.includes(role));

/** A person who has signed in: every access rule that needs an id starts here. */
export type Person = Caller & { readonly id: string };

export const isPerson = (caller: Caller): caller is Person => caller.id !== undefined;
