import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineNews, MovedDeadline, StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { improvementPayload, toEverybody } from '../event-payload';
import type { ImprovementEntity } from '../store/improvements/improvement.entity';
import type { ImprovementStore } from '../store/improvements/improvement.store';

const iso = (moment: Date): string => moment.toISOString();

/** What is told of the dates of improvement actions: that they come near, pass, or are moved by a holiday. */
export const improvementNews = (improvements: ImprovementStore): DeadlineNews => {
  const actionsOf = async (tx: EntityManager, deadlines: readonly Deadline[]): Promise<ImprovementEntity[]> =>
    (await improvements.byIds(
      deadlines.map(({ subjectId }) => subjectId),
      tx,
    )) as ImprovementEntity[];
  return {
    subjectTypes: ['IMPROVEMENT'],
    async stages(tx, reached: readonly StageReached[]): Promise<EventDraft[]> {
      const actions = await actionsOf(
        tx,
        reached.map(({ deadline }) => deadline),
      );
      return reached.map(({ deadline: { id: deadlineId, dueAt, missedAt }, stage, when, late }, index): EventDraft => {
        const payload = { ...improvementPayload(actions[index]!), deadlineId, dueAt: iso(dueAt!) };
        if (late) return { type: 'improvement.overdue.v1', payload: { ...payload, missedAt: iso(missedAt!) } };
        const type = when === 'EVERY_AFTER' ? 'improvement.escalated.v1' : 'improvement.due-soon.v1';
        return { type, payload: { ...payload, stage } };
      });
    },
    async moved(tx, moved: readonly MovedDeadline[], reason: string): Promise<EventDraft[]> {
      const actions = await actionsOf(
        tx,
        moved.map(({ after }) => after),
      );
      return moved.flatMap(({ before, after }, index) => {
        const date = { deadlineId: after.id, previousDueAt: iso(before.dueAt!), dueAt: iso(after.dueAt!), reason };
        return toEverybody(actions[index]!, (payload) => ({
          type: 'improvement.date-moved.v1',
          payload: { ...payload, ...date },
        }));
      });
    },
  };
};
