import type { Language } from '@charter/contracts';
import type { Deadline } from '@charter/deadlines';
import type { FeedEvent } from '@charter/outbox';
import { type ServerSentEvent, inSeoul } from '@charter/service';
import { STATUS_NAMES } from '../../domain/handling';
import { lateSince } from '../../domain/lateness';
import type { ComplaintEntity, ComplaintHistoryEntity } from '../../store/complaint.entity';
import { toSteps } from '../complaint.resolver';

/** A complaint as it stands in one look of the database. */
export interface Standing {
  readonly complaint: ComplaintEntity;
  readonly deadlines: readonly Deadline[];
  /** Its history, oldest first. */
  readonly lines: readonly ComplaintHistoryEntity[];
  /** When each line was written, by its id, as the feed has it. */
  readonly writtenAt: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** A number within the feed, and of whose: an id that strays to another complaint is known as strange there. */
export const eventId = (complaintId: string, number: number): string => `${complaintId.slice(0, 8)}.${number}`;

/** @returns the number; undefined for what was never an id of this complaint's events */
export function numberIn(complaintId: string, id: string): number | undefined {
  const [of, number = ''] = id.split('.', 2);
  return of === complaintId.slice(0, 8) && /^\d{1,9}$/.test(number) && eventId(complaintId, Number(number)) === id
    ? Number(number)
    : undefined;
}

const instant = (moment: Date | null): string | null => moment && inSeoul(moment);

/** Steps as `Complaint.timeline` shows them. */
const stepsIn = (lines: readonly ComplaintHistoryEntity[], language: Language) =>
  toSteps(lines, language).map(({ at, recordedAt, status, text, detail, dueAt }) => ({
    ...{ at: inSeoul(at), recordedAt: inSeoul(recordedAt), status, text, detail, dueAt: instant(dueAt) },
  }));

/** What of a complaint moves while it is handled, by the names and rules of its fields in the graph. */
function stateOf({ complaint, deadlines, now }: Standing, language: Language) {
  const statutory = deadlines.find(({ id }) => id === complaint.statutoryId)!;
  const charter = deadlines.find(({ id }) => id === complaint.charterId)!;
  const { id, status, version, closedAt } = complaint;
  return {
    ...{ id, status, statusText: STATUS_NAMES[status][language], version, closedAt: instant(closedAt) },
    ...{ dueAt: instant(statutory.dueAt), charterDueAt: instant(charter.dueAt) },
    ...{ overdueAt: instant(lateSince(statutory, now)), charterOverdueAt: instant(lateSince(charter, now)) },
  };
}

/**
 * The whole timeline: at the beginning, or (`reset`) instead of what a client has that comes with an id from which one cannot go
 * on.
 */
export const wholeTimeline = (
  name: 'timeline' | 'reset',
  standing: Standing,
  last: number,
  language: Language,
): ServerSentEvent => ({
  name,
  id: eventId(standing.complaint.id, last),
  data: { complaint: stateOf(standing, language), steps: stepsIn(standing.lines, language) },
});

/** One change: all that one transaction has told of the complaint, with the steps that it wrote. */
export interface Change {
  /** The number of its last event. */
  readonly number: number;
  readonly event: ServerSentEvent;
}

/** The changes that these events make, in order. */
export function changesIn(events: readonly FeedEvent[], standing: Standing, language: Language): Change[] {
  const together = new Map<string, FeedEvent[]>();
  for (const event of events) {
    const known = together.get(event.writtenAt);
    if (known) known.push(event);
    else together.set(event.writtenAt, [event]);
  }
  const { complaint, lines, writtenAt } = standing;
  return [...together].map(([moment, told]) => {
    const { number } = told.at(-1)!;
    const steps = lines.filter((line) => writtenAt.get(line.id) === moment);
    const data = {
      at: inSeoul(told[0]!.occurredAt),
      what: told.map(({ type }) => type.replace(/\.v\d+$/, '')),
      steps: stepsIn(steps, language),
      complaint: stateOf(standing, language),
    };
    return { number, event: { name: 'change', id: eventId(complaint.id, number), data } };
  });
}
