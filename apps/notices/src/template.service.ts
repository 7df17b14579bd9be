import type { DataSource, EntityManager } from 'typeorm';
import { type Language, type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import { decideTemplate } from './domain/texts/edit';
import type { Template, TemplateKey } from './domain/texts/template-set';
import { AdminActionEntity } from './store/notice.entity';
import type { TemplateDraftEntity, TemplateEntity } from './store/template.entity';
import type { TemplateStore } from './store/template.store';

export interface TemplateServiceParts {
  readonly dataSource: DataSource;
  readonly templates: TemplateStore;
  readonly clock: Clock;
}

/** A text in one language as it is sent now, as it is being written, and as it was, newest first. */
export interface EditedText extends Template {
  readonly key: TemplateKey;
  readonly language: Language;
  readonly version: number;
  readonly draft: TemplateDraftEntity | null;
  readonly versions: readonly TemplateEntity[];
}

const NO_DRAFT = refusal(
  'INVALID_STATE',
  '저장된 초안이 없습니다. 먼저 saveNoticeTemplate으로 초안을 저장해 주십시오.',
  'There is no draft. Please save one with saveNoticeTemplate first.',
  'key',
);

/** The words in which people are told, written by administrators: drafts first, and then for everybody from the next notice on. */
export class TemplateService {
  constructor(private readonly parts: TemplateServiceParts) {}

  /** Texts in the order of the keys, with what is being written and what was published. Four statements, however many. */
  async read(keys: readonly TemplateKey[], language: Language): Promise<EditedText[]> {
    const { dataSource, templates } = this.parts;
    const { manager } = dataSource;
    const currentOf = await templates.current(manager, keys);
    const drafts = await templates.drafts(manager, keys);
    const history = await templates.history(manager, keys);
    return keys.map((key) => {
      const current = currentOf(key);
      const mine = (row: { readonly key: TemplateKey; readonly language: Language }) =>
        row.key === key && row.language === language;
      const draft = drafts.find(mine) ?? null;
      return { ...current[language], key, language, version: current.version, draft, versions: history.filter(mine) };
    });
  }

  /** Keeps a draft; nobody is told by it. */
  save(key: TemplateKey, language: Language, written: Template, by: Person): Promise<Outcome<void>> {
    const { dataSource, templates, clock } = this.parts;
    const decided = decideTemplate(key, language, written);
    if (!decided.ok) return Promise.resolve(decided);
    return dataSource.transaction(async (tx) => {
      await templates.lock(tx, key);
      const draft = { key, language, ...decided.value, savedAt: clock.now(), savedBy: by.id };
      await templates.saveDraft(tx, draft);
      await this.note(tx, by, 'saveNoticeTemplate', { key, language });
      return accepted(undefined);
    });
  }

  /** Gives a draft up. */
  discard(key: TemplateKey, language: Language, by: Person): Promise<Outcome<void>> {
    const { dataSource, templates } = this.parts;
    return dataSource.transaction(async (tx) => {
      await templates.lock(tx, key);
      if ((await templates.dropDrafts(tx, key, language)) === 0) return refused(NO_DRAFT);
      await this.note(tx, by, 'discardNoticeTemplate', { key, language });
      return accepted(undefined);
    });
  }

  /**
   * Makes the drafts of a text its next version, from the next notice on; a language without a draft keeps its words. Notices
   * that were planned before keep theirs.
   * @param seen the version that is to be replaced
   * @throws {StaleVersion} when somebody else published another since
   */
  publish(key: TemplateKey, seen: number, by: Person): Promise<Outcome<void>> {
    const { dataSource, templates, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      await templates.lock(tx, key);
      const current = (await templates.current(tx, [key]))(key);
      if (current.version !== seen) throw new StaleVersion();
      const drafts = await templates.drafts(tx, [key]);
      if (drafts.length === 0) return refused(NO_DRAFT);
      const version = current.version + 1;
      const written = Object.fromEntries(drafts.map((draft) => [draft.language, draft]));
      await templates.publish(tx, { ...current, ...written, version }, by.id, clock.now());
      await templates.dropDrafts(tx, key);
      await this.note(tx, by, 'publishNoticeTemplate', { key, version, languages: Object.keys(written) });
      return accepted(undefined);
    });
  }

  private async note(tx: EntityManager, by: Person, action: string, details: object): Promise<void> {
    await tx.insert(AdminActionEntity, { personId: by.id, actedAt: this.parts.clock.now(), action, details });
  }
}
