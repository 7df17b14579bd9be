import type { Role } from '@charter/contracts';
import { mayReadNotice, maySeeNotice, maySeeNoticeOfReport, sightOf } from './access';

const caller = (id: string | undefined, roles: Role[], departmentCode?: string) =>
  ({ id, roles, departmentCode, requestId: 'r', language: 'ko', issuer: 'gateway' }) as const;
const notice = (state: string) => ({ recipientId: 'hong', departmentCode: 'ROADS', state });

const people = {
  recipient: caller('hong', ['CITIZEN']),
  'another citizen': caller('kim', ['CITIZEN']),
  'an officer of the department': caller('park', ['OFFICER'], 'ROADS'),
  'its manager': caller('lee', ['MANAGER'], 'ROADS'),
  'an officer elsewhere': caller('choi', ['OFFICER'], 'WATER'),
  'the auditor': caller('shin', ['AUDITOR']),
  'an administrator': caller('yoon', ['ADMIN']),
  'nobody known': caller(undefined, []),
};

it.each([
  ['recipient', true, false, true, 'FULL'],
  ['another citizen', false, false, false, 'NONE'],
  ['an officer of the department', true, true, true, 'MASKED'],
  ['its manager', true, true, true, 'MASKED'],
  ['an officer elsewhere', false, false, false, 'MASKED'],
  ['the auditor', true, true, false, 'MASKED'],
  ['an administrator', false, false, false, 'NONE'],
  ['nobody known', false, false, false, 'NONE'],
] as const)('%s: delivered %s, waiting %s, text %s, person %s', (who, delivered, waiting, text, sight) => {
  expect(maySeeNotice(people[who], notice('DELIVERED'))).toBe(delivered);
  expect(maySeeNotice(people[who], notice('PENDING'))).toBe(waiting);
  expect(mayReadNotice(people[who], notice('DELIVERED'))).toBe(text);
  expect(sightOf(people[who], 'hong')).toBe(sight);
});

it('of a monitor’s report, staff see what their department was told, and not what the monitor was', () => {
  const sees = (audience: string) =>
    Object.entries(people)
      .filter(([, who]) => maySeeNoticeOfReport(who, { ...notice('DELIVERED'), audience }))
      .map(([name]) => name);
  expect(sees('CITIZEN')).toEqual(['recipient', 'the auditor']);
  expect(sees('OFFICER')).toEqual(['recipient', 'an officer of the department', 'its manager', 'the auditor']);
});
