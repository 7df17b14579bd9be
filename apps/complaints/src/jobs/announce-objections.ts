import type { EntityManager } from 'typeorm';
import type { MovedDeadline, StageReached } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { objectionPayload } from '../objection-payload';
import type { ComplaintStore } from '../store/complaint.store';
import type { ObjectionStore } from '../store/objections/objection.store';

/** A holiday may move every open objection: their news is written in batches. */
const BATCH = 500;

export interface ObjectionNewsParts {
  readonly objections: ObjectionStore;
  readonly complaints: ComplaintStore;
}

const isObjections = ({ subjectType }: { readonly subjectType: string }): boolean => subjectType === 'OBJECTION';

/** What every event about these objections says, in their order. Two statements, however many. */
async function payloadsOf(tx: EntityManager, { objections, complaints }: ObjectionNewsParts, ids: readonly string[]) {
  const found = await objections.byIds(ids, tx);
  const about = await complaints.byIds(
    found.map((objection) => objection!.complaintId),
    tx,
  );
  return found.map((objection, index) => ({
    about: objectionPayload(objection!, about[index]!),
    handlerId: objection!.handlerId,
  }));
}

/** What the sweep tells of the objections whose dates have reached a stage. */
export const announceObjections =
  (parts: ObjectionNewsParts) =>
  async (tx: EntityManager, all: readonly StageReached[]): Promise<EventDraft[]> => {
    const reached = all.filter(({ deadline }) => isObjections(deadline));
    if (reached.length === 0) return [];
    const ids = reached.map(({ deadline }) => deadline.subjectId);
    const payloads = await payloadsOf(tx, parts, ids);
    return reached.map(({ deadline, stage, when, late }, index): EventDraft => {
      const { about: subject, handlerId } = payloads[index]!;
      const about = { ...subject, handlerId, deadlineId: deadline.id, dueAt: deadline.dueAt!.toISOString() };
      if (late)
        return { type: 'objection.overdue.v1', payload: { ...about, missedAt: deadline.missedAt!.toISOString() } };
      const type = when === 'EVERY_AFTER' ? 'objection.escalated.v1' : 'objection.due-soon.v1';
      return { type, payload: { ...about, stage } };
    });
  };

/** Tells of the objections whose dates a holiday has moved. */
export async function tellMovedObjections(
  tx: EntityManager,
  parts: ObjectionNewsParts,
  all: readonly MovedDeadline[],
  reason: string,
): Promise<void> {
  const moved = all.filter(({ after }) => isObjections(after));
  for (let start = 0; start < moved.length; start += BATCH) {
    const batch = moved.slice(start, start + BATCH);
    const ids = batch.map(({ after }) => after.subjectId);
    const payloads = await payloadsOf(tx, parts, ids);
    const news = batch.map(({ before, after }, index): EventDraft => {
      const { about } = payloads[index]!;
      // The time to decide is never paused: it has a date before and after.
      const dates = { previousDueAt: before.dueAt!.toISOString(), dueAt: after.dueAt!.toISOString() };
      return { type: 'objection.due-date-moved.v1', payload: { ...about, deadlineId: after.id, ...dates, reason } };
    });
    await appendEvents(tx, 'complaints', news);
  }
}
