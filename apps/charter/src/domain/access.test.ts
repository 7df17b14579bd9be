import type { Caller } from '@charter/service';
import { maySaveStandard } from './access';

const caller = (roles: Caller['roles'], departmentCode?: string): Caller => ({
  ...{ id: 'somebody', roles, departmentCode, requestId: 'r', language: 'ko', issuer: 'gateway' },
});

it.each([
  ['the administrator', caller(['ADMIN'], 'PLANNING'), [true, true]],
  ['the department’s manager', caller(['MANAGER'], 'ROADS'), [true, false]],
  ['another manager', caller(['MANAGER'], 'WATER'), [false, false]],
  ['a manager of no department', caller(['MANAGER']), [false, false]],
  ['an officer', caller(['OFFICER'], 'ROADS'), [false, false]],
  ['the auditor', caller(['AUDITOR'], 'ROADS'), [false, false]],
  ['a citizen', caller(['CITIZEN'], 'ROADS'), [false, false]],
])('lets %s save the standards of a department and of the city as it should', (_name, who, expected) => {
  expect([maySaveStandard(who, 'ROADS'), maySaveStandard(who, null)]).toEqual(expected);
});
