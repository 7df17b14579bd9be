import { randomUUID } from 'node:crypto';
import type { Role } from '@charter/contracts';
import type { May } from '@charter/tool-supergraph';
import type { RunningStack } from '../running-stack';

export type CallerName =
  'anonymous' | 'owner' | 'otherCitizen' | 'officer' | 'otherOfficer' | 'head' | 'otherHead' | 'auditor' | 'admin';

/** Whoever can stand before the graph. */
export interface Caller {
  readonly name: CallerName;
  readonly id?: string;
  readonly role?: Role;
  readonly department?: string;
  readonly token?: string;
}

/** Callers who have nothing to do with the objects; the others are a party to them, or serve the whole city. */
const STRANGERS: readonly CallerName[] = ['anonymous', 'otherCitizen', 'otherOfficer', 'otherHead'];
export const isStranger = ({ name }: Caller): boolean => STRANGERS.includes(name);

/** Whether a caller passes the check that stands before any row is read. */
export const isAdmitted = (may: May, { role }: Caller): boolean =>
  may === 'ANYBODY' || (role !== undefined && (may === 'SIGNED_IN' || may.includes(role)));

/**
 * Strangers first: what those who may do to an object changes it.
 * @param owner whose the objects are @param officer who handles them, in this department
 */
export function callers(stack: RunningStack, owner: string, officer: string, department: string): Promise<Caller[]> {
  const other = 'WATER';
  const people: Caller[] = [
    { name: 'anonymous' },
    { name: 'otherCitizen', id: randomUUID(), role: 'CITIZEN' },
    { name: 'otherOfficer', id: randomUUID(), role: 'OFFICER', department: other },
    { name: 'otherHead', id: randomUUID(), role: 'MANAGER', department: other },
    { name: 'auditor', id: randomUUID(), role: 'AUDITOR', department: 'AUDIT' },
    { name: 'admin', id: randomUUID(), role: 'ADMIN', department: 'PLANNING' },
    { name: 'officer', id: officer, role: 'OFFICER', department },
    { name: 'head', id: randomUUID(), role: 'MANAGER', department },
    { name: 'owner', id: owner, role: 'CITIZEN' },
  ];
  return Promise.all(
    people.map(async (person) => ({
      ...person,
      ...(person.id && { token: await stack.token(person.id, [person.role!], 1_800, person.department) }),
    })),
  );
}
