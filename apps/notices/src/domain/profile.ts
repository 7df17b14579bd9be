import { type Outcome, type Role, accepted, refused } from '@charter/contracts';
import { inOneForm, personFaults } from '@charter/privacy';

export type PersonKind = 'CITIZEN' | 'STAFF';
export type ProfileLanguage = 'KO' | 'EN';

/** How somebody can be reached, and in which language. */
export interface Contacts {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: ProfileLanguage;
}

const STAFF: readonly Role[] = ['OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN'];

/** Who has an office is staff, also when they are a citizen of the city besides. */
export const kindOf = (roles: readonly Role[]): PersonKind =>
  roles.some((role) => STAFF.includes(role)) ? 'STAFF' : 'CITIZEN';

/** Decides whether these contacts can be kept. @returns them in one form */
export function decideProfile({ language, ...person }: Contacts): Outcome<Contacts> {
  const found = [...personFaults(person, 'input')];
  if (found.length === 0) return accepted({ ...inOneForm(person), language });
  return refused(...found.map(({ path = [], ...fault }) => ({ ...fault, path: path.slice(1) })));
}
