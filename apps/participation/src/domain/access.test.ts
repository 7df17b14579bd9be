import type { Caller } from '@charter/service';
import { examines, isConcerned, maySee } from './access';

const caller = (id: string | undefined, roles: Caller['roles'], departmentCode?: string): Caller => ({
  ...{ id, roles, departmentCode, requestId: 'r', language: 'ko', issuer: 'gateway' },
});
const proposal = { citizenId: 'hong', departmentCode: 'ROADS', public: false };

it.each([
  ['its citizen', caller('hong', ['CITIZEN']), true, false],
  ['another citizen', caller('kim', ['CITIZEN']), false, false],
  ['nobody known', caller(undefined, []), false, false],
  ['an officer of the department', caller('o', ['OFFICER'], 'ROADS'), true, true],
  ['a manager of the department', caller('m', ['MANAGER'], 'ROADS'), true, true],
  ['another department’s officer', caller('o', ['OFFICER'], 'WATER'), false, false],
  ['a citizen who names the department', caller('c', ['CITIZEN'], 'ROADS'), false, false],
  ['the auditor', caller('a', ['AUDITOR']), true, false],
  ['an administrator', caller('a', ['ADMIN']), false, false],
])('lets %s see and examine a private proposal as it should', (_name, who, concerned, examining) => {
  expect([isConcerned(who, proposal), maySee(who, proposal), examines(who, proposal)]).toEqual([
    ...[concerned, concerned, examining],
  ]);
  expect(maySee(who, { ...proposal, public: true })).toBe(true);
});
