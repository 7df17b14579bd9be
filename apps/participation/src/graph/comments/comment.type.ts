import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError, connectionType, graphEnum } from '@charter/service';
import type { Visibility } from '../../domain/moderation/moderation';
import type { AuthorKind, CommentEntity } from '../../store/comments/comment.entity';
import { VisibilityEnum } from '../enums';

const AuthorKindEnum = graphEnum('CommentAuthor', 'Who speaks.', ['PROPOSER', 'CITIZEN', 'OFFICE'], {
  PROPOSER: { description: 'Who proposes.' },
  CITIZEN: { description: 'Another citizen.' },
  OFFICE: { description: 'The department in charge.' },
});

@ObjectType('ProposalComment', { description: 'A comment on a proposal, or an answer to one.' })
export class CommentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The comment that it answers; null: it is about the proposal.' })
  parentId: string | null;

  @Field(() => Int, { description: '1 for one about the proposal, up to 3.' })
  depth: number;

  @Field(() => AuthorKindEnum, { description: 'Who speaks.' })
  author: AuthorKind;

  @Field(() => Int, {
    nullable: true,
    description: 'Tells citizens apart without naming them: the third who spoke here is 3.',
  })
  authorNumber: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it says; null while it is hidden, except for its author and the department.',
  })
  body: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  writtenAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last rewritten.' })
  editedAt: Date | null;

  @Field(() => VisibilityEnum, { description: 'Whether everybody sees it.' })
  visibility: Visibility;

  @Field(() => String, { nullable: true, description: 'Why it was hidden, or shown again.' })
  hiddenReason: string | null;

  @Field(() => Boolean, { description: 'Whether the caller wrote it.' })
  mine: boolean;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;

  proposalId: string;
  /** Whether the caller reads what is hidden. */
  reads: boolean;
}

/** @param department whether the caller speaks for the proposal's department */
export function toCommentType(comment: CommentEntity, callerId: string | undefined, department: boolean): CommentType {
  const mine = comment.authorId === callerId;
  const reads = comment.visibility === 'VISIBLE' || mine || department;
  return {
    id: comment.id,
    parentId: comment.parentId,
    depth: comment.depth,
    author: comment.authorKind,
    authorNumber: comment.authorNumber,
    body: reads ? comment.body : null,
    writtenAt: comment.writtenAt,
    editedAt: comment.editedAt,
    visibility: comment.visibility,
    hiddenReason: comment.hiddenReason,
    mine,
    version: comment.version,
    proposalId: comment.proposalId,
    reads,
  };
}

export const CommentConnection = connectionType('ProposalComment', () => CommentType);

@ObjectType('CommentVersion', { description: 'What a comment said before.' })
export class CommentVersionType {
  @Field(() => String, { description: 'What it said.' })
  body: string;

  @Field(() => DateTime, { description: 'Until when.' })
  replacedAt: Date;
}

@InputType({ description: 'A comment to write.' })
export class CommentOnProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId: string;

  @Field(() => ID, { nullable: true, description: 'The comment to answer; none: the proposal itself.' })
  parentId?: string | null;

  @Field(() => String, { description: 'What is said, 1 to 2,000 characters. Everybody reads it.' })
  body: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'One’s own comment, rewritten.' })
export class EditProposalCommentInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId: string;

  @Field(() => String, { description: 'What it says from now on, 1 to 2,000 characters.' })
  body: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  version?: number | null;
}

@ObjectType()
abstract class CommentPayload {
  @Field(() => CommentType, { nullable: true, description: 'The comment as it is now.' })
  comment: CommentType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

const payloadOf = (mutation: string) => ObjectType({ description: `The answer of ${mutation}.` });

@payloadOf('commentOnProposal')
export class CommentOnProposalPayload extends CommentPayload {}

@payloadOf('editProposalComment')
export class EditProposalCommentPayload extends CommentPayload {}

@payloadOf('hideProposalComment')
export class HideProposalCommentPayload extends CommentPayload {}

@payloadOf('restoreProposalComment')
export class RestoreProposalCommentPayload extends CommentPayload {}

@payloadOf('appealCommentHiding')
export class AppealCommentHidingPayload extends CommentPayload {}

@payloadOf('decideCommentAppeal')
export class DecideCommentAppealPayload extends CommentPayload {}
