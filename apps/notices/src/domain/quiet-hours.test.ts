import fc from 'fast-check';
import { events } from '@charter/contracts';
import type { NoticeEvent } from './audiences';
import { MAY_BREAK_QUIET, type QuietHours, decideQuietHours, heldUntil, quietUntil } from './quiet-hours';

const NIGHT: QuietHours = { from: '22:00', to: '07:00' };
const inKorea = (local: string): Date => new Date(`${local}+09:00`);

describe('quiet hours', () => {
  it.each([
    [{ from: '22:00', to: '07:00' }, null],
    [{ from: '00:00', to: '12:00' }, null],
    [{ from: '13:00', to: '13:01' }, null],
    [{ from: '20:00', to: '08:01' }, ['quietHours']],
    [{ from: '09:00', to: '09:00' }, ['quietHours']],
    [{ from: '24:00', to: '07:00' }, ['quietHours', 'from']],
    [{ from: '22:00', to: '7:00' }, ['quietHours', 'to']],
    [{ from: '22:00:00', to: '07:60' }, ['quietHours', 'from'], ['quietHours', 'to']],
  ])('of %j are kept, or refused at %j', (wished, ...paths) => {
    const decided = decideQuietHours(wished);
    expect(decided.ok ? [null] : decided.refusals.map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    [NIGHT, '2026-11-30T21:59:59', null],
    [NIGHT, '2026-11-30T22:00:00', '2026-12-01T07:00'],
    [NIGHT, '2026-11-30T23:59:59', '2026-12-01T07:00'],
    [NIGHT, '2026-12-01T00:00:00', '2026-12-01T07:00'],
    [NIGHT, '2026-12-01T06:59:59', '2026-12-01T07:00'],
    [NIGHT, '2026-12-01T07:00:00', null],
    [{ from: '12:00', to: '13:30' }, '2026-12-01T11:59:59', null],
    [{ from: '12:00', to: '13:30' }, '2026-12-01T12:00:00', '2026-12-01T13:30'],
    [{ from: '12:00', to: '13:30' }, '2026-12-01T13:30:00', null],
    [null, '2026-12-01T03:00:00', null],
  ])('%j at %s last until %s', (quiet, now, end) =>
    expect(quietUntil(inKorea(now), quiet)).toEqual(end && inKorea(end)),
  );

  const time = fc
    .integer({ min: 0, max: 1_439 })
    .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
  const quietHours = fc.record({ from: time, to: time }).filter((wished) => decideQuietHours(wished).ok);
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

  it('end within twelve hours, at their end, and are over then', () =>
    fc.assert(
      fc.property(moment, quietHours, (now, quiet) => {
        const end = quietUntil(now, quiet);
        if (end === null) return;
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(12 * 3_600_000);
        expect(new Date(end.getTime() + 9 * 3_600_000).toISOString().slice(11, 16)).toBe(quiet.to);
        expect(quietUntil(end, quiet)).toBeNull();
      }),
    ));

  it('hold every moment whose time of day lies between their beginning and end, and no other', () =>
    fc.assert(
      fc.property(moment, quietHours, (now, quiet) => {
        const clock = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(11, 16);
        const { from, to } = quiet;
        const within = from < to ? clock >= from && clock < to : clock >= from || clock < to;
        expect(quietUntil(now, quiet) !== null).toBe(within);
      }),
    ));
});

describe('what may break them', () => {
  const now = inKorea('2026-11-30T23:00:00');
  const held = (event: NoticeEvent, date?: string) =>
    heldUntil(
      now,
      NIGHT,
      event,
      date ? { startsAt: inKorea(date).toISOString(), dueAt: inKorea(date).toISOString() } : {},
    );
  const MORNING = inKorea('2026-12-01T07:00');

  it.each([
    ['a consultation in the night', 'consultation.cancelled.v1', '2026-12-01T06:00', null],
    ['a consultation within two hours of the morning', 'consultation.reminder.v1', '2026-12-01T08:59', null],
    ['a consultation later in the morning', 'consultation.reminder.v1', '2026-12-01T09:00', MORNING],
    ['a consultation that has begun', 'consultation.cancelled.v1', '2026-11-30T22:00', MORNING],
    ['a date that ends with the day', 'complaint.supplement-due-soon.v1', '2026-12-01T00:00', null],
    ['a date tomorrow', 'complaint.supplement-due-soon.v1', '2026-12-02T00:00', MORNING],
    ['something without its date', 'consultation.reminder.v1', undefined, MORNING],
    ['news without a hurry, whatever its dates', 'complaint.answered.v1', '2026-12-01T00:00', MORNING],
  ] as const)('%s', (_what, event, date, until) => expect(held(event, date)).toEqual(until));

  it('nothing needs to outside of them', () =>
    expect(heldUntil(inKorea('2026-11-30T12:00'), NIGHT, 'complaint.answered.v1', {})).toBeNull());

  it.each(Object.entries(MAY_BREAK_QUIET))('%s brings the date that it breaks them for, %s', (event, field) =>
    expect(Object.keys(events[event as NoticeEvent].shape)).toContain(field),
  );
});
