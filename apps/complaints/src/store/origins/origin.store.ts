import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Origin, OriginKind } from '../../domain/origins/origin';
import { OriginEntity } from './origin.entity';

/** What complaints come from, and what came of it. */
export class OriginStore {
  constructor(private readonly dataSource: DataSource) {}

  async link(tx: EntityManager, complaintId: string, { kind, id }: Origin): Promise<void> {
    await tx.insert(OriginEntity, { complaintId, kind, originId: id });
  }

  /** What each complaint comes from, in their order; null for those that come from nothing else. One statement. */
  async of(complaintIds: readonly string[]): Promise<(OriginEntity | null)[]> {
    const found = await this.dataSource.manager.findBy(OriginEntity, { complaintId: In([...complaintIds]) });
    return complaintIds.map((id) => found.find(({ complaintId }) => complaintId === id) ?? null);
  }

  /** The complaints that came of each thing of a kind, in their order, the oldest first. One statement. */
  async complaintsFrom(kind: OriginKind, ids: readonly string[]): Promise<string[][]> {
    const rows = (await this.dataSource.query(
      `SELECT o."origin_id" AS "originId", o."complaint_id" AS "complaintId"
       FROM "complaint_origin" o JOIN "complaint" c ON c."id" = o."complaint_id"
       WHERE o."kind" = $1 AND o."origin_id" = ANY($2) ORDER BY c."received_at", c."id"`,
      [kind, ids],
    )) as { originId: string; complaintId: string }[];
    return ids.map((id) => rows.filter(({ originId }) => originId === id).map(({ complaintId }) => complaintId));
  }
}
