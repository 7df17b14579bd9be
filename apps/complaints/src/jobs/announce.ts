import type { EntityManager } from 'typeorm';
import type { StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { promiseOf } from '../domain/deadline-kinds';
import { complaintPayload } from '../event-payload';
import type { ComplaintStore } from '../store/complaint.store';

/** What the sweep tells of the complaints whose promises have reached a stage. One statement for the whole batch. */
export const announceStages =
  (complaints: ComplaintStore) =>
  async (tx: EntityManager, reached: readonly StageReached[]): Promise<EventDraft[]> => {
    const found = await complaints.byIds(
      reached.map(({ deadline }) => deadline.subjectId),
      tx,
    );
    return reached.flatMap(({ deadline, stage, when, late }, index): EventDraft[] => {
      const against = promiseOf(deadline.kind);
      if (!against) return [];
      const about = {
        ...complaintPayload(found[index]!),
        deadlineId: deadline.id,
        against,
        dueAt: deadline.dueAt!.toISOString(),
      };
      if (late)
        return [{ type: 'complaint.overdue.v1', payload: { ...about, missedAt: deadline.missedAt!.toISOString() } }];
      const type = when === 'EVERY_AFTER' ? 'complaint.escalated.v1' : 'complaint.due-soon.v1';
      return [{ type, payload: { ...about, stage } }];
    });
  };
