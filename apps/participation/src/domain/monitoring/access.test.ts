import type { Caller } from '@charter/service';
import { maySeeMonitor, maySeePhotos, maySeeReport } from './access';
import { REPORT_STATUSES } from './report';

const caller = (roles: Caller['roles'], more: Partial<Caller> = {}): Caller => ({
  ...{ roles, language: 'ko', requestId: 'r', issuer: 'gateway' },
  ...more,
});
const report = { citizenId: 'monitor', departmentCode: 'AUDIT', watchedCode: 'WATER' };
const people = {
  monitor: caller(['CITIZEN'], { id: 'monitor' }),
  other: caller(['CITIZEN'], { id: 'other' }),
  anonymous: caller([]),
  verifier: caller(['OFFICER'], { id: 'v', departmentCode: 'AUDIT' }),
  watched: caller(['MANAGER'], { id: 'w', departmentCode: 'WATER' }),
  elsewhere: caller(['OFFICER'], { id: 'e', departmentCode: 'ROADS' }),
  auditor: caller(['AUDITOR'], { id: 'a' }),
  admin: caller(['ADMIN'], { id: 'd' }),
};
const who = (sees: (caller: Caller) => boolean) =>
  Object.entries(people)
    .filter(([, person]) => sees(person))
    .map(([name]) => name);
const everybody = Object.keys(people);

describe.each(REPORT_STATUSES)('a report that is %s', (status) => {
  const verified = status === 'ACCEPTED' || status === 'ANSWERED';
  const seen = { ...report, status };
  it('is read by everybody once it was verified; before, by the monitor, who verifies and the auditor', () =>
    expect(who((person) => maySeeReport(person, seen))).toEqual(
      verified ? everybody : ['monitor', 'verifier', 'auditor'],
    ));

  it('shows its photographs to those whom it concerns', () =>
    expect(who((person) => maySeePhotos(person, seen))).toEqual(
      verified ? ['monitor', 'verifier', 'watched', 'auditor'] : ['monitor', 'verifier', 'auditor'],
    ));

  it('never says to those who were watched who wrote it', () =>
    expect(who((person) => maySeeMonitor(person, seen))).toEqual(['monitor', 'verifier']));
});
