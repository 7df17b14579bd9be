import { type WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type GivenPerson, inOneForm, personFaults, textFaults } from '@charter/privacy';

export const METHODS = ['IN_PERSON', 'PHONE', 'VIDEO'] as const;
export type Method = (typeof METHODS)[number];

export const CONSULTATION_STATUSES = ['WAITING', 'BOOKED', 'CANCELLED', 'HELD', 'MISSED'] as const;
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number];

export type ReminderStage = 'DAY_BEFORE' | 'HOUR_BEFORE';

/** What the office allows. */
const CONSULTATION_RULES = {
  slotMinutes: { least: 10, most: 120 },
  slotsAtOnce: 100,
  daysAhead: 90,
  /** Who stayed away so often within so many days is not booked again for so many days. */
  noShows: { most: 3, withinDays: 183, pauseDays: 30 },
} as const;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

/** When to remind of a consultation after a moment: at 09:00 on the day before, and an hour before; null when neither is left. */
export function nextReminder(startsAt: Date, after: Date): { at: Date; stage: ReminderStage } | null {
  const dayBefore = atLocal(daysBefore(localDate(startsAt), 1), '09:00');
  if (dayBefore > after) return { at: dayBefore, stage: 'DAY_BEFORE' };
  const hourBefore = new Date(startsAt.getTime() - 60 * MINUTE_MS);
  return hourBefore > after ? { at: hourBefore, stage: 'HOUR_BEFORE' } : null;
}

export interface SlotTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A series of slots to open, one after the other. */
export interface SlotSeries {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly count: number;
  readonly place: string;
}

/** The times of a series; each lies in working time, on one side of the lunch break. */
export function decideSlots(series: SlotSeries, now: Date, calendar: WorkingCalendar): Outcome<SlotTime[]> {
  const { startsAt, minutes, count, place } = series;
  const { slotMinutes, slotsAtOnce, daysAhead } = CONSULTATION_RULES;
  const faults: Refusal[] = [...textFaults(place, 300, 'place')];
  const whole = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!whole(minutes, slotMinutes.least, slotMinutes.most)) {
    faults.push(
      refusal(
        'INVALID_VALUE',
        `상담 시간은 ${slotMinutes.least}분 이상 ${slotMinutes.most}분 이하로 정해 주십시오.`,
        `A consultation takes ${slotMinutes.least} to ${slotMinutes.most} minutes.`,
        'minutes',
      ),
    );
  }
  if (!whole(count, 1, slotsAtOnce)) {
    faults.push(
      refusal(
        'INVALID_VALUE',
        `한 번에 1개 이상 ${slotsAtOnce}개 이하로 여실 수 있습니다.`,
        `Open 1 to ${slotsAtOnce} slots at once.`,
        'count',
      ),
    );
  }
  if (startsAt <= now || startsAt.getTime() - now.getTime() > daysAhead * DAY_MS) {
    faults.push(
      refusal(
        'INVALID_VALUE',
        `상담 시각은 지금부터 ${daysAhead}일 안으로 정해 주십시오.`,
        `A consultation lies ahead, within ${daysAhead} days.`,
        'startsAt',
      ),
    );
  }
  if (faults.length > 0) return refused(...faults);
  const slots = Array.from({ length: count }, (_, index) => ({
    startsAt: new Date(startsAt.getTime() + index * minutes * MINUTE_MS),
    endsAt: new Date(startsAt.getTime() + (index + 1) * minutes * MINUTE_MS),
  }));
  const outside = slots.find((slot) => calendar.workingHoursBetween(slot.startsAt, slot.endsAt) * 60 < minutes);
  if (outside) {
    return refused(
      refusal(
        'INVALID_VALUE',
        '근무시간(평일 09:00–12:00, 13:00–18:00) 안에서만 상담을 여실 수 있습니다.',
        'Consultations are opened within office hours: weekdays 09:00–12:00 and 13:00–18:00.',
        'startsAt',
      ),
    );
  }
  return accepted(slots);
}

export interface Asking {
  readonly petitioner: GivenPerson;
  readonly topic: string;
}

