import type { JWTPayload } from 'jose';
import { type Person, type PersonRole, PERSON_ROLES, TokenRefused } from './person';
import { subjectId } from './subject-id';

/** Where an issuer's tokens tell who somebody is, and how its words are read. */
export interface ClaimRules {
  readonly issuer: string;
  /** Here and below: the name of a claim, or a JSON Pointer into one (RFC 6901) such as `/realm_access/roles`. */
  readonly subject: string;
  readonly roles: string;
  readonly department: string;
  /** Roles by the issuer's words for them. Without it the words are the roles themselves. */
  readonly roleOf?: Readonly<Record<string, PersonRole>>;
  /** Departments' codes by the issuer's words for them. Without it the word is the code. */
  readonly departmentOf?: Readonly<Record<string, string>>;
  /** What somebody is of whom the issuer tells no role. Nothing, when left out. */
  readonly roleOfOthers?: PersonRole;
}

/** What a department's code looks like. */
export const DEPARTMENT_CODE = /^[\w.-]{1,64}$/;
/** OpenID Connect Core, 2: a subject has at most so many characters. */
const LONGEST_SUBJECT = 255;

const FOREIGN = 'The token’s claims are not those of this platform.';

/** Reads a verified token's claims. @throws {TokenRefused} when they say nothing sensible, or too much */
export function personFrom(claims: JWTPayload, rules: ClaimRules): Person {
  const subject = claimAt(claims, rules.subject);
  if (typeof subject !== 'string' || subject === '' || subject.length > LONGEST_SUBJECT)
    throw new TokenRefused(FOREIGN);
  const departmentCode = departmentFrom(claims, rules);
  return {
    id: subjectId(rules.issuer, subject),
    roles: rolesFrom(claims, rules),
    ...(departmentCode !== undefined && { departmentCode }),
  };
}

function rolesFrom(claims: JWTPayload, { roles, roleOf, roleOfOthers }: ClaimRules): PersonRole[] {
  const words = wordsOf(claimAt(claims, roles));
  if (words.includes('SERVICE')) throw new TokenRefused('A bearer token may not carry the role SERVICE.');
  const told: readonly unknown[] = roleOf ? words.map((word) => ownValue(roleOf, word)) : words;
  const known = PERSON_ROLES.filter((role) => told.includes(role));
  return known.length === 0 && roleOfOthers ? [roleOfOthers] : known;
}

/** Whoever belongs to two departments at once could act for either: such a token is refused, not halved. */
function departmentFrom(claims: JWTPayload, { department, departmentOf }: ClaimRules): string | undefined {
  const words = wordsOf(claimAt(claims, department));
  const codes = new Set(departmentOf ? words.map((word) => ownValue(departmentOf, word)) : words);
  codes.delete(undefined);
  const [code] = codes;
  if (codes.size > 1 || (typeof code === 'string' && !DEPARTMENT_CODE.test(code))) throw new TokenRefused(FOREIGN);
  return code as string | undefined;
}

/** A list of words, or one text of words with spaces between them, as `scope` is (RFC 8693, 4.2). */
function wordsOf(claim: unknown): string[] {
  if (claim === undefined || claim === null) return [];
  if (typeof claim === 'string') return claim.split(' ').filter(Boolean);
  if (Array.isArray(claim) && claim.every((word) => typeof word === 'string')) return claim;
  throw new TokenRefused(FOREIGN);
}

function claimAt(claims: JWTPayload, place: string): unknown {
  if (!place.startsWith('/')) return ownValue(claims, place);
  const steps = place.slice(1).split('/');
  return steps.reduce<unknown>(
    (value, step) => ownValue(value, step.replaceAll('~1', '/').replaceAll('~0', '~')),
    claims,
  );
}

const ownValue = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : undefined;
