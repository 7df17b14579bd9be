import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '@charter/contracts';
import type { TemplateKey } from '../domain/texts/template-set';

/** A text as it was published: one row for each language of a version. Append-only. */
@Entity('notice_template')
export class TemplateEntity {
  @PrimaryColumn('text')
  key: TemplateKey;

  @PrimaryColumn('integer')
  version: number;

  @PrimaryColumn('text')
  language: Language;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('uuid', { name: 'published_by' })
  publishedBy: string;
}

/** A text that is being written: one for each language. */
@Entity('notice_template_draft')
export class TemplateDraftEntity {
  @PrimaryColumn('text')
  key: TemplateKey;

  @PrimaryColumn('text')
  language: Language;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('uuid', { name: 'saved_by' })
  savedBy: string;
}
