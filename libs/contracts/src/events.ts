import { z } from 'zod';
import { accessEvents } from './access-events';
import { claimEvents } from './claim-events';
import { contestEvents } from './contest-events';
import { erasureEvents } from './erasure';
import { code, day, id, instant } from './fields';
import { improvementEvents } from './improvement-events';
import { monitoringEvents } from './monitoring-events';
import { proposalEvents } from './proposal-events';

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

/** What an office can do wrong besides being late. */
export const OFFICE_FAULTS = ['REPEAT_VISIT', 'WRONG_NOTICE', 'UNKINDNESS'] as const;

/** The way in which a complaint came in. */
const channel = z.enum(['ONLINE', 'VISIT', 'PHONE', 'LETTER']);

/** `departmentCode` asks; `complaintId` is one for which the citizen was served, so that they can be reached. */
const asked = z.object({
  invitationId: id,
  surveyId: id,
  complaintId: id.nullable(),
  citizenId: id,
  departmentCode: code,
  expiresAt: instant,
});

const lateness = complaint.extend({ deadlineId: id, against: promise, dueAt: instant });

const objection = complaint.extend({ objectionId: id, basis: z.enum(['STATUTORY', 'CHARTER']) });

/** `method`: how they meet. `complaintId` when it is about one. Where they meet is told when the notice is sent. */
const consultation = z.object({
  consultationId: id,
  complaintId: id.nullable(),
  receiptNumber: z.string().nullable(),
  citizenId: id,
  departmentCode: code,
  officerId: id.nullable(),
  method: z.enum(['IN_PERSON', 'PHONE', 'VIDEO']),
  startsAt: instant,
});

const consultationEvents = {
  'consultation.booked.v1': consultation,
  'consultation.cancelled.v1': consultation.extend({ cancelledBy: z.enum(['CITIZEN', 'OFFICE']) }),
  /** From the waiting list to a slot that became free. */
  'consultation.moved-up.v1': consultation,
  'consultation.reminder.v1': consultation.extend({ deadlineId: id.nullable(), stage: code }),
  /** The citizen did not come. */
  'consultation.missed.v1': consultation,
} as const;

const objectionEvents = {
  'objection.filed.v1': objection.extend({ filedAt: instant, dueAt: instant }),
  /** `handlerId` decides it: never the officer whose handling it is about. */
  'objection.assigned.v1': objection.extend({ handlerId: id, dueAt: instant }),
  'objection.due-soon.v1': objection.extend({ deadlineId: id, handlerId: id.nullable(), dueAt: instant, stage: code }),
  'objection.overdue.v1': objection.extend({
    deadlineId: id,
    handlerId: id.nullable(),
    dueAt: instant,
    missedAt: instant,
  }),
  /** Still open and late: to the manager, every so many working days. */
  'objection.escalated.v1': objection.extend({ deadlineId: id, handlerId: id.nullable(), dueAt: instant, stage: code }),
  'objection.due-date-moved.v1': objection.extend({
    deadlineId: id,
    previousDueAt: instant,
    dueAt: instant,
    reason: z.string(),
  }),
  'objection.extended.v1': objection.extend({ previousDueAt: instant, dueAt: instant }),
  'objection.decided.v1': objection.extend({ upheld: z.boolean(), decidedAt: instant, late: z.boolean() }),
  'objection.withdrawn.v1': objection.extend({ withdrawnAt: instant }),
} as const;

