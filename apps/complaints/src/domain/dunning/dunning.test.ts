import { dunningOf } from './dunning';

const reached = (
  kind: string,
  when: 'BEFORE' | 'ON_THE_DAY' | 'LATE' | 'EVERY_AFTER',
  subjectType = 'COMPLAINT',
  closedAt: Date | null = null,
) => dunningOf({ deadline: { kind, subjectType, closedAt } as never, late: when === 'LATE', when });

it.each([
  ['STATUTORY', 'BEFORE', null],
  ['STATUTORY', 'ON_THE_DAY', null],
  ['STATUTORY', 'LATE', 'DEPARTMENT_HEAD'],
  ['STATUTORY', 'EVERY_AFTER', 'AUDIT_OFFICE'],
  ['CHARTER', 'LATE', null],
  ['INTERIM_REPORT', 'LATE', null],
] as const)('%s %s: %s', (kind, when, stage) => expect(reached(kind, when)).toBe(stage));

it('duns for complaints alone', () => expect(reached('STATUTORY', 'LATE', 'OBJECTION')).toBeNull());

it('does not dun for what was done late before anybody saw it', () =>
  expect(reached('STATUTORY', 'LATE', 'COMPLAINT', new Date(0))).toBeNull());
