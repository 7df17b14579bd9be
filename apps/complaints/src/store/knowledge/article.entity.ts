import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ArticleStatus } from '../../domain/knowledge/article';

/** A knowledge article (유사 민원 매뉴얼) as it stands: what is published, and which draft waits. */
@Entity('knowledge_article')
export class ArticleEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'department_code' })
  departmentCode: string;

  @Column('text', { name: 'service_code' })
  serviceCode: string;

  /** The answered complaint that it was first written from. */
  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @Column('text')
  status: ArticleStatus;

  /** What is published, while it is. */
  @Column('text', { nullable: true })
  question: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('integer', { name: 'published_number', nullable: true })
  publishedNumber: number | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** The version that waits for approval. */
  @Column('integer', { name: 'draft_number', nullable: true })
  draftNumber: number | null;

  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** A version of an article: who wrote, approved and withdrew it. Its text never changes. */
@Entity('knowledge_version')
export class ArticleVersionEntity {
  @PrimaryColumn('uuid', { name: 'article_id' })
  articleId: string;

  @PrimaryColumn('integer')
  number: number;

  @Column('text')
  question: string;

  @Column('text')
  answer: string;

  @Column('uuid', { name: 'drafted_by' })
  draftedBy: string;

  @Column('timestamptz', { name: 'drafted_at' })
  draftedAt: Date;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
