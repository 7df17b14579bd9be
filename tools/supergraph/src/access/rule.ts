import type { Role, ServiceName } from '@charter/contracts';

/** Who may call a root field at all, before any row is looked at: everybody, whoever has signed in, or these roles. */
export type May = 'ANYBODY' | 'SIGNED_IN' | readonly Role[];

export const ANYBODY = 'ANYBODY';
export const SIGNED_IN = 'SIGNED_IN';
export const ADMIN = ['ADMIN'] as const;
export const AUDIT = ['ADMIN', 'AUDITOR'] as const;
export const AUDITOR = ['AUDITOR'] as const;
/** Whom a case concerns, and who watches how it is handled. */
export const CASE = ['CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR'] as const;
export const CITIZEN = ['CITIZEN'] as const;
export const HEADS = ['MANAGER'] as const;
export const HEADS_AND_ADMIN = ['MANAGER', 'ADMIN'] as const;
export const HEADS_AND_AUDITOR = ['MANAGER', 'AUDITOR'] as const;
export const MONEY = ['MANAGER', 'ADMIN', 'AUDITOR'] as const;
/** Everybody who works for the city. */
export const OFFICE = ['OFFICER', 'MANAGER', 'ADMIN', 'AUDITOR'] as const;
export const PARTIES = ['CITIZEN', 'OFFICER', 'MANAGER'] as const;
export const STAFF = ['OFFICER', 'MANAGER'] as const;
export const STAFF_AND_AUDITOR = ['OFFICER', 'MANAGER', 'AUDITOR'] as const;

/**
 * What a caller with the right role is told of an object that is not theirs:
 *
 * - `HIDDEN`: in every word what they are told of one that does not exist;
 * - `REFUSED`: that they may not. Only of what everybody can read anyway;
 * - `OPEN`: the object is everybody's, or this role's: nobody is foreign to it.
 */
export type Foreign = 'HIDDEN' | 'REFUSED' | 'OPEN';

export interface RootRule {
  readonly may: May;
  /** Of what kind the object is that a caller names; undefined where none is named. */
  readonly about?: string;
  readonly foreign?: Foreign;
}

/** @param about the kind of object that the caller names by its id; leave it out where they name none */
export const rule = (may: May, about?: string, foreign: Foreign = 'HIDDEN'): RootRule =>
  about === undefined ? { may } : { may, about, foreign };

/** The lines of one service. */
export interface ServiceRules {
  readonly Query: Readonly<Record<string, RootRule>>;
  readonly Mutation: Readonly<Record<string, RootRule>>;
}

/**
 * What a service answers to a reference (`_entities`):
 *
 * - `ROW`: it reads the row and asks who wants it; null to who may not see it, as for none at all;
 * - `KEY`: the key as it came, whether or not there is such a thing: each field that the service adds has a rule of its own;
 * - `PUBLISHED`: what everybody may read;
 * - `MASKED`: always something, how much of it depends on who asks.
 */
export type EntityRule = 'ROW' | 'KEY' | 'PUBLISHED' | 'MASKED';
export type EntityRules = Readonly<Record<string, Readonly<Partial<Record<ServiceName, EntityRule>>>>>;
