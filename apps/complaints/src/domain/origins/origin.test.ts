import type { Caller } from '@charter/service';
import { originFaults } from './origin';

const caller = (roles: Caller['roles'], more: Partial<Caller> = {}): Caller => ({
  ...{ roles, id: 'somebody', language: 'ko', requestId: 'r', issuer: 'gateway' },
  ...more,
});
const origin = { departmentCode: 'ROADS', citizenIds: ['writer', 'teammate'] };

describe('a complaint comes from what', () => {
  it.each<[string, Caller, boolean]>([
    ['its writer', caller(['CITIZEN'], { id: 'writer' }), true],
    ['another of its team', caller(['CITIZEN'], { id: 'teammate' }), true],
    ['another citizen', caller(['CITIZEN']), false],
    ['an officer of its department', caller(['OFFICER'], { departmentCode: 'ROADS' }), true],
    ['the head of its department', caller(['MANAGER'], { departmentCode: 'ROADS' }), true],
    ['an officer of another department', caller(['OFFICER'], { departmentCode: 'WATER' }), false],
    ['a citizen who works there', caller(['CITIZEN'], { departmentCode: 'ROADS' }), false],
  ])('%s names', (_, who, may) => expect(originFaults(origin, who).length).toBe(may ? 0 : 1));

  it('is not there, or not to be seen, alike', () =>
    expect(originFaults(undefined, caller(['CITIZEN'], { id: 'writer' }))).toEqual(
      originFaults(origin, caller(['CITIZEN'])),
    ));
});
