import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import { isSeenByAll } from '../domain/access';
import type { CommentStore } from '../store/comments/comment.store';
import type { ProposalStore } from '../store/proposals/proposal.store';

/**
 * The same for comments: who wrote one has no contact here, since a comment is written without one; those with a profile are
 * reached by it. A comment that was hidden meanwhile is no news.
 */
export const commentFactsRoute =
  (
    dataSource: DataSource,
    { proposals, comments }: { proposals: ProposalStore; comments: CommentStore },
  ): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId, deadlineId } = noticeFactsRequest.parse(body);
    const [comment] = await comments.byIds([subjectId]);
    if (!comment) return { stillTrue: false, contact: null, words: {} };
    const [proposal] = await proposals.byIds([comment.proposalId]);
    // Whose comment was answered hears nothing of a proposal that was hidden meanwhile, not even its title.
    if (eventType === 'comment.written.v1' && !isSeenByAll(proposal!) && recipientId !== proposal!.citizenId)
      return { stillTrue: false, contact: null, words: {} };
    const appeal = deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const stillTrue =
      eventType === 'comment.written.v1'
        ? comment.visibility === 'VISIBLE'
        : eventType !== 'moderation.appealed.v1' || appeal?.closedAt === null;
    const words = { title: proposal!.title, ...(comment.hiddenReason && { reason: comment.hiddenReason }) };
    return { stillTrue, contact: null, words };
  };
