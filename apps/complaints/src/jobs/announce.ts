import type { EntityManager } from 'typeorm';
import type { StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import type { Clock } from '@charter/service';
import { dunningOf } from '../domain/dunning/dunning';
import { SUPPLEMENT, isTask, promiseOf } from '../domain/deadline-kinds';
import { complaintPayload } from '../event-payload';
import type { ComplaintEntity } from '../store/complaint.entity';
import type { DunningStore, Letter } from '../store/dunning/dunning.store';
import type { ComplaintStore } from '../store/complaint.store';

/** What the sweep tells of the complaints whose deadlines have reached a stage. One statement for the whole batch. */
export const announceStages =
  (complaints: ComplaintStore, dunnings: DunningStore, clock: Clock) =>
  async (tx: EntityManager, all: readonly StageReached[]): Promise<EventDraft[]> => {
    const reached = all.filter(({ deadline }) => deadline.subjectType === 'COMPLAINT');
    const found = await complaints.byIds(
      reached.map(({ deadline }) => deadline.subjectId),
      tx,
    );
    const letters = await dun(tx, reached, found as ComplaintEntity[], dunnings, clock.now());
    return [...reached.flatMap((stage, index) => newsOf(stage, found[index]!)), ...letters];
  };

function newsOf(reached: StageReached, complaint: ComplaintEntity): EventDraft[] {
  const { deadline, stage, late } = reached;
  const { kind } = deadline;
  const against = promiseOf(kind);
  if (against) return [promiseNews(reached, complaint, against)];
  const about = { ...complaintPayload(complaint), deadlineId: deadline.id, dueAt: deadline.dueAt!.toISOString() };
  const missed = { missedAt: deadline.missedAt?.toISOString() ?? about.dueAt };
  if (kind === SUPPLEMENT) {
    return late
      ? [{ type: 'complaint.supplement-overdue.v1', payload: { ...about, ...missed } }]
      : [{ type: 'complaint.supplement-due-soon.v1', payload: { ...about, stage } }];
  }
  if (isTask(kind)) {
    return late
      ? [{ type: 'complaint.task-overdue.v1', payload: { ...about, task: kind, ...missed } }]
      : [{ type: 'complaint.task-due-soon.v1', payload: { ...about, task: kind, stage } }];
  }
  return [];
}

function promiseNews(
  { deadline, stage, when, late }: StageReached,
  complaint: ComplaintEntity,
  against: 'STATUTORY' | 'CHARTER',
): EventDraft {
  const { id, dueAt, missedAt } = deadline;
  const about = { ...complaintPayload(complaint), deadlineId: id, against, dueAt: dueAt!.toISOString() };
  if (late) return { type: 'complaint.overdue.v1', payload: { ...about, missedAt: missedAt!.toISOString() } };
  const type = when === 'EVERY_AFTER' ? 'complaint.escalated.v1' : 'complaint.due-soon.v1';
  return { type, payload: { ...about, stage } };
}

/** Writes the dunning letters (독촉장) that the stages call for, each once, and tells of them. */
async function dun(
  tx: EntityManager,
  reached: readonly StageReached[],
  found: readonly ComplaintEntity[],
  dunnings: DunningStore,
  dunnedAt: Date,
): Promise<EventDraft[]> {
  const letters = reached.flatMap((each, index): Letter[] => {
    const stage = dunningOf(each);
    const { id, departmentCode } = found[index]!;
    const { id: deadlineId, dueAt } = each.deadline;
    return stage ? [{ complaintId: id, deadlineId, stage, departmentCode, dueAt: dueAt!, dunnedAt }] : [];
  });
  return (await dunnings.write(tx, letters)).map(({ complaintId, deadlineId, stage, dueAt }) => ({
    type: 'complaint.dunned.v1',
    payload: {
      ...complaintPayload(found.find(({ id }) => id === complaintId)!),
      ...{ deadlineId, against: 'STATUTORY', dueAt: dueAt.toISOString(), stage },
    },
  }));
}
