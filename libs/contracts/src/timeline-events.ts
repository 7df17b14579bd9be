import { z } from 'zod';
import type { EventType } from './events';

/**
 * The events that whoever may see a complaint hears of at once: those after which its timeline, its status or its dates show
 * something else. What is the office's own (reminders, dunning, duties within a complaint) is not among them.
 */
export const TIMELINE_EVENTS = [
  ...(['complaint.filed.v1', 'complaint.assigned.v1', 'complaint.moved.v1', 'complaint.transferred.v1'] as const),
  ...(['complaint.overdue.v1', 'complaint.due-date-moved.v1'] as const),
  ...(['complaint.supplement-requested.v1', 'complaint.supplement-extended.v1'] as const),
  ...(['complaint.supplement-given.v1', 'complaint.returned.v1'] as const),
  ...(['complaint.suspended.v1', 'complaint.resumed.v1', 'complaint.extended.v1'] as const),
  ...(['complaint.extension-proposed.v1', 'complaint.extension-declined.v1'] as const),
  ...(['complaint.interim-reported.v1', 'complaint.interim-requested.v1'] as const),
  ...(['complaint.answered.v1', 'complaint.rejected.v1', 'complaint.withdrawn.v1'] as const),
  ...(['complaint.closed-as-repeat.v1', 'complaint.converted.v1', 'complaint.reopened.v1'] as const),
  ...(['complaint.opinion-given.v1', 'objection.filed.v1', 'objection.assigned.v1'] as const),
  ...(['objection.extended.v1', 'objection.decided.v1', 'objection.withdrawn.v1'] as const),
] as const satisfies readonly EventType[];

const told: ReadonlySet<string> = new Set(TIMELINE_EVENTS);
const aboutComplaint = z.object({ complaintId: z.uuid() });

/** In whose feed an event is numbered: its complaint's id, or undefined for an event that nobody watches. */
export const feedSubjectOf = (type: EventType, payload: unknown): string | undefined =>
  told.has(type) ? aboutComplaint.parse(payload).complaintId : undefined;

/** Where the gateway opens the live timeline of a complaint for somebody: a route of complaints. */
export const LIVE_TIMELINE_PATH = '/internal/live/timeline';

/** Which timeline, and after which event of it; `lastEventId` as the client sends it, whatever that is. */
export const liveTimelineSchema = z.object({ complaintId: z.guid(), lastEventId: z.string().max(64).nullable() });
