import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineNews, MovedDeadline, StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { CONTEST_JUDGING } from '../domain/deadline-kinds';
import { contestPayload } from '../event-payload';
import type { ContestStore } from '../store/contests/contest.store';

const iso = (moment: Date): string => moment.toISOString();

/** What is told of the dates of contests: judging nears its date or is late, and dates that a holiday moves. */
export const contestNews = (contests: ContestStore): DeadlineNews => {
  /** The contests of these deadlines with the people who keep them, in their order. */
  async function about(tx: EntityManager, deadlines: readonly Deadline[]) {
    const ids = deadlines.map(({ subjectId }) => subjectId);
    const found = await contests.byIds(ids, tx);
    const judges = await contests.judging.judgesOf(ids, tx);
    const entrants = await contests.entries.entrantsOf(ids, tx);
    const unfinished = await contests.judging.unfinishedJudges(ids, tx);
    return deadlines.map(({ id, kind, dueAt }, index) => ({
      contest: found[index]!,
      payload: { ...contestPayload(found[index]!), deadlineId: id, dueAt: iso(dueAt!) },
      keepers: kind === CONTEST_JUDGING ? judges[index]!.map(({ judgeId }) => judgeId) : entrants[index]!,
      unfinished: unfinished[index]!,
    }));
  }
  return {
    subjectTypes: ['CONTEST'],
    async stages(tx, reached: readonly StageReached[]): Promise<EventDraft[]> {
      const all = await about(
        tx,
        reached.map(({ deadline }) => deadline),
      );
      return reached.flatMap(({ deadline, stage, when, late }, index): EventDraft[] => {
        const { payload, unfinished } = all[index]!;
        if (late)
          return [{ type: 'contest.judging-overdue.v1', payload: { ...payload, missedAt: iso(deadline.missedAt!) } }];
        if (when === 'EVERY_AFTER') return [{ type: 'contest.judging-escalated.v1', payload: { ...payload, stage } }];
        return unfinished.map((citizenId) => ({
          type: 'contest.judging-due-soon.v1',
          payload: { ...payload, citizenId, stage },
        }));
      });
    },
    async moved(tx, moved: readonly MovedDeadline[], reason: string): Promise<EventDraft[]> {
      const all = await about(
        tx,
        moved.map(({ after }) => after),
      );
      return moved.flatMap(({ before, after }, index): EventDraft[] => {
        const { payload, keepers } = all[index]!;
        const said = { ...payload, task: after.kind, previousDueAt: iso(before.dueAt!), reason };
        return [null, ...keepers].map((citizenId) => ({
          type: 'contest.date-moved.v1',
          payload: { ...said, citizenId },
        }));
      });
    },
  };
};
