import { type WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import type { ClaimRecord, ComplaintRecord, NoticeRecord } from '@charter/contracts';

import type { Addressed } from './addressed';
import { type Setting, missed } from './complaint-story';
import type { Random } from './random';
import { COMMENTS } from './words';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SURVEY_DAYS = 14;
/** Working days from the answer to the review, and from there to the approval. */
const REVIEW_DAYS = 2;
const QUESTIONS = 5;

/** How departments are found, added to the usual 4.1 of 5. */
const REPUTATION: Readonly<Record<string, number>> = {
  CIVIL: 0.3,
  WATER: 0.2,
  PARKS: 0.1,
  HOUSING: -0.3,
  TRAFFIC: -0.2,
};

/** What follows from a complaint in the other services: claims, an invitation and its answer, notices. */
export function* tellAftermath(setting: Setting, complaint: ComplaintRecord): Generator<Addressed> {
  const { random, until } = setting;
  const late = missed(complaint, until);
  const { dueAt: lawsDate, charterDueAt } = complaint;
  const dates = { dueAt: lawsDate, charterDueAt };
  yield notice(random, complaint, 'complaint.filed.v1', complaint.receivedAt, until, dates);
  for (const { against, dueAt } of late) {
    const openedAt = shift(dueAt, random.between(1, 3) * MINUTE_MS);
    yield {
      to: 'compensation',
      record: {
        ...{ kind: 'claim', id: random.uuid(), ...common(complaint), against, dueAt, openedAt },
        paid: payment(setting, complaint),
      },
    };
    yield notice(random, complaint, 'complaint.overdue.v1', openedAt, until, { dueAt, against });
  }
  if (!complaint.answer) return;
  yield notice(random, complaint, 'complaint.answered.v1', complaint.answer.at, until, {});
  yield invitation(random, complaint, complaint.answer.at, late.length, until);
}

/** Approved by the department some working days after the answer, and paid with that month's batch, on its last working day. */
function payment(
  { officers, calendar, until }: Setting,
  { departmentCode, answer }: ComplaintRecord,
): ClaimRecord['paid'] {
  const [reviewedBy, approvedBy] = officers.get(departmentCode) ?? [];
  if (!answer || !reviewedBy || !approvedBy) return null;
  const reviewedOn = calendar.addWorkingDays(localDate(new Date(answer.at)), REVIEW_DAYS);
  const approvedOn = calendar.addWorkingDays(reviewedOn, REVIEW_DAYS);
  const at = atLocal(lastWorkingDay(approvedOn, calendar), '11:00');
  if (at > until) return null;
  const [reviewedAt, approvedAt] = [reviewedOn, approvedOn].map((day) => atLocal(day, '10:00').toISOString());
  return { reviewedBy, reviewedAt: reviewedAt!, approvedBy, approvedAt: approvedAt!, at: at.toISOString() };
}

/** Of the month of a day. @param day YYYY-MM-DD */
function lastWorkingDay(day: string, calendar: WorkingCalendar): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return calendar.addWorkingDays(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10), -1);
}

function invitation(
  random: Random,
  complaint: ComplaintRecord,
  answeredAt: string,
  late: number,
  until: Date,
): Addressed {
  const invitedAt = shift(answeredAt, random.between(1, 3) * MINUTE_MS);
  const at = shift(invitedAt, random.between(10, SURVEY_DAYS * 24 * 60 - 10) * MINUTE_MS * random.next());
  const mean = 4.1 + (REPUTATION[complaint.departmentCode] ?? 0) - 0.9 * late;
  const response = {
    at,
    points: Array.from({ length: QUESTIONS }, () => point(mean + (random.next() - 0.5) * 2.4)),
    comment: random.chance(0.15) ? random.pick(COMMENTS) : null,
  };
  const answers = random.chance(0.31) && at <= until.toISOString();
  return {
    to: 'surveys',
    record: {
      kind: 'invitation',
      id: random.uuid(),
      ...common(complaint),
      serviceCode: complaint.serviceCode,
      invitedAt,
      expiresAt: shift(invitedAt, SURVEY_DAYS * DAY_MS),
      response: answers ? response : null,
    },
  };
}

function notice(
  random: Random,
  complaint: ComplaintRecord,
  eventType: NoticeRecord['eventType'],
  since: string,
  until: Date,
  words: NoticeRecord['words'],
): Addressed {
  const at = shift(since, random.between(2, 20) * 1_000);
  const readAt = shift(at, random.between(1, 4_000) * MINUTE_MS);
  const { citizenId: recipientId, ...rest } = common(complaint);
  const read = random.chance(0.8) && readAt <= until.toISOString();
  return {
    to: 'notices',
    record: {
      kind: 'notice',
      id: random.uuid(),
      eventType,
      recipientId,
      ...rest,
      words,
      at,
      readAt: read ? readAt : null,
    },
  };
}

const common = ({ id, receiptNumber, citizenId, departmentCode }: ComplaintRecord) => ({
  complaintId: id,
  receiptNumber,
  citizenId,
  departmentCode,
});

const point = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

const shift = (instant: string, ms: number): string => new Date(Date.parse(instant) + Math.round(ms)).toISOString();
