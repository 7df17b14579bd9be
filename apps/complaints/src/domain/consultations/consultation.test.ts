import { WorkingCalendar } from '@charter/calendar';
import { decideBooking, decideChange, decideSlots, nextReminder } from './consultation';

const calendar = new WorkingCalendar();
/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const at = (text: string) => new Date(`${text}:00+09:00`);
const series = { startsAt: at('2026-11-24T09:00'), minutes: 30, count: 6, place: '시청 3층 상담실' };
const codes = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  outcome.ok ? [] : outcome.refusals!.map(({ code }) => code);

describe('slots', () => {
  it('are one after the other', () => {
    const decided = decideSlots(series, NOW, calendar);
    if (!decided.ok) throw new Error(JSON.stringify(decided));
    expect(decided.value).toHaveLength(6);
    expect(decided.value[5]).toEqual({ startsAt: at('2026-11-24T11:30'), endsAt: at('2026-11-24T12:00') });
  });

  it.each([
    ['over the lunch break', { startsAt: at('2026-11-24T11:30'), count: 2 }],
    ['in the evening', { startsAt: at('2026-11-24T18:00'), count: 1 }],
    ['on a Saturday', { startsAt: at('2026-11-28T10:00'), count: 1 }],
    ['on a holiday', { startsAt: at('2026-12-25T10:00'), count: 1 }],
    ['in the past', { startsAt: at('2026-11-23T09:00') }],
    ['further ahead than 90 days', { startsAt: at('2027-03-02T10:00') }],
    ['of nine minutes', { minutes: 9 }],
    ['of half a minute more', { minutes: 30.5 }],
    ['none at all', { count: 0 }],
    ['nowhere', { place: ' ' }],
  ])('are refused %s', (_name, changes) => {
    expect(codes(decideSlots({ ...series, ...changes }, NOW, calendar))).toEqual(['INVALID_VALUE']);
  });
});

describe('a booking', () => {
  const asking = { petitioner: { name: '홍길동', phone: '010-1234-5678', email: null }, topic: '도로점용 절차' };
  const facts = { slot: { startsAt: at('2026-11-24T09:00'), closedAt: null }, missedAt: [] as Date[], now: NOW };

  it('is accepted with name and contact in one form', () => {
    expect(decideBooking(asking, facts)).toMatchObject({ ok: true, value: { petitioner: { phone: '01012345678' } } });
  });

  it.each([
    ['without a contact', { ...asking, petitioner: { ...asking.petitioner, phone: null } }, {}, 'INVALID_VALUE'],
    ['with a resident number', { ...asking, topic: '900101-1234568 건' }, {}, 'RESIDENT_NUMBER_PRESENT'],
    ['of a closed slot', asking, { slot: { ...facts.slot, closedAt: NOW } }, 'INVALID_STATE'],
    ['of one that has begun', asking, { now: at('2026-11-24T09:00') }, 'TOO_LATE'],
    [
      'by who stayed away three times',
      asking,
      { missedAt: ['2026-11-20T09:00', '2026-10-01T09:00', '2026-07-01T09:00'].map(at) },
      'LIMIT_REACHED',
    ],
  ])('is refused %s', (_name, given, changes, code) => {
    expect(codes(decideBooking(given, { ...facts, ...changes }))).toEqual([code]);
  });

  it.each([
    ['twice only', ['2026-11-20T09:00', '2026-10-01T09:00']],
    ['a month ago', ['2026-10-20T09:00', '2026-10-01T09:00', '2026-07-01T09:00']],
    ['longer than half a year ago', ['2026-11-20T09:00', '2026-05-01T09:00', '2026-04-01T09:00']],
  ])('is open again to who stayed away %s', (_name, missed) => {
    expect(decideBooking(asking, { ...facts, missedAt: missed.map(at) })).toMatchObject({ ok: true });
  });
});

it.each([
  ['cancel', 'BOOKED', []],
  ['cancel', 'WAITING', []],
  ['cancel', 'CANCELLED', ['ALREADY_DONE']],
  ['cancel', 'HELD', ['INVALID_STATE']],
  ['cancel', 'MISSED', ['INVALID_STATE']],
  ['record', 'BOOKED', ['TOO_EARLY']],
  ['record', 'WAITING', ['INVALID_STATE']],
  ['record', 'CANCELLED', ['INVALID_STATE']],
  ['record', 'HELD', ['ALREADY_DONE']],
  ['record', 'MISSED', ['ALREADY_DONE']],
] as const)('%s × %s before it begins', (change, status, expected) => {
  expect(codes(decideChange(change, { status, startsAt: at('2026-11-24T09:00') }, NOW))).toEqual(expected);
});

it('is cancelled before it begins, and recorded after', () => {
  const booked = { status: 'BOOKED', startsAt: at('2026-11-24T09:00') } as const;
  expect(codes(decideChange('cancel', booked, at('2026-11-24T09:00')))).toEqual(['TOO_LATE']);
  expect(codes(decideChange('record', booked, at('2026-11-24T09:00')))).toEqual([]);
});

it.each([
  ['2026-11-20T10:00', '2026-11-23T09:00', 'DAY_BEFORE'],
  ['2026-11-23T09:00', '2026-11-24T13:00', 'HOUR_BEFORE'],
  ['2026-11-24T12:59', '2026-11-24T13:00', 'HOUR_BEFORE'],
])('reminds after %s at %s: %s', (after, next, stage) => {
  expect(nextReminder(at('2026-11-24T14:00'), at(after))).toEqual({ at: at(next), stage });
});

it('does not remind in the last hour', () =>
  expect(nextReminder(at('2026-11-24T14:00'), at('2026-11-24T13:00'))).toBeNull());
