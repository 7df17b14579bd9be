import type { EntityManager } from 'typeorm';
import type { MovedDeadline } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { promiseOf } from '../domain/deadline-kinds';
import { complaintPayload } from '../event-payload';
import type { ComplaintStore } from '../store/complaint.store';

/** A holiday may move every open complaint: their news is written in batches. */
const BATCH = 500;

/** Tells of the promises whose date has moved. One statement for each batch, and one for its events. */
export async function tellMoved(
  tx: EntityManager,
  complaints: ComplaintStore,
  moved: readonly MovedDeadline[],
  reason: string,
): Promise<void> {
  const told = moved.filter(({ after }) => promiseOf(after.kind));
  for (let start = 0; start < told.length; start += BATCH) {
    const batch = told.slice(start, start + BATCH);
    const found = await complaints.byIds(
      batch.map(({ after }) => after.subjectId),
      tx,
    );
    const news = batch.map(({ before, after }, index): EventDraft => ({
      type: 'complaint.due-date-moved.v1',
      payload: {
        ...complaintPayload(found[index]!),
        against: promiseOf(after.kind)!,
        deadlineId: after.id,
        previousDueAt: before.dueAt?.toISOString() ?? null,
        dueAt: after.dueAt?.toISOString() ?? null,
        reason,
      },
    }));
    await appendEvents(tx, 'complaints', news);
  }
}
