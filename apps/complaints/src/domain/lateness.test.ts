import { lateSince } from './lateness';

const DUE = new Date('2026-12-02T00:00:00+09:00');
const before = new Date(DUE.getTime() - 1);
const open = { missedAt: null, closedAt: null, dueAt: DUE };

it.each([
  ['open and in time', open, before, null],
  ['open at the very moment, before the sweep has come', open, DUE, DUE],
  ['open and found late by the sweep', { ...open, missedAt: DUE }, DUE, DUE],
  ['closed in time', { ...open, closedAt: before }, new Date('2027-01-01'), null],
  ['closed late', { ...open, missedAt: DUE, closedAt: DUE }, new Date('2027-01-01'), DUE],
  ['paused', { ...open, dueAt: null }, DUE, null],
])('%s', (_name, deadline, now, since) => expect(lateSince(deadline, now)).toEqual(since));
