import fc from 'fast-check';
import {
  FINDINGS,
  MOST_RETURNS,
  REPORT_COMMANDS,
  REPORT_STATUSES,
  REPORT_TRANSITIONS,
  decideReport,
  decideReportStep,
} from './report';

const kept = (item: number) => ({ item, finding: 'KEPT', note: null }) as const;
const text = { summary: '모두 지켜지고 있습니다.', observations: [kept(1), kept(2)] };
const mission = { items: 2, photosNeeded: 1 };
const faults = (changes: object, photos = 1): string[] => {
  const decided = decideReport({ ...text, ...changes }, mission, photos);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join('.')}`);
};

describe('a report', () => {
  it.each<[string, object, string[]]>([
    ['as it should be', {}, []],
    ['without a summary', { summary: ' ' }, ['INVALID_VALUE summary']],
    ['with a resident number', { summary: '000101-3123451' }, ['RESIDENT_NUMBER_PRESENT summary']],
    ['that leaves a point out', { observations: [kept(1)] }, ['INVALID_VALUE observations']],
    ['that answers a point twice', { observations: [kept(1), kept(1)] }, ['INVALID_VALUE observations']],
    ['that answers a point too many', { observations: [kept(1), kept(2), kept(3)] }, ['INVALID_VALUE observations']],
    [
      'that does not say what it saw',
      { observations: [kept(1), { item: 2, finding: 'NOT_KEPT', note: null }] },
      ['INVALID_VALUE observations.1.note'],
    ],
  ])('%s', (_, changes, expected) => expect(faults(changes)).toEqual(expected));

  it.each([
    [0, ['INVALID_VALUE photoIds']],
    [1, []],
    [10, []],
    [11, ['LIMIT_REACHED photoIds']],
  ])('with %d photographs', (photos, expected) => expect(faults({}, photos)).toEqual(expected));

  it('is kept in the order of the checklist, whatever the order it comes in', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...FINDINGS),
        fc.infiniteStream(fc.double()),
        (items, finding, keys) => {
          const note = '보았습니다.';
          const observations = Array.from({ length: items }, (_, index) => ({
            item: index + 1,
            finding,
            note,
            key: keys.next().value!,
          }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => ({ item, finding, note }));
          const decided = decideReport({ summary: '가', observations }, { items, photosNeeded: 0 }, 0);
          expect(decided.ok && decided.value.observations.map(({ item }) => item)).toEqual(
            Array.from({ length: items }, (_, index) => index + 1),
          );
        },
      ),
    ));
});

const now = new Date('2026-04-20T00:00:00Z');
const past = new Date(now.getTime() - 1);
const future = new Date(now.getTime() + 1);
const facts = { now, reviseUntil: null, returns: 0, own: false };
const outcome = (...args: Parameters<typeof decideReportStep>): string => {
  const decided = decideReportStep(...args);
  return decided.ok ? decided.value : decided.refusals[0]!.code;
};

describe('a step of a report', () => {
  it.each(REPORT_STATUSES.flatMap((status) => REPORT_COMMANDS.map((command) => [status, command] as const)))(
    'in %s: %s leads where the table says, or nowhere',
    (status, command) => {
      const reviseUntil = status === 'RETURNED' ? (command === 'reject' ? past : future) : null;
      const expected = REPORT_TRANSITIONS[command][status];
      const reached = outcome(status, command, { ...facts, reviseUntil });
      if (expected) expect(reached).toBe(expected);
      else expect(['INVALID_STATE', 'ALREADY_DONE']).toContain(reached);
    },
  );

  it.each<[string, string, Parameters<typeof decideReportStep>]>([
    ['accepting one’s own', 'SAME_PERSON', ['SUBMITTED', 'accept', { ...facts, own: true }]],
    ['answering one’s own', 'SAME_PERSON', ['ACCEPTED', 'answer', { ...facts, own: true }]],
    ['withdrawing one’s own', 'WITHDRAWN', ['SUBMITTED', 'withdraw', { ...facts, own: true }]],
    ['completing at the very moment it is due', 'TOO_LATE', ['RETURNED', 'revise', { ...facts, reviseUntil: now }]],
    ['completing a moment before', 'SUBMITTED', ['RETURNED', 'revise', { ...facts, reviseUntil: future }]],
    ['rejecting while it may be completed', 'TOO_EARLY', ['RETURNED', 'reject', { ...facts, reviseUntil: future }]],
    ['rejecting when nothing came', 'REJECTED', ['RETURNED', 'reject', { ...facts, reviseUntil: now }]],
    ['sending it back a third time', 'LIMIT_REACHED', ['SUBMITTED', 'return', { ...facts, returns: MOST_RETURNS }]],
    ['accepting twice', 'ALREADY_DONE', ['ACCEPTED', 'accept', facts]],
    ['accepting an answered one', 'ALREADY_DONE', ['ANSWERED', 'accept', facts]],
    ['answering before it was verified', 'INVALID_STATE', ['SUBMITTED', 'answer', facts]],
  ])('%s: %s', (_, expected, given) => expect(outcome(...given)).toBe(expected));
});
