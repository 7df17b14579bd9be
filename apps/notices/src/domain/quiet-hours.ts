import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { NoticeEvent } from './audiences';
import type { Words } from './words';

/** The part of the day, in Asia/Seoul, in which nothing goes out to somebody: `HH:MM`, over midnight when `from` is later. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Korea has kept UTC+9 without summer time since 1988: a local time of day is arithmetic. */
const OFFSET_MINUTES = 9 * 60;
/** Nobody is told later than half a day after it happened. */
const LONGEST_MINUTES = 12 * 60;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const lengthOf = ({ from, to }: QuietHours): number => (minuteOf(to) - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES;

/** Decides whether these quiet hours can be kept: two times of day, up to 12 hours apart. */
export function decideQuietHours(wished: QuietHours): Outcome<QuietHours> {
  const faults = (['from', 'to'] as const)
    .filter((end) => !TIME.test(wished[end]))
    .map((end) =>
      refusal(
        'INVALID_VALUE',
        '시각을 24시간제 HH:MM으로 입력해 주십시오. 예: 22:00',
        'Please give a time of day as HH:MM on the 24-hour clock, such as 22:00.',
        'quietHours',
        end,
      ),
    );
  if (faults.length > 0) return refused(...faults);
  const length = lengthOf(wished);
  if (length > 0 && length <= LONGEST_MINUTES) return accepted({ from: wished.from, to: wished.to });
  return refused(
    refusal(
      'INVALID_VALUE',
      '알림을 받지 않는 시간은 하루에 12시간까지 정하실 수 있습니다. 시작과 끝을 다시 정해 주십시오.',
      'Quiet hours are up to 12 hours a day. Please choose another beginning or end.',
      'quietHours',
    ),
  );
}

/** When the quiet hours end in which a moment falls; null outside of them. Their end is not quiet any more. */
export function quietUntil(now: Date, quiet: QuietHours | null): Date | null {
  if (quiet === null) return null;
  const since = Math.floor(now.getTime() / MINUTE_MS) + OFFSET_MINUTES - minuteOf(quiet.from);
  const intoQuiet = ((since % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const left = lengthOf(quiet) - intoQuiet;
  return left > 0 ? new Date((Math.floor(now.getTime() / MINUTE_MS) + left) * MINUTE_MS) : null;
}

/**
 * What may break quiet hours, by the date that would not wait for their end: to be told in the morning would be to be told too
 * late. Everything else waits.
 */
export const MAY_BREAK_QUIET: { readonly [E in NoticeEvent]?: 'startsAt' | 'dueAt' } = {
  'consultation.booked.v1': 'startsAt',
  'consultation.cancelled.v1': 'startsAt',
  'consultation.moved-up.v1': 'startsAt',
  'consultation.reminder.v1': 'startsAt',
  'complaint.due-soon.v1': 'dueAt',
  'complaint.task-due-soon.v1': 'dueAt',
  'complaint.supplement-requested.v1': 'dueAt',
  'complaint.supplement-due-soon.v1': 'dueAt',
  'objection.due-soon.v1': 'dueAt',
  'claim.task-due-soon.v1': 'dueAt',
  'proposal.task-due-soon.v1': 'dueAt',
  'contest.judging-due-soon.v1': 'dueAt',
  'monitoring.mission-due-soon.v1': 'dueAt',
  'monitoring.task-due-soon.v1': 'dueAt',
  'improvement.due-soon.v1': 'dueAt',
};

/** What somebody is left with at least, to act on a notice that waited for the end of their quiet hours. */
const TIME_TO_ACT_MS = 2 * 60 * MINUTE_MS;

/**
 * Until when a notice waits for the end of its person's quiet hours; null when it goes out at once: outside of them, or because
 * its date is still to come and would not leave them two hours after.
 */
export function heldUntil(now: Date, quiet: QuietHours | null, eventType: NoticeEvent, words: Words): Date | null {
  const end = quietUntil(now, quiet);
  const field = MAY_BREAK_QUIET[eventType];
  const date = field && words[field];
  if (end === null || !date) return end;
  const at = Date.parse(date);
  return at > now.getTime() && at < end.getTime() + TIME_TO_ACT_MS ? null : end;
}
