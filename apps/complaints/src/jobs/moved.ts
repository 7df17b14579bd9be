import type { EntityManager } from 'typeorm';
import type { MovedDeadline } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { SUPPLEMENT, promiseOf } from '../domain/deadline-kinds';
import { complaintPayload } from '../event-payload';
import type { ComplaintEntity } from '../store/complaint.entity';
import type { ComplaintStore } from '../store/complaint.store';

/** A holiday may move every open complaint: their news is written in batches. */
const BATCH = 500;

/** Tells of the promises, and of the dates for a supplement, that have moved. One statement for each batch, and one for its events. */
export async function tellMoved(
  tx: EntityManager,
  complaints: ComplaintStore,
  moved: readonly MovedDeadline[],
  reason: string,
): Promise<void> {
  const told = moved.filter(({ after }) => promiseOf(after.kind) ?? after.kind === SUPPLEMENT);
  for (let start = 0; start < told.length; start += BATCH) {
    const batch = told.slice(start, start + BATCH);
    const found = await complaints.byIds(
      batch.map(({ after }) => after.subjectId),
      tx,
    );
    const news = batch.map((each, index): EventDraft => newsOf(each, found[index]!, reason));
    await appendEvents(tx, 'complaints', news);
  }
}

function newsOf({ before, after }: MovedDeadline, complaint: ComplaintEntity, reason: string): EventDraft {
  const about = { ...complaintPayload(complaint), deadlineId: after.id };
  const previousDueAt = before.dueAt?.toISOString() ?? null;
  const dueAt = after.dueAt?.toISOString() ?? null;
  const against = promiseOf(after.kind);
  // A supplement is never paused: it has a date before and after.
  return against
    ? { type: 'complaint.due-date-moved.v1', payload: { ...about, against, previousDueAt, dueAt, reason } }
    : {
        type: 'complaint.supplement-extended.v1',
        payload: { ...about, previousDueAt: previousDueAt!, dueAt: dueAt! },
      };
}
