import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import type { ContestStore } from '../store/contests/contest.store';

const NOTHING: NoticeFacts = { stillTrue: false, contact: null, words: {} };
const OVERDUE = ['contest.judging-overdue.v1', 'contest.judging-escalated.v1'];

/** The same for contests. Nobody is reminded of judging that is finished; who takes part is reached by their profile. */
export const contestFactsRoute =
  (dataSource: DataSource, contests: ContestStore): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId, deadlineId } = noticeFactsRequest.parse(body);
    const [contest] = await contests.byIds([subjectId]);
    if (!contest) return NOTHING;
    const reason = recipientId && (await reasonFor(contests, eventType, subjectId, recipientId));
    const words = {
      title: contest.title,
      ...((reason ?? contest.cancelledReason) && { reason: reason || contest.cancelledReason! }),
    };
    return { stillTrue: await holds(), contact: null, words };

    async function holds(): Promise<boolean> {
      if (OVERDUE.includes(eventType)) return (await findDeadline(dataSource.manager, deadlineId!))?.state === 'MISSED';
      if (eventType === 'contest.judging-begun.v1') return contest!.status === 'JUDGING';
      if (eventType !== 'contest.judging-due-soon.v1') return true;
      const [unfinished] = await contests.judging.unfinishedJudges([subjectId]);
      return contest!.status === 'JUDGING' && unfinished!.includes(recipientId!);
    }
  };

/** The office’s words for one who takes part: why their entry was taken out, or what it says to their objection. */
async function reasonFor(
  contests: ContestStore,
  eventType: string,
  contestId: string,
  recipientId: string,
): Promise<string | null> {
  if (eventType === 'contest.entry-excluded.v1') return contests.entries.exclusionFor(contestId, recipientId);
  if (eventType !== 'contest.objection-decided.v1') return null;
  const [objections] = await contests.objectionsOf([contestId]);
  const own = objections!.filter(({ citizenId, decidedAt }) => citizenId === recipientId && decidedAt);
  return own.sort((a, b) => a.decidedAt!.getTime() - b.decidedAt!.getTime()).at(-1)?.decisionReason ?? null;
}
