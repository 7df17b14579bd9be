import { type DataSource, type EntityManager, In } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import { termsOf } from '@charter/korean';
import { ArticleEntity, ArticleVersionEntity } from './article.entity';
import { anyOf } from './search.store';

const ID = { expression: 'article.id', type: 'uuid' } as const;
const NEWEST: ListOrder = {
  name: 'articles by newness',
  direction: 'DESC',
  columns: [{ expression: 'article.published_at', type: 'timestamptz' }, ID],
};
const NEAREST: ListOrder = {
  name: 'articles by likeness',
  direction: 'DESC',
  columns: [
    {
      expression: 'CAST(ts_rank(search.terms, CAST(:search AS tsquery)) AS double precision)',
      type: 'double precision',
    },
    ID,
  ],
};
const OF_DEPARTMENT: ListOrder = { name: 'articles of a department', direction: 'DESC', columns: [ID] };

export class ArticleStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** Published articles: the newest first, or those that answer a search, the nearest first. */
  published(search: string | null, page: Page): Promise<Connection<ArticleEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(ArticleEntity, 'article')
      .where(`article.status = 'PUBLISHED'`);
    if (!search?.trim()) return keysetPage(query, NEWEST, page, this.cursors);
    const terms = termsOf(search);
    // A search of which nothing can be searched for finds nothing, rather than everything.
    const wanted = terms.length > 0 ? anyOf(terms) : `'?'`;
    query
      .innerJoin('knowledge_search', 'search', 'search.article_id = article.id')
      .andWhere('search.terms @@ CAST(:search AS tsquery)', { search: wanted });
    return keysetPage(query, NEAREST, page, this.cursors);
  }

  /** All articles of a department, drafts and withdrawn ones too. */
  ofDepartment(departmentCode: string, page: Page): Promise<Connection<ArticleEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(ArticleEntity, 'article')
      .where('article.department_code = :departmentCode', { departmentCode });
    return keysetPage(query, OF_DEPARTMENT, page, this.cursors);
  }

  /** In the order of the ids. One statement. */
  async byIds(ids: readonly string[]): Promise<(ArticleEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ArticleEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((article) => article.id === id));
  }

  /** The versions of each article, oldest first. One statement. */
  async versionsOf(ids: readonly string[]): Promise<ArticleVersionEntity[][]> {
    const found = await this.dataSource.manager.find(ArticleVersionEntity, {
      where: { articleId: In([...ids]) },
      order: { number: 'ASC' },
    });
    return ids.map((id) => found.filter(({ articleId }) => articleId === id));
  }

  /** The article, locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ArticleEntity | undefined> {
    return (await tx.findOne(ArticleEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  async version(tx: EntityManager, articleId: string, number: number): Promise<ArticleVersionEntity> {
    return tx.findOneByOrFail(ArticleVersionEntity, { articleId, number });
  }

  async insert(tx: EntityManager, article: ArticleEntity): Promise<void> {
    await tx.insert(ArticleEntity, article);
  }

  /** @throws {StaleVersion} when somebody else wrote in between */
  async change(tx: EntityManager, article: ArticleEntity, changes: Partial<ArticleEntity>): Promise<void> {
    await guardedUpdate(tx, ArticleEntity, article, changes);
  }

  /** Adds the next version. @returns its number */
  async addVersion(
    tx: EntityManager,
    version: Pick<ArticleVersionEntity, 'articleId' | 'question' | 'answer' | 'draftedBy' | 'draftedAt'>,
  ): Promise<number> {
    const number = 1 + (await tx.countBy(ArticleVersionEntity, { articleId: version.articleId }));
    await tx.insert(ArticleVersionEntity, { ...version, number });
    return number;
  }

  async mark(
    tx: EntityManager,
    { articleId, number }: Pick<ArticleVersionEntity, 'articleId' | 'number'>,
    marks: Partial<ArticleVersionEntity>,
  ): Promise<void> {
    await tx.update(ArticleVersionEntity, { articleId, number }, marks);
  }

  /** Makes a published article findable; without a text, it is found no more. */
  async index(tx: EntityManager, articleId: string, text?: string): Promise<void> {
    await tx.query('DELETE FROM "knowledge_search" WHERE "article_id" = $1', [articleId]);
    if (text === undefined) return;
    await tx.query(
      'INSERT INTO "knowledge_search" ("article_id", "terms") VALUES ($1, array_to_tsvector($2::text[]))',
      [articleId, termsOf(text)],
    );
  }
}
