import type { Caller } from '@charter/service';
import { isOffice, knowsSource, mayGive, maySee, viewerOf } from './access';
import { TRANSITIONS, type ImprovementCommandType } from './transitions';

const caller = (id: string | undefined, roles: Caller['roles'], departmentCode?: string): Caller => ({
  ...{ id, roles, departmentCode, requestId: 'r', language: 'ko', issuer: 'gateway' },
});
const hidden = { departmentCode: 'ROADS', publishedAt: null, citizenIds: ['hong'] };
const published = { ...hidden, publishedAt: new Date(0) };

const OFFICERS = ['update', 'report', 'complete'];
const HEADS = ['update', 'assign', 'report', 'extend', 'publish', 'complete', 'cancel'];

it.each<[string, Caller, boolean, boolean, string[]]>([
  ['nobody known', caller(undefined, []), false, false, []],
  ['a citizen', caller('kim', ['CITIZEN']), false, false, []],
  ['the citizen whose matter it came from', caller('hong', ['CITIZEN']), true, false, []],
  ['an officer of the department', caller('park', ['OFFICER'], 'ROADS'), true, true, OFFICERS],
  ['its manager', caller('lee', ['MANAGER'], 'ROADS'), true, true, HEADS],
  ['an officer elsewhere', caller('choi', ['OFFICER'], 'WATER'), false, false, []],
  ['a manager elsewhere', caller('shin', ['MANAGER'], 'WATER'), false, false, []],
  ['an officer of no department', caller('ko', ['OFFICER']), false, false, []],
  ['the auditor', caller('han', ['AUDITOR'], 'AUDIT'), true, true, []],
  ['the administrator', caller('yun', ['ADMIN'], 'PLANNING'), true, true, []],
  ['a citizen who names the department', caller('na', ['CITIZEN'], 'ROADS'), false, false, []],
])('%s sees and does what is theirs', (_name, who, sees, whole, gives) => {
  expect([maySee(who, hidden), maySee(who, published), isOffice(who, hidden)]).toEqual([sees, true, whole]);
  const commands = Object.keys(TRANSITIONS) as ImprovementCommandType[];
  expect(commands.filter((command) => mayGive(who, command, hidden))).toEqual(gives);
});

it.each<[string, Caller, boolean, boolean]>([
  ['a citizen', caller('kim', ['CITIZEN']), false, false],
  ['the citizen whose matter it was', caller('hong', ['CITIZEN']), true, true],
  ['an officer of the department', caller('park', ['OFFICER'], 'ROADS'), true, true],
  ['an officer elsewhere', caller('choi', ['OFFICER'], 'WATER'), false, false],
  ['the auditor', caller('han', ['AUDITOR'], 'AUDIT'), true, true],
  ['the administrator, who sees no case', caller('yun', ['ADMIN'], 'PLANNING'), false, true],
])('%s is told of the complaint and of the report that it came from, or not', (_name, who, complaint, report) => {
  const from = (sourceKind: 'COMPLAINT' | 'MONITORING_REPORT', sourcePublic = false) =>
    knowsSource(who, { ...published, sourceKind, sourcePublic });
  expect([from('COMPLAINT'), from('MONITORING_REPORT')]).toEqual([complaint, report]);
  expect(from('MONITORING_REPORT', true)).toBe(true);
});

it('asks for lists what the rule for one says', () => {
  expect(viewerOf(caller('park', ['OFFICER'], 'ROADS'))).toEqual({
    all: false,
    departmentCode: 'ROADS',
    personId: 'park',
  });
  expect(viewerOf(caller('na', ['CITIZEN'], 'ROADS'))).toEqual({ all: false, departmentCode: null, personId: 'na' });
  expect(viewerOf(caller('yun', ['ADMIN'], 'PLANNING')).all).toBe(true);
  expect(viewerOf(caller(undefined, []))).toEqual({ all: false, departmentCode: null, personId: null });
});
