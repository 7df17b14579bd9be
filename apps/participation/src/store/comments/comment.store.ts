import { type DataSource, type EntityManager, In } from 'typeorm';
import { type Connection, type Cursors, type Page, pageSize } from '@charter/service';
import { RATES } from '../../domain/comments/comment';
import { VOICE } from '../../domain/ranking/discussion';
import type { ProposalEntity } from '../proposals/proposal.entity';
import { CommentEntity, CommentVersionEntity } from './comment.entity';

const LIST = 'comments in the order of reading';

export interface NewComment extends Pick<
  CommentEntity,
  'id' | 'proposalId' | 'parentId' | 'depth' | 'authorId' | 'authorKind' | 'departmentCode' | 'body' | 'writtenAt'
> {
  readonly parentPath: string | null;
}

/** Comments in the order of reading: each before its answers, and these before the next. */
export class CommentStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  async find(tx: EntityManager, id: string): Promise<CommentEntity | undefined> {
    return (await tx.findOneBy(CommentEntity, { id })) ?? undefined;
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(CommentEntity | undefined)[]> {
    const found = await tx.findBy(CommentEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((comment) => comment.id === id));
  }

  /**
   * The same page of comments of several proposals, in the order of the ids. Two statements, however many.
   * @throws BAD_USER_INPUT for a page size outside 1–100 or a cursor that is not this list's
   */
  async pages(proposalIds: readonly string[], page: Page): Promise<Connection<CommentEntity>[]> {
    const first = pageSize(page.first);
    const after = page.after ? this.cursors.decode(LIST, page.after)[0]! : '';
    const rows = (await this.dataSource.query(
      `SELECT c."id" FROM unnest($1::uuid[]) AS p ("id"), LATERAL (
         SELECT "id" FROM "proposal_comment" WHERE "proposal_id" = p."id" AND "path" > $2 ORDER BY "path" LIMIT $3) c`,
      [proposalIds, after, first + 1],
    )) as { id: string }[];
    const found = await this.dataSource.manager.find(CommentEntity, {
      where: { id: In(rows.map(({ id }) => id)) },
      order: { path: 'ASC' },
    });
    return proposalIds.map((proposalId) => {
      const own = found.filter((comment) => comment.proposalId === proposalId);
      const edges = own.slice(0, first).map((node) => ({ node, cursor: this.cursors.encode(LIST, [node.path]) }));
      return {
        edges,
        pageInfo: {
          hasNextPage: own.length > first,
          hasPreviousPage: Boolean(page.after),
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
        totalCount: () => this.dataSource.manager.countBy(CommentEntity, { proposalId }),
      };
    });
  }

  /** What each comment said before, oldest first. One statement. */
  async versionsOf(ids: readonly string[]): Promise<CommentVersionEntity[][]> {
    const found = await this.dataSource.manager.find(CommentVersionEntity, {
      where: { commentId: In([...ids]) },
      order: { version: 'ASC' },
    });
    return ids.map((id) => found.filter(({ commentId }) => commentId === id));
  }

  /** How many comments somebody has written within each of the rates. Whoever asks next waits until this one is written. */
  async writtenBy(tx: EntityManager, authorId: string, now: Date): Promise<number[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('proposal_comment ' || $1, 0))`, [authorId]);
    const since = RATES.map(({ minutes }) => new Date(now.getTime() - minutes * 60_000));
    const counts = RATES.map((_, index) => `count(*) FILTER (WHERE "written_at" > $${index + 2})::int AS "n${index}"`);
    const [row] = (await tx.query(
      `SELECT ${counts.join(', ')} FROM "proposal_comment" WHERE "author_id" = $1 AND "written_at" > $${RATES.length + 1}`,
      [authorId, ...since],
    )) as [Record<string, number>];
    return RATES.map((_, index) => row[`n${index}`]!);
  }

  /** Writes it behind its neighbours. The proposal has to be locked. */
  async add(tx: EntityManager, { parentPath, ...comment }: NewComment): Promise<void> {
    const [place] = (await tx.query(
      `SELECT
         (SELECT count(*)::int FROM "proposal_comment"
          WHERE "proposal_id" = $1 AND "parent_id" IS NOT DISTINCT FROM $2) AS "neighbours",
         (SELECT max("author_number") FROM "proposal_comment" WHERE "proposal_id" = $1 AND "author_id" = $3) AS "own",
         (SELECT COALESCE(max("author_number"), 0) FROM "proposal_comment" WHERE "proposal_id" = $1) AS "last"`,
      [comment.proposalId, comment.parentId, comment.authorId],
    )) as [{ neighbours: number; own: number | null; last: number }];
    const segment = String(place.neighbours + 1).padStart(6, '0');
    const authorNumber = comment.authorKind === 'CITIZEN' ? (place.own ?? place.last + 1) : null;
    await tx.insert(CommentEntity, {
      ...comment,
      ...{ path: parentPath ? `${parentPath}.${segment}` : segment, authorNumber },
    });
  }

  async rewrite(tx: EntityManager, comment: CommentEntity, body: string, at: Date): Promise<void> {
    const { id, version, body: before } = comment;
    await tx.insert(CommentVersionEntity, { commentId: id, version, body: before, replacedAt: at });
    await tx.update(CommentEntity, { id }, { body, editedAt: at, version: version + 1 });
  }

  /**
   * The proposals whose discussion hangs on the ties between a proposal's citizen and an author (see domain/ranking): lock
   * them, in one order, before a voice is added or taken. Whoever changes the ties of the same two waits until then.
   */
  async tied(tx: EntityManager, { id, citizenId }: ProposalEntity, authorId: string): Promise<string[]> {
    const pair = [citizenId, authorId].sort().join(' ');
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('discussion ' || $1, 0))`, [pair]);
    const rows = (await tx.query(
      `SELECT "id" FROM "proposal" WHERE "id" = $3 OR "citizen_id" IN ($1, $2) AND EXISTS (
         SELECT 1 FROM "proposal_comment" c WHERE c."proposal_id" = "proposal"."id"
           AND c."author_id" = CASE "proposal"."citizen_id" WHEN $1::uuid THEN $2::uuid ELSE $1::uuid END)`,
      [citizenId, authorId, id],
    )) as { id: string }[];
    return rows.map((row) => row.id);
  }

  /** Counts comments and discussion of some proposals anew. They have to be locked. */
  async countAnew(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query(
      `WITH "voice" AS (
         SELECT DISTINCT p."id", p."citizen_id" AS "proposer", c."author_id" AS "author"
         FROM "proposal" p JOIN "proposal_comment" c ON c."proposal_id" = p."id"
         WHERE p."id" = ANY($1) AND c."visibility" = 'VISIBLE' AND c."author_kind" = 'CITIZEN'),
       "tied" AS (
         SELECT "voice"."id", (
           SELECT count(*) FROM "proposal" q WHERE q."citizen_id" IN ("voice"."proposer", "voice"."author")
             AND q."id" <> "voice"."id" AND EXISTS (
               SELECT 1 FROM "proposal_comment" d WHERE d."proposal_id" = q."id" AND d."visibility" = 'VISIBLE'
                 AND d."author_kind" = 'CITIZEN' AND d."author_id" =
                   CASE q."citizen_id" WHEN "voice"."proposer" THEN "voice"."author" ELSE "voice"."proposer" END)
         ) AS "ties" FROM "voice")
       UPDATE "proposal" SET
         "discussion" =
           COALESCE((SELECT sum(floor(${VOICE}.0 / (1 + "ties"))) FROM "tied" WHERE "tied"."id" = "proposal"."id"), 0),
         "comment_count" = (SELECT count(*) FROM "proposal_comment" c
           WHERE c."proposal_id" = "proposal"."id" AND c."visibility" = 'VISIBLE')
       WHERE "id" = ANY($1)`,
      [ids],
    );
  }
}
