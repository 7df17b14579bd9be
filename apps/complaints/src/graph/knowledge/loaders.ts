import DataLoader from 'dataloader';
import type { ArticleEntity, ArticleVersionEntity } from '../../store/knowledge/article.entity';
import type { ArticleStore } from '../../store/knowledge/article.store';

export interface KnowledgeLoaders {
  readonly articles: DataLoader<string, ArticleEntity | undefined>;
  /** The versions of an article, oldest first. */
  readonly articleVersions: DataLoader<string, readonly ArticleVersionEntity[]>;
}

export const knowledgeLoaders = (articles: ArticleStore): KnowledgeLoaders => ({
  articles: new DataLoader((ids) => articles.byIds(ids)),
  articleVersions: new DataLoader((ids) => articles.versionsOf(ids)),
});
