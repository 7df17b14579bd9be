import { type EntityManager, In } from 'typeorm';
import type { Deadline, DeadlineNews, MovedDeadline, StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { SUPPLEMENT } from '../domain/deadline-kinds';
import { proposalPayload } from '../event-payload';
import { CommentEntity } from '../store/comments/comment.entity';
import { MilestoneEntity } from '../store/proposals/examination.entity';
import type { ProposalEntity } from '../store/proposals/proposal.entity';
import type { ProposalStore } from '../store/proposals/proposal.store';

/** What every event about these deadlines says, in their order. Three statements, however many. */
async function aboutAll(tx: EntityManager, proposals: ProposalStore, all: readonly Deadline[]) {
  const of = (type: string) => all.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
  const milestones = await tx.findBy(MilestoneEntity, { id: In(of('MILESTONE')) });
  const comments = await tx.findBy(CommentEntity, { id: In(of('COMMENT')) });
  const proposalOf = new Map([...milestones, ...comments].map(({ id, proposalId }) => [id, proposalId]));
  const found = await proposals.byIds(
    all.map(({ subjectId }) => proposalOf.get(subjectId) ?? subjectId),
    tx,
  );
  return all.map((deadline, index) => payloadOf(deadline, found[index]!));
}

/** Whose date it is: a department that was asked keeps its own. */
function payloadOf({ id, kind, departmentCode, ownerId, dueAt }: Deadline, proposal: ProposalEntity) {
  const own = departmentCode === proposal.departmentCode;
  const officerId = own ? (kind === SUPPLEMENT ? proposal.officerId : (ownerId ?? proposal.officerId)) : null;
  return {
    ...proposalPayload({ ...proposal, departmentCode, officerId }),
    task: kind,
    deadlineId: id,
    dueAt: iso(dueAt!),
  };
}

const iso = (moment: Date): string => moment.toISOString();

/** What is told of the dates within proposals: reviews, answers, opinions, supplements, experts, milestones, appeals. */
export const proposalNews = (proposals: ProposalStore): DeadlineNews => ({
  subjectTypes: ['PROPOSAL', 'MILESTONE', 'COMMENT'],
  async stages(tx, reached: readonly StageReached[]): Promise<EventDraft[]> {
    const about = await aboutAll(
      tx,
      proposals,
      reached.map(({ deadline }) => deadline),
    );
    return reached.map(({ deadline, stage, when, late }, index): EventDraft => {
      const payload = about[index]!;
      if (late) return { type: 'proposal.task-overdue.v1', payload: { ...payload, missedAt: iso(deadline.missedAt!) } };
      const type = when === 'EVERY_AFTER' ? 'proposal.task-escalated.v1' : 'proposal.task-due-soon.v1';
      return { type, payload: { ...payload, stage } };
    });
  },
  async moved(tx, all: readonly MovedDeadline[], reason: string): Promise<EventDraft[]> {
    // What stands still has no date to tell of; it is told when it runs again.
    const moved = all.filter(({ before, after }) => before.dueAt !== null && after.dueAt !== null);
    const about = await aboutAll(
      tx,
      proposals,
      moved.map(({ after }) => after),
    );
    return moved.map(({ before }, index): EventDraft => {
      const payload = { ...about[index]!, previousDueAt: iso(before.dueAt!), reason };
      return { type: 'proposal.due-date-moved.v1', payload };
    });
  },
});
