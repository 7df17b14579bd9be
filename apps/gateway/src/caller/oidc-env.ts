import { z } from 'zod';
import { jsonVariable } from '@charter/service';
import { commaSeparated } from '../comma-separated';
import { type ClaimRules, DEPARTMENT_CODE } from './claims';
import { PERSON_ROLES } from './person';

/** Signature algorithms a token may use: asymmetric only, so that a public key can never pass for a shared secret. */
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'] as const;

/** The name of a claim, or a JSON Pointer to a place in one. */
const claim = z.string().regex(/^(?!\/)|^(\/([^/~]|~[01])+)+$/, 'must be the name of a claim or a JSON Pointer');

/** The variables that say who vouches for people. `OIDC_ISSUER` is enough for an issuer that uses this platform's words. */
export const oidcEnv = {
  /** As tokens write it in `iss`. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }),
  /** Where the issuer's keys are, when it has no discovery document. */
  OIDC_JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_AUDIENCE: z.string().min(1).default('charter'),
  OIDC_ALGORITHMS: commaSeparated.pipe(z.array(z.enum(ALGORITHMS)).min(1)).prefault(ALGORITHMS.join()),
  /** What tells somebody's id. It must never change, and never become another person's. */
  OIDC_SUBJECT_CLAIM: claim.default('sub'),
  OIDC_ROLES_CLAIM: claim.default('roles'),
  /** The issuer's words for roles: `{"charter-officers":"OFFICER"}`. */
  OIDC_ROLES: jsonVariable(z.record(z.string(), z.enum(PERSON_ROLES))).optional(),
  /** What somebody is of whom the issuer tells no role; for an issuer of citizens. */
  OIDC_DEFAULT_ROLE: z.literal('CITIZEN').optional(),
  OIDC_DEPARTMENT_CLAIM: claim.default('department'),
  /** The issuer's words for departments, by their codes: `{"/city/roads":"ROADS"}`. */
  OIDC_DEPARTMENTS: jsonVariable(z.record(z.string(), z.string().regex(DEPARTMENT_CODE))).optional(),
  /** The clients of the issuer whose back-channel logouts are heard. */
  OIDC_CLIENTS: commaSeparated.prefault(''),
} as const;

type OidcEnv = z.output<z.ZodObject<typeof oidcEnv>>;

/** How the issuer's tokens are read. */
export const claimRules = (env: OidcEnv): ClaimRules => ({
  issuer: env.OIDC_ISSUER,
  subject: env.OIDC_SUBJECT_CLAIM,
  roles: env.OIDC_ROLES_CLAIM,
  department: env.OIDC_DEPARTMENT_CLAIM,
  ...(env.OIDC_ROLES && { roleOf: env.OIDC_ROLES }),
  ...(env.OIDC_DEPARTMENTS && { departmentOf: env.OIDC_DEPARTMENTS }),
  ...(env.OIDC_DEFAULT_ROLE && { roleOfOthers: env.OIDC_DEFAULT_ROLE }),
});
