import { z } from 'zod';

const id = z.uuid();
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date();
const code = z.string().min(1).max(64);

/** What every event about one complaint says. Never a name, a contact or a text of the citizen. */
const complaint = z.object({
  complaintId: id,
  receiptNumber: z.string(),
  citizenId: id,
  departmentCode: code,
  serviceCode: code,
  officerId: id.nullable(),
});

/** The two promises of a complaint: the law's period and the charter's shorter one. */
export const promise = z.enum(['STATUTORY', 'CHARTER']);

const lateness = complaint.extend({ deadlineId: id, against: promise, dueAt: instant });

/** Every event of the platform: past tense, versioned, without personal data. Days are in Asia/Seoul, instants RFC 3339. */
export const events = {
  'department.saved.v1': z.object({
    code,
    nameKo: z.string(),
    nameEn: z.string(),
    parentCode: code.nullable(),
    closedOn: day.nullable(),
    successorCode: code.nullable(),
  }),
  'holiday.declared.v1': z.object({ date: day, nameKo: z.string(), nameEn: z.string() }),
  'holiday.revoked.v1': z.object({ date: day }),

  'complaint.filed.v1': complaint.extend({
    channel: z.enum(['ONLINE', 'VISIT', 'PHONE', 'LETTER']),
    receivedAt: instant,
    dueAt: instant,
    charterDueAt: instant,
    provisional: z.boolean(),
  }),
  'complaint.assigned.v1': complaint.extend({ previousOfficerId: id.nullable() }),
  /** A reminder before the date, or on the day. */
  'complaint.due-soon.v1': lateness.extend({ stage: code }),
  /** The moment of lateness against one of the two promises. */
  'complaint.overdue.v1': lateness.extend({ missedAt: instant }),
  /** Still open and late: to the owner's superior, every so many working days. */
  'complaint.escalated.v1': lateness.extend({ stage: code }),
  'complaint.due-date-moved.v1': complaint.extend({
    against: promise,
    deadlineId: id,
    previousDueAt: instant.nullable(),
    dueAt: instant.nullable(),
    reason: z.string(),
  }),
  'complaint.answered.v1': complaint.extend({
    answeredAt: instant,
    lateByLaw: z.boolean(),
    lateByCharter: z.boolean(),
  }),
  'complaint.withdrawn.v1': complaint.extend({ withdrawnAt: instant }),

  'claim.opened.v1': z.object({
    claimId: id,
    complaintId: id,
    receiptNumber: z.string(),
    citizenId: id,
    departmentCode: code,
    breach: code,
    amount: z.int().nonnegative(),
  }),

  'survey.invited.v1': z.object({
    invitationId: id,
    surveyId: id,
    complaintId: id,
    receiptNumber: z.string(),
    citizenId: id,
    departmentCode: code,
    expiresAt: instant,
  }),

  'proposal.submitted.v1': z.object({ proposalId: id, citizenId: id, departmentCode: code }),
} as const;

export type EventType = keyof typeof events;
export const EVENT_TYPES = Object.keys(events) as EventType[];
export type EventPayload<T extends EventType> = z.infer<(typeof events)[T]>;

/** An event as it travels: the producer's outbox row, and the data of a queue job. */
export interface EventEnvelope<T extends EventType = EventType> {
  readonly id: string;
  readonly type: T;
  readonly producer: string;
  readonly occurredAt: string;
  readonly payload: EventPayload<T>;
}

/**
 * Parses what came from a queue.
 * @throws {z.ZodError} with every fault, when the envelope or its payload does not keep the contract.
 */
export function parseEvent(data: unknown): EventEnvelope {
  const head = z
    .object({
      id,
      type: z.enum(EVENT_TYPES as [EventType, ...EventType[]]),
      producer: z.string(),
      occurredAt: instant,
      payload: z.unknown(),
    })
    .parse(data);
  return { ...head, payload: events[head.type].parse(head.payload) } as EventEnvelope;
}
