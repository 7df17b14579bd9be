import type { Role } from '@charter/contracts';
import type { Caller } from '@charter/service';
import { handles, mayAssign, mayReadContacts, maySee, owns, scopeOf } from './access';

const caller = (id: string | undefined, roles: Role[], departmentCode?: string): Caller => ({
  ...{ id, roles, departmentCode, requestId: 'r', language: 'ko', issuer: 'gateway' },
});
const complaint = { citizenId: 'citizen', departmentCode: 'ROADS', officerId: 'officer' };

const people = {
  anonymous: caller(undefined, []),
  citizen: caller('citizen', ['CITIZEN']),
  otherCitizen: caller('other', ['CITIZEN']),
  officer: caller('officer', ['OFFICER'], 'ROADS'),
  colleague: caller('colleague', ['OFFICER'], 'ROADS'),
  manager: caller('manager', ['MANAGER'], 'ROADS'),
  otherOfficer: caller('elsewhere', ['OFFICER'], 'WATER'),
  officerOfNothing: caller('lost', ['OFFICER']),
  auditor: caller('auditor', ['AUDITOR']),
  admin: caller('admin', ['ADMIN']),
  service: caller(undefined, ['SERVICE']),
};
const who = (may: (caller: Caller) => boolean): string[] =>
  Object.entries(people).flatMap(([name, person]) => (may(person) ? [name] : []));

it('is seen by its citizen, its department and the auditor', () =>
  expect(who((person) => maySee(person, complaint))).toEqual([
    'citizen',
    'officer',
    'colleague',
    'manager',
    'auditor',
  ]));

it('shows contacts to its citizen and its department, not to the auditor', () =>
  expect(who((person) => mayReadContacts(person, complaint))).toEqual(['citizen', 'officer', 'colleague', 'manager']));

it('is handled by its department', () =>
  expect(who((person) => handles(person, complaint))).toEqual(['officer', 'colleague', 'manager']));

it('is owned by its citizen alone', () => expect(who((person) => owns(person, complaint))).toEqual(['citizen']));

it('is given out by the department while nobody has it, and handed on by who has it or the manager', () => {
  expect(who((person) => mayAssign(person, { ...complaint, officerId: null }))).toEqual([
    ...['officer', 'colleague', 'manager'],
  ]);
  expect(who((person) => mayAssign(person, complaint))).toEqual(['officer', 'manager']);
});

it('gives lists their scope, and none to administrators', () => {
  expect(Object.fromEntries(Object.entries(people).map(([name, person]) => [name, scopeOf(person)]))).toEqual({
    anonymous: undefined,
    citizen: { citizenId: 'citizen' },
    otherCitizen: { citizenId: 'other' },
    officer: { departmentCode: 'ROADS' },
    colleague: { departmentCode: 'ROADS' },
    manager: { departmentCode: 'ROADS' },
    otherOfficer: { departmentCode: 'WATER' },
    officerOfNothing: undefined,
    auditor: 'ALL',
    admin: undefined,
    service: undefined,
  });
});
