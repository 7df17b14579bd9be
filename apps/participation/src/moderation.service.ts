import type { DataSource, EntityManager } from 'typeorm';
import { accepted } from '@charter/contracts';
import { type Deadlines, isOpen, lockDeadlinesOf, granted } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, guardedUpdate } from '@charter/service';
import { examines, heads, maySee } from './domain/access';
import { APPEAL, PERIODS } from './domain/deadline-kinds';
import { MODERATES, type ModerationCommand, type Visibility, decideModeration } from './domain/moderation/moderation';
import { moderationPayload } from './event-payload';
import { type Handled } from './proposal-desk';
import { CommentEntity } from './store/comments/comment.entity';
import type { CommentStore } from './store/comments/comment.store';
import { ProposalEntity } from './store/proposals/proposal.entity';
import type { ProposalStore } from './store/proposals/proposal.store';

export interface ModerationParts {
  readonly dataSource: DataSource;
  readonly proposals: ProposalStore;
  readonly comments: CommentStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** A proposal, or a comment on it. */
interface Thing {
  readonly proposal: ProposalEntity;
  readonly comment: CommentEntity | null;
}

/** Hiding proposals and comments with a reason, and the appeal against it, which somebody else decides. */
export class ModerationService {
  constructor(private readonly parts: ModerationParts) {}

  /** @returns the proposal's id */
  ofProposal(id: string, command: ModerationCommand, by: Person): Promise<Handled> {
    return this.parts.dataSource.transaction(async (tx) => {
      const proposal = await this.parts.proposals.lock(tx, id);
      return proposal ? this.moderate(tx, { proposal, comment: null }, command, by) : 'NOT_FOUND';
    });
  }

  /** @returns the comment's id */
  ofComment(id: string, command: ModerationCommand, by: Person): Promise<Handled> {
    const { dataSource, proposals, comments } = this.parts;
    return dataSource.transaction(async (tx) => {
      const place = await comments.find(tx, id);
      const [seen] = place ? await proposals.byIds([place.proposalId], tx) : [];
      if (!place || !seen) return 'NOT_FOUND';
      const tied = await comments.tied(tx, seen, place.authorId);
      const proposal = (await proposals.lockAll(tx, tied)).get(seen.id)!;
      const comment = (await comments.find(tx, id))!; // as it is now that nobody else changes it
      const handled = await this.moderate(tx, { proposal, comment }, command, by);
      if (handled !== 'NOT_FOUND' && handled !== 'FORBIDDEN' && handled.ok) await comments.countAnew(tx, tied);
      return handled;
    });
  }

  private async moderate(
    tx: EntityManager,
    { proposal, comment }: Thing,
    command: ModerationCommand,
    by: Person,
  ): Promise<Handled> {
    const thing = comment ?? proposal;
    const authorId = comment?.authorId ?? proposal.citizenId;
    if (!maySee(by, proposal)) return 'NOT_FOUND';
    const may = { OFFICE: examines(by, proposal), MANAGER: heads(by, proposal), AUTHOR: by.id === authorId };
    if (!may[MODERATES[command.type]]) return 'FORBIDDEN';
    const decided = decideModeration(thing.visibility, thing.hiddenBy, command, by.id);
    if (!decided.ok) return decided;
    const visibility = decided.value;
    await this.write(tx, { proposal, comment }, changesBy(command, visibility, by));
    await appendEvents(tx, 'participation', [await this.newsOf(tx, { proposal, comment }, command, visibility, by)]);
    return accepted(thing.id);
  }

  private async write(tx: EntityManager, { proposal, comment }: Thing, changes: Changes): Promise<void> {
    if (!comment) return guardedUpdate(tx, ProposalEntity, proposal, changes);
    await tx.update(CommentEntity, { id: comment.id }, changes);
  }

  private async newsOf(
    tx: EntityManager,
    thing: Thing,
    { type }: ModerationCommand,
    visibility: Visibility,
    by: Person,
  ): Promise<EventDraft> {
    const { deadlines, clock } = this.parts;
    const about = moderationPayload(thing.proposal, thing.comment);
    const subject = thing.comment
      ? { subjectType: 'COMMENT', subjectId: thing.comment.id }
      : { subjectType: 'PROPOSAL', subjectId: thing.proposal.id };
    const act = { by: by.id, at: clock.now() };
    if (type === 'hide') return { type: 'moderation.hidden.v1', payload: about };
    if (type === 'appeal') {
      const { departmentCode } = thing.proposal;
      const appeal = await deadlines.open(
        tx,
        { kind: APPEAL, ...subject, departmentCode, ownerId: null, receivedAt: act.at, period: PERIODS.APPEAL },
        act,
      );
      const payload = { ...about, deadlineId: appeal.id, dueAt: appeal.dueAt!.toISOString() };
      return { type: 'moderation.appealed.v1', payload };
    }
    for (const each of await lockDeadlinesOf(tx, [subject.subjectId]))
      if (each.kind === APPEAL && isOpen(each)) granted(await deadlines.meet(tx, each.id, act));
    return { type: 'moderation.decided.v1', payload: { ...about, restored: visibility === 'VISIBLE' } };
  }
}

type Changes = Partial<Pick<ProposalEntity, 'visibility' | 'hiddenBy' | 'hiddenReason' | 'appealText'>>;

function changesBy(command: ModerationCommand, visibility: Visibility, by: Person): Changes {
  switch (command.type) {
    case 'hide':
      return { visibility, hiddenBy: by.id, hiddenReason: command.reason.trim(), appealText: null };
    case 'appeal':
      return { visibility, appealText: command.text.trim() };
    default:
      return visibility === 'VISIBLE'
        ? { visibility, hiddenBy: null, hiddenReason: command.reason.trim() }
        : { visibility, hiddenReason: command.reason.trim() };
  }
}