/** Every event of the platform: past tense, versioned, without personal data. Days are in Asia/Seoul, instants RFC 3339. */
export const events = {
  ...accessEvents,
  'department.saved.v1': z.object({
    code,
    nameKo: z.string(),
    nameEn: z.string(),
    phone: z.string().nullable().optional(),
    parentCode: code.nullable(),
    closedOn: day.nullable(),
    successorCode: code.nullable(),
  }),
  /**
   * The day of a closed department has come: what it owes is its successor's (`departmentCode`) from this day on. Told once.
   * `decidedBy`: the administrator.
   */
  'department.succeeded.v1': z.object({
    successionId: id,
    previousDepartmentCode: code,
    departmentCode: code,
    succeededOn: day,
    decidedBy: id,
  }),
  'holiday.declared.v1': z.object({ date: day, nameKo: z.string(), nameEn: z.string() }),
  'holiday.revoked.v1': z.object({ date: day }),
  /** A service standard as it is from now on; its names are the promise. `departmentCode`: null for one of the whole city. */
  'standard.saved.v1': z.object({
    code,
    departmentCode: code.nullable(),
    category: code,
    nameKo: z.string(),
    nameEn: z.string(),
    validFrom: day,
    validTo: day.nullable(),
  }),

  /** A version of the charter: it holds from its day on. `departmentCodes`: who promises something in it. */
  'charter.published.v1': z.object({
    version: z.int().positive(),
    inForceFrom: day,
    titleKo: z.string(),
    titleEn: z.string(),
    departmentCodes: z.array(code),
  }),

  'complaint.filed.v1': complaint.extend({
    channel,
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
  /** `channel`: the way it came in; events from before it was told have none. */
  'complaint.answered.v1': complaint.extend({
    answeredAt: instant,
    channel: channel.optional(),
    lateByLaw: z.boolean(),
    lateByCharter: z.boolean(),
  }),
  'complaint.withdrawn.v1': complaint.extend({ withdrawnAt: instant }),
  /** To another department inside the city: it keeps its number, its history and its dates. */
  'complaint.moved.v1': complaint.extend({ previousDepartmentCode: code, movedAt: instant }),
  /** To a body outside the city: for the city it ends here. */
  'complaint.transferred.v1': complaint.extend({ transferredAt: instant }),
  /** Something is missing; the periods do not count until it is given. `causedByOffice`: asked again by the office's own omission. */
  'complaint.supplement-requested.v1': complaint.extend({
    deadlineId: id,
    dueAt: instant,
    round: z.int().positive(),
    causedByOffice: z.boolean(),
  }),
  /** The date by which the citizen gives the supplement nears, or has passed. */
  'complaint.supplement-due-soon.v1': complaint.extend({ deadlineId: id, dueAt: instant, stage: code }),
  'complaint.supplement-overdue.v1': complaint.extend({ deadlineId: id, dueAt: instant, missedAt: instant }),
  'complaint.supplement-extended.v1': complaint.extend({ deadlineId: id, previousDueAt: instant, dueAt: instant }),
  'complaint.supplement-given.v1': complaint.extend({ givenAt: instant, dueAt: instant.nullable() }),
  /** Closed because no supplement came (반려). */
  'complaint.returned.v1': complaint.extend({ returnedAt: instant }),
  /** An investigation, hearing or expert review began: the periods do not count while it lasts. */
  'complaint.suspended.v1': complaint.extend({
    deadlineId: id.nullable(),
    dueAt: instant.nullable(),
    suspension: code,
  }),
  'complaint.resumed.v1': complaint.extend({ dueAt: instant.nullable(), suspension: code }),
  /** The period was lengthened by the office, once; a second time with the citizen's consent. */
  'complaint.extended.v1': complaint.extend({
    previousDueAt: instant.nullable(),
    dueAt: instant.nullable(),
    times: z.int().positive(),
  }),
  'complaint.extension-proposed.v1': complaint.extend({ dueAt: instant.nullable() }),
  'complaint.extension-declined.v1': complaint.extend({ dueAt: instant.nullable() }),
  /** How far it is and when it will be done (중간 통지). */
  'complaint.interim-reported.v1': complaint.extend({ dueAt: instant.nullable(), reportedAt: instant }),
  'complaint.interim-requested.v1': complaint.extend({ deadlineId: id, dueAt: instant }),
  /** A duty of the office within a complaint nears its date, or has missed it: an interim report, the end of an investigation. */
  'complaint.task-due-soon.v1': complaint.extend({ deadlineId: id, task: code, dueAt: instant, stage: code }),
  'complaint.task-overdue.v1': complaint.extend({ deadlineId: id, task: code, dueAt: instant, missedAt: instant }),
  /** Refused, with reason and remedies; `objectUntil` for a statutory complaint. */
  'complaint.rejected.v1': complaint.extend({
    rejectedAt: instant,
    lateByLaw: z.boolean(),
    lateByCharter: z.boolean(),
    objectUntil: instant.nullable(),
  }),
  'complaint.closed-as-repeat.v1': complaint.extend({ closedAt: instant }),
  /** It really is a proposal: the participation service takes it over. */
  'complaint.converted.v1': complaint.extend({ convertedAt: instant }),
  /** The complaint that a proposal has become: `complaint.filed.v1` tells the rest. */
  'complaint.opened-from-proposal.v1': z.object({ complaintId: id, proposalId: id }),
  /** Opened again after an objection was upheld. */
  'complaint.reopened.v1': complaint.extend({ reopenedAt: instant, dueAt: instant }),
  /** What the office did wrong besides being late was confirmed, once for each complaint and fault. */
  'complaint.fault-confirmed.v1': complaint.extend({ fault: z.enum(OFFICE_FAULTS), occurredOn: day }),
  'complaint.opinion-given.v1': complaint.extend({ satisfied: z.boolean(), givenAt: instant }),

  /** A dunning letter (독촉장) of the petition auditor: to the department's head, then to the audit office. */
  'complaint.dunned.v1': lateness.extend({ stage: z.enum(['DEPARTMENT_HEAD', 'AUDIT_OFFICE']) }),

  ...objectionEvents,
  ...consultationEvents,

  ...claimEvents,

  'survey.invited.v1': z.object({
    invitationId: id,
    surveyId: id,
    complaintId: id,
    receiptNumber: z.string(),
    citizenId: id,
    departmentCode: code,
    expiresAt: instant,
  }),
  /** An invitation that follows from no one complaint: of a list, or of a sample. */
  'survey.asked.v1': asked,
  /** Asked again. To everybody who was asked: whether they have answered is known when it is sent, and is written nowhere. */
  'survey.reminded.v1': asked.extend({ round: z.int().positive() }),
  /** A step of a campaign was not done by its date: to the department that asks. */
  'survey.task-overdue.v1': z.object({
    campaignId: id,
    surveyId: id,
    departmentCode: code,
    deadlineId: id,
    task: code,
    dueAt: instant,
    missedAt: instant,
  }),
  /** A holiday moved the date of a step of a campaign: to the department that asks. */
  'survey.date-moved.v1': z.object({
    campaignId: id,
    surveyId: id,
    departmentCode: code,
    deadlineId: id,
    task: code,
    previousDueAt: instant,
    dueAt: instant,
    reason: z.string(),
  }),
  /**
   * How a standard of the charter was found by those who were served from one day to another: points of a hundred, by a method. Who knows
   * the target says whether it is reached. `startedBy` began the campaign.
   */
  'survey.standard-scored.v1': z.object({
    campaignId: id,
    surveyId: id,
    startedBy: id,
    departmentCode: code,
    standardCode: code,
    method: code,
    score: z.number().min(0).max(100),
    n: z.int().positive(),
    from: day,
    to: day,
  }),

  ...proposalEvents,
  ...contestEvents,
  ...improvementEvents,
  ...monitoringEvents,
  ...erasureEvents,
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
  /** Where the trace stands that it is part of (W3C Trace Context); whoever handles it goes on from there. */
  readonly traceparent?: string;
}

/** Version, trace, span and flags. */
const traceparent = z.string().regex(/^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/);

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
      traceparent: traceparent.optional().catch(undefined), // an event is not lost for its trace
    })
    .parse(data);
  return { ...head, payload: events[head.type].parse(head.payload) } as EventEnvelope;
}
