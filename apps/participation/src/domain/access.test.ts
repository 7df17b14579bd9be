import type { Caller } from '@charter/service';
import { ACTORS, examines, heads, isConcerned, isConsulted, mayGive, maySee } from './access';
import type { CommandType } from './proposals/command';

const caller = (id: string | undefined, roles: Caller['roles'], departmentCode?: string): Caller => ({
  ...{ id, roles, departmentCode, requestId: 'r', language: 'ko', issuer: 'gateway' },
});
const proposal = {
  ...{ citizenId: 'hong', departmentCode: 'ROADS', public: false },
  ...{ visibility: 'VISIBLE' as const, consulted: ['PARKS'] },
};

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

it('hides a hidden one from the public, and shows it to those whom it concerns and who were asked', () => {
  const hidden = { ...proposal, public: true, visibility: 'HIDDEN' } as const;
  expect(maySee(caller('kim', ['CITIZEN']), hidden)).toBe(false);
  expect(maySee(caller('hong', ['CITIZEN']), hidden)).toBe(true);
  expect(maySee(caller('o', ['OFFICER'], 'ROADS'), hidden)).toBe(true);
  expect(maySee(caller('p', ['OFFICER'], 'PARKS'), hidden)).toBe(true);
});

describe('every command of a proposal', () => {
  const everybody = {
    PROPOSER: caller('hong', ['CITIZEN']),
    CITIZEN: caller('kim', ['CITIZEN']),
    OFFICER: caller('o', ['OFFICER'], 'ROADS'),
    HEAD: caller('m', ['MANAGER'], 'ROADS'),
    CONSULTED: caller('p', ['OFFICER'], 'PARKS'),
    OTHER_OFFICER: caller('w', ['OFFICER'], 'WATER'),
    AUDITOR: caller('a', ['AUDITOR']),
    ADMIN: caller('d', ['ADMIN']),
    NOBODY: caller(undefined, []),
  };
  const MAY = {
    PROPOSER: ['PROPOSER'],
    DEPARTMENT: ['OFFICER', 'HEAD'],
    HEAD: ['HEAD'],
    CONSULTED: ['CONSULTED'],
  } as const;

  it.each(Object.keys(ACTORS) as CommandType[])('%s is given by whom it is for, and nobody else', (command) => {
    const may = Object.entries(everybody)
      .filter(([, who]) => mayGive(who, command, proposal))
      .map(([name]) => name);
    expect(may).toEqual(MAY[ACTORS[command]]);
  });

  it('knows heads and departments that were asked', () => {
    expect([heads(everybody.HEAD, proposal), heads(everybody.OFFICER, proposal)]).toEqual([true, false]);
    expect([isConsulted(everybody.CONSULTED, ['PARKS']), isConsulted(everybody.PROPOSER, ['PARKS'])]).toEqual([
      ...[true, false],
    ]);
  });
});