/** What a booking is measured against. */
export interface BookingFacts {
  readonly slot: { readonly startsAt: Date; readonly closedAt: Date | null };
  /** When the citizen stayed away before, the latest first. */
  readonly missedAt: readonly Date[];
  readonly now: Date;
}

/** Decides whether somebody may book. Whether the slot is free is the database's to say. */
export function decideBooking<A extends Asking>(asking: A, { slot, missedAt, now }: BookingFacts): Outcome<A> {
  const faults: Refusal[] = [
    ...personFaults(asking.petitioner, 'petitioner'),
    ...textFaults(asking.topic, 500, 'topic'),
  ];
  if (slot.closedAt !== null) faults.push(closed());
  else if (slot.startsAt <= now) faults.push(begun());
  const { most, withinDays, pauseDays } = CONSULTATION_RULES.noShows;
  const recent = missedAt.filter((at) => now.getTime() - at.getTime() < withinDays * DAY_MS);
  const last = recent[0];
  if (last && recent.length >= most && now.getTime() - last.getTime() < pauseDays * DAY_MS) {
    const again = localDate(new Date(last.getTime() + pauseDays * DAY_MS));
    faults.push(
      refusal(
        'LIMIT_REACHED',
        `연락 없이 오지 않으신 상담이 ${most}번이어서 ${again}부터 다시 예약하실 수 있습니다. 급하시면 120으로 전화해 주십시오.`,
        `You missed ${most} consultations without a word: you can book again from ${again}. If it is urgent, please call 120.`,
      ),
    );
  }
  return faults.length > 0
    ? refused(...faults)
    : accepted({ ...asking, petitioner: inOneForm(asking.petitioner), topic: asking.topic.trim() });
}

type Change = 'cancel' | 'record';

/** Decides whether a consultation may be cancelled, or recorded as held or missed. */
export function decideChange(
  change: Change,
  { status, startsAt }: { readonly status: ConsultationStatus; readonly startsAt: Date },
  now: Date,
): Outcome<null> {
  if (change === 'cancel') {
    if (status === 'CANCELLED') return refused(cancelledAlready());
    if (status !== 'BOOKED' && status !== 'WAITING') return refused(over());
    return startsAt <= now ? refused(begun()) : accepted(null);
  }
  if (status !== 'BOOKED') return refused(status === 'HELD' || status === 'MISSED' ? recorded() : over());
  return startsAt > now ? refused(notYet()) : accepted(null);
}

const closed = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '닫힌 상담 시간입니다. 다른 시간을 골라 주십시오.',
    'This slot is closed. Please choose another.',
    'slotId',
  );
const begun = (): Refusal =>
  refusal('TOO_LATE', '이미 시작된 상담 시간입니다.', 'This consultation has begun already.');
const cancelledAlready = (): Refusal =>
  refusal('ALREADY_DONE', '이미 취소된 상담입니다.', 'This consultation was cancelled already.');
const over = (): Refusal => refusal('INVALID_STATE', '예약 중인 상담이 아닙니다.', 'This consultation is not booked.');
const recorded = (): Refusal =>
  refusal('ALREADY_DONE', '이미 결과를 기록한 상담입니다.', 'The outcome was recorded already.');
const notYet = (): Refusal =>
  refusal('TOO_EARLY', '상담이 시작된 뒤에 기록할 수 있습니다.', 'It is recorded after it has begun.');

export const slotTaken = (): Refusal =>
  refusal(
    'SLOT_TAKEN',
    '다른 분이 먼저 예약하셨습니다. 대기자로 올리거나 다른 시간을 골라 주십시오.',
    'Somebody else took this slot. Join its waiting list or choose another.',
    'slotId',
  );

export const bookedElsewhere = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '같은 시각에 예약하신 다른 상담이 있습니다. 하나를 취소해 주십시오.',
    'You have another consultation at this time. Please cancel one of them.',
    'slotId',
  );

export const askedAlready = (): Refusal =>
  refusal(
    'ALREADY_DONE',
    '이 시간에 이미 예약하셨거나 대기 중이십니다.',
    'You booked this slot, or wait for it, already.',
    'slotId',
  );

export const slotsOverlap = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '이 담당자에게 이미 열린 시간과 겹칩니다.',
    'It overlaps a slot that this expert has open already.',
    'startsAt',
  );
