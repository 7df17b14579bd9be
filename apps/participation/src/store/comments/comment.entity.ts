import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Visibility } from '../../domain/moderation/moderation';

export type AuthorKind = 'PROPOSER' | 'CITIZEN' | 'OFFICE';

/** A comment on a proposal, or an answer to one. */
@Entity('proposal_comment')
export class CommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** Its place in the order of reading: six digits for each level, parted by dots. */
  @Column('text')
  path: string;

  @Column('integer')
  depth: number;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('text', { name: 'author_kind' })
  authorKind: AuthorKind;

  /** Tells citizens apart without naming them: the third who spoke here is citizen 3. */
  @Column('integer', { name: 'author_number', nullable: true })
  authorNumber: number | null;

  /** Whose department speaks, of an officer. */
  @Column('text', { name: 'department_code', nullable: true })
  departmentCode: string | null;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('text', { default: 'VISIBLE' })
  visibility: Visibility;

  @Column('uuid', { name: 'hidden_by', nullable: true })
  hiddenBy: string | null;

  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;

  @Column('text', { name: 'appeal_text', nullable: true })
  appealText: string | null;

  /** When people were erased from it. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;
}

/** What a comment said before it was rewritten. */
@Entity('proposal_comment_version')
export class CommentVersionEntity {
  @PrimaryColumn('uuid', { name: 'comment_id' })
  commentId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'replaced_at' })
  replacedAt: Date;
}
