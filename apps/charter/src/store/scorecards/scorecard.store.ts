import { type DataSource, type EntityManager, In } from 'typeorm';
import type { ScorecardContent } from '../../domain/scorecards/content';
import type { ScorecardPart } from '../../domain/scorecards/period';
import { ScorecardEntity } from './scorecard.entity';

/** A published scorecard without what it says. */
export type PublishedScorecard = Omit<ScorecardEntity, 'content'>;

export class ScorecardStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of a year, the newest first. */
  ofYear(year: number, part?: ScorecardPart | null, tx = this.dataSource.manager): Promise<PublishedScorecard[]> {
    return tx.find(ScorecardEntity, {
      where: { year, ...(part && { part }) },
      order: { publishedAt: 'DESC', edition: 'DESC' },
    });
  }

  /** Those of a period, the newest first. */
  editionsOf(year: number, part: ScorecardPart, tx = this.dataSource.manager): Promise<PublishedScorecard[]> {
    return tx.find(ScorecardEntity, { where: { year, part }, order: { edition: 'DESC' } });
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(PublishedScorecard | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ScorecardEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((scorecard) => scorecard.id === id));
  }

  /** What took the place of each, in the order of the ids. One statement. */
  async replacing(ids: readonly string[]): Promise<(PublishedScorecard | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ScorecardEntity, { replaces: In([...ids]) });
    return ids.map((id) => found.find(({ replaces }) => replaces === id));
  }

  /** What each says, as the bytes that were published. One statement. */
  async contentsOf(ids: readonly string[]): Promise<(string | undefined)[]> {
    const found = await this.dataSource.manager.find(ScorecardEntity, {
      select: { id: true, content: true },
      where: { id: In([...ids]) },
    });
    return ids.map((id) => found.find((scorecard) => scorecard.id === id)?.content);
  }

  /** What stands of the other parts of a year: of each the newest edition. One statement. */
  async contentsOfParts(year: number, except: ScorecardPart): Promise<ScorecardContent[]> {
    const found = await this.dataSource.manager
      .createQueryBuilder(ScorecardEntity, 'scorecard')
      .select(['scorecard.id', 'scorecard.content'])
      .where('scorecard.year = :year AND scorecard.part <> :except', { year, except })
      .andWhere('NOT EXISTS (SELECT 1 FROM "scorecard" later WHERE later."replaces" = scorecard.id)')
      .getMany();
    return found.map(({ content }) => parseContent(content));
  }

  /** The newest of a period; nothing else of the year is published until the transaction ends. */
  async lockNewest(tx: EntityManager, year: number, part: ScorecardPart): Promise<PublishedScorecard | undefined> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('scorecard'), hashtext($1))`, [String(year)]);
    return (await this.editionsOf(year, part, tx))[0];
  }

  async insert(tx: EntityManager, scorecard: ScorecardEntity): Promise<void> {
    await tx.insert(ScorecardEntity, scorecard);
  }
}

export const parseContent = (content: string): ScorecardContent => JSON.parse(content) as ScorecardContent;
