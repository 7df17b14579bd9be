import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { accepted } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion, once } from '@charter/service';
import { examines, maySee, owns } from './domain/access';
import { decideComment, decideEdit } from './domain/comments/comment';
import { proposalPayload } from './event-payload';
import type { Handled } from './proposal-desk';
import type { CommentStore } from './store/comments/comment.store';
import type { ProposalStore } from './store/proposals/proposal.store';

export interface CommentParts {
  readonly dataSource: DataSource;
  readonly proposals: ProposalStore;
  readonly comments: CommentStore;
  readonly clock: Clock;
  readonly secret: string;
}

export interface CommentInput {
  readonly proposalId: string;
  readonly parentId: string | null;
  readonly body: string;
}

/** What citizens and the office say about a proposal, three levels deep. */
export class CommentService {
  constructor(private readonly parts: CommentParts) {}

  /** @returns the comment's id */
  add(input: CommentInput, idempotencyKey: string | null, by: Person): Promise<Handled> {
    const { dataSource, proposals, comments, clock, secret } = this.parts;
    const { proposalId, parentId, body } = input;
    const command = { callerId: by.id, operation: 'commentOnProposal', key: idempotencyKey, input, secret };
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const [seen] = await proposals.byIds([proposalId], tx);
      if (!seen || !maySee(by, seen)) return 'NOT_FOUND';
      if (parentId && (await comments.find(tx, parentId))?.proposalId !== proposalId) return 'NOT_FOUND';
      const isOffice = examines(by, seen);
      if (!isOffice && !by.roles.includes('CITIZEN')) return 'FORBIDDEN';
      return once(tx, command, async () => {
        const now = clock.now();
        // One after the other for each person, whichever proposals they speak about.
        const written = isOffice ? [] : await comments.writtenBy(tx, by.id, now);
        const tied = await comments.tied(tx, seen, by.id);
        const proposal = (await proposals.lockAll(tx, tied)).get(proposalId)!;
        const parent = (parentId && (await comments.find(tx, parentId))) || null;
        const decided = decideComment(body, { status: proposal.status, parent, written });
        if (!decided.ok) return decided;
        const kind = isOffice ? 'OFFICE' : owns(by, proposal) ? 'PROPOSER' : 'CITIZEN';
        const id = randomUUID();
        await comments.add(tx, {
          ...{ id, proposalId, parentId, depth: decided.value, authorId: by.id, authorKind: kind, writtenAt: now },
          ...{ body: body.trim(), departmentCode: isOffice ? proposal.departmentCode : null },
          parentPath: parent?.path ?? null,
        });
        await comments.countAnew(tx, tied);
        const replied = parent && parent.authorId !== by.id ? parent.authorId : null;
        const told = replied ?? (kind === 'PROPOSER' ? null : proposal.citizenId);
        if (told) {
          const payload = { ...proposalPayload(proposal), citizenId: told, commentId: id, reply: replied !== null };
          await appendEvents(tx, 'participation', [{ type: 'comment.written.v1', payload }]);
        }
        return accepted(id);
      });
    });
  }

  /** Rewrites one's own comment; what it said before is kept, for everybody to read. */
  edit(id: string, body: string, version: number | null, by: Person): Promise<Handled> {
    const { dataSource, proposals, comments, clock } = this.parts;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const place = await comments.find(tx, id);
      const proposal = place && (await proposals.lock(tx, place.proposalId));
      if (!proposal || !maySee(by, proposal)) return 'NOT_FOUND';
      const comment = (await comments.find(tx, id))!;
      if (comment.authorId !== by.id) return 'FORBIDDEN';
      if (version !== null && version !== comment.version) throw new StaleVersion();
      const decided = decideEdit(body, comment);
      if (!decided.ok) return decided;
      await comments.rewrite(tx, comment, decided.value, clock.now());
      return accepted(id);
    });
  }
}
