import { type EntityManager, In } from 'typeorm';
import type { Language } from '@charter/contracts';
import { builtIn } from '../domain/texts/edit';
import type { Template, TemplateKey } from '../domain/texts/template-set';
import { TEMPLATE_VERSION } from '../domain/texts/versions';
import { TemplateDraftEntity, TemplateEntity } from './template.entity';

/** A text in both languages: always published together. */
export type Wording = Readonly<Record<Language, Template>>;

/** Which text a notice was planned with. */
export interface TextOf {
  readonly key: TemplateKey;
  readonly version: number;
}

/** The texts that administrators wrote, above those that are built in. */
export class TemplateStore {
  /** The version of new notices by key: the built-in one where nobody published another. One statement. */
  async versions(tx: EntityManager, keys: readonly TemplateKey[]): Promise<(key: TemplateKey) => number> {
    const found: { key: TemplateKey; version: number }[] = await tx.query(
      `SELECT "key", max("version") AS "version" FROM "notice_template" WHERE "key" = ANY ($1) GROUP BY "key"`,
      [keys],
    );
    const byKey = new Map(found.map(({ key, version }) => [key, version]));
    return (key) => byKey.get(key) ?? TEMPLATE_VERSION;
  }

  /** The wording of published versions; undefined for a built-in one. One statement, and none where all are built in. */
  async wordings(tx: EntityManager, texts: readonly TextOf[]): Promise<(text: TextOf) => Wording | undefined> {
    const published = texts.filter(({ version }) => version > TEMPLATE_VERSION);
    if (published.length === 0) return () => undefined;
    const rows = await tx.findBy(TemplateEntity, {
      key: In(published.map(({ key }) => key)),
      version: In(published.map(({ version }) => version)),
    });
    const place = (language: Language) => (text: TextOf) =>
      rows.find((row) => row.key === text.key && row.version === text.version && row.language === language);
    return (text) => {
      const [ko, en] = [place('ko')(text), place('en')(text)];
      return ko && en && { ko, en };
    };
  }

  /** What is sent now, by key. Two statements. */
  async current(tx: EntityManager, keys: readonly TemplateKey[]): Promise<(key: TemplateKey) => TextOf & Wording> {
    const versionOf = await this.versions(tx, keys);
    const wordingOf = await this.wordings(
      tx,
      keys.map((key) => ({ key, version: versionOf(key) })),
    );
    return (key) => {
      const text = { key, version: versionOf(key) };
      return { ...text, ...(wordingOf(text) ?? { ko: builtIn(key, 'ko'), en: builtIn(key, 'en') }) };
    };
  }

  /** All published versions of texts, newest first. */
  history(tx: EntityManager, keys: readonly TemplateKey[]): Promise<TemplateEntity[]> {
    return tx.find(TemplateEntity, {
      where: { key: In([...keys]) },
      order: { version: 'DESC' },
    });
  }

  drafts(tx: EntityManager, keys: readonly TemplateKey[]): Promise<TemplateDraftEntity[]> {
    return tx.findBy(TemplateDraftEntity, { key: In([...keys]) });
  }

  async saveDraft(tx: EntityManager, draft: TemplateDraftEntity): Promise<void> {
    await tx.upsert(TemplateDraftEntity, draft, ['key', 'language']);
  }

  async dropDrafts(tx: EntityManager, key: TemplateKey, language?: Language): Promise<number> {
    const { affected } = await tx.delete(TemplateDraftEntity, language ? { key, language } : { key });
    return affected ?? 0;
  }

  /** One who publishes a text waits for another who does. */
  async lock(tx: EntityManager, key: TemplateKey): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('notice template ' || $1, 0))`, [key]);
  }

  async publish(
    tx: EntityManager,
    { key, version, ...wording }: TextOf & Wording,
    publishedBy: string,
    publishedAt: Date,
  ): Promise<void> {
    const rows = (['ko', 'en'] as const).map((language) => {
      const { subject, body } = wording[language];
      return { key, version, language, subject, body, publishedAt, publishedBy };
    });
    await tx.insert(TemplateEntity, rows);
  }
}
