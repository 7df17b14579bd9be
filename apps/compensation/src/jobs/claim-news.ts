import type { Deadline, DeadlineNews, MovedDeadline, StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import type { EntityManager } from 'typeorm';
import { claimPayload } from '../event-payload';
import type { ClaimStore } from '../store/claim.store';

/** What is told of the dates by which claims are decided. One statement for each batch. */
export const claimNews = (claims: ClaimStore): DeadlineNews => {
  async function about(tx: EntityManager, deadlines: readonly Deadline[]) {
    const found = await claims.byIds(
      deadlines.map(({ subjectId }) => subjectId),
      tx,
    );
    return deadlines.map(({ id, kind, dueAt }, index) => ({
      ...claimPayload(found[index]!),
      ...{ deadlineId: id, task: kind, dueAt: dueAt!.toISOString() },
    }));
  }
  return {
    subjectTypes: ['CLAIM'],
    async stages(tx, reached: readonly StageReached[]): Promise<EventDraft[]> {
      const payloads = await about(
        tx,
        reached.map(({ deadline }) => deadline),
      );
      return reached.map(({ deadline, stage, when, late }, index): EventDraft => {
        const payload = payloads[index]!;
        if (late)
          return { type: 'claim.task-overdue.v1', payload: { ...payload, missedAt: deadline.missedAt!.toISOString() } };
        const type = when === 'EVERY_AFTER' ? 'claim.task-escalated.v1' : 'claim.task-due-soon.v1';
        return { type, payload: { ...payload, stage } };
      });
    },
    async moved(tx, moved: readonly MovedDeadline[], reason: string): Promise<EventDraft[]> {
      const payloads = await about(
        tx,
        moved.map(({ after }) => after),
      );
      return moved.map(({ before }, index) => ({
        type: 'claim.date-moved.v1',
        payload: { ...payloads[index]!, previousDueAt: before.dueAt!.toISOString(), reason },
      }));
    },
  };
};
