import type { EntityManager } from 'typeorm';
import type { StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { complaintPayload } from '../event-payload';
import { CHARTER } from '../domain/deadline-kinds';
import type { ComplaintStore } from '../store/complaint.store';

export const against = (kind: string) => (kind === CHARTER ? ('CHARTER' as const) : ('STATUTORY' as const));

/** What the sweep tells of the complaints whose deadlines have reached a stage. One statement for the whole batch. */
export const announceStages =
  (complaints: ComplaintStore) =>
  async (tx: EntityManager, reached: readonly StageReached[]): Promise<EventDraft[]> => {
    const found = await complaints.byIds(
      reached.map(({ deadline }) => deadline.subjectId),
      tx,
    );
    return reached.map(({ deadline, stage, late }, index): EventDraft => {
      const about = {
        ...complaintPayload(found[index]!),
        deadlineId: deadline.id,
        against: against(deadline.kind),
        dueAt: deadline.dueAt!.toISOString(),
      };
      if (late)
        return { type: 'complaint.overdue.v1', payload: { ...about, missedAt: deadline.missedAt!.toISOString() } };
      if (deadline.state === 'MISSED') return { type: 'complaint.escalated.v1', payload: { ...about, stage } };
      return { type: 'complaint.due-soon.v1', payload: { ...about, stage } };
    });
  };
