import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Threshold } from '../../domain/endorsements/threshold';
import { ThresholdEntity } from './examination.entity';
import { EndorsementEntity, FollowEntity, ProposalEntity } from './proposal.entity';

/** Endorsements (공감), the thresholds from which a department answers, and who follows a proposal. */
export class EndorsementStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Which of these proposals a citizen has endorsed. One statement. */
  async endorsedBy(citizenId: string, ids: readonly string[]): Promise<boolean[]> {
    const found = await this.dataSource.manager.findBy(EndorsementEntity, { citizenId, proposalId: In([...ids]) });
    return ids.map((id) => found.some(({ proposalId }) => proposalId === id));
  }

  /** @returns whether it was written; false when this citizen's stands already, also when two come at once. Count it after. */
  async endorse(tx: EntityManager, proposalId: string, citizenId: string, at: Date): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(EndorsementEntity)
      .values({ proposalId, citizenId, endorsedAt: at })
      .orIgnore()
      .returning('citizen_id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Counts one more. @returns the proposal as it is now, locked from here on */
  async countOne(tx: EntityManager, id: string): Promise<ProposalEntity | undefined> {
    await this.add(tx, id, 1);
    return (await tx.findOneBy(ProposalEntity, { id })) ?? undefined;
  }

  /** @returns whether there was one to take back */
  async withdraw(tx: EntityManager, proposalId: string, citizenId: string): Promise<boolean> {
    const { affected } = await tx.delete(EndorsementEntity, { proposalId, citizenId });
    if (!affected) return false;
    await this.add(tx, proposalId, -1);
    return true;
  }

  /** Brings the endorsements and followers of merged proposals over, each person once, and never its own proposer. */
  async bringOver(tx: EntityManager, fromIds: readonly string[], into: ProposalEntity): Promise<number> {
    const endorsed = (await tx.query(
      `INSERT INTO "endorsement" ("proposal_id", "citizen_id", "endorsed_at")
       SELECT $1, "citizen_id", min("endorsed_at") FROM "endorsement"
       WHERE "proposal_id" = ANY($2) AND "citizen_id" <> $3 GROUP BY "citizen_id"
       ON CONFLICT DO NOTHING RETURNING "citizen_id"`,
      [into.id, fromIds, into.citizenId],
    )) as unknown[];
    await tx.query(
      `INSERT INTO "proposal_follow" ("proposal_id", "citizen_id", "followed_at")
       SELECT $1, "citizen_id", min("at") FROM (
         SELECT "citizen_id", "followed_at" AS "at" FROM "proposal_follow" WHERE "proposal_id" = ANY($2)
         UNION ALL SELECT "citizen_id", "submitted_at" FROM "proposal" WHERE "id" = ANY($2)) AS person
       WHERE "citizen_id" <> $3 GROUP BY "citizen_id" ON CONFLICT DO NOTHING`,
      [into.id, fromIds, into.citizenId],
    );
    return this.add(tx, into.id, endorsed.length);
  }

  private async add(tx: EntityManager, id: string, by: number): Promise<number> {
    const [[row]] = (await tx.query(
      `UPDATE "proposal" SET "endorsement_count" = "endorsement_count" + $2 WHERE "id" = $1 RETURNING "endorsement_count"`,
      [id, by],
    )) as [[{ endorsement_count: number }], number];
    return row.endorsement_count;
  }

  async thresholds(tx: EntityManager = this.dataSource.manager): Promise<ThresholdEntity[]> {
    return tx.find(ThresholdEntity, { order: { departmentCode: 'ASC', validFrom: 'DESC' } });
  }

  /** One for each department and day: a later word on the same day replaces the earlier. */
  async saveThreshold(tx: EntityManager, threshold: Threshold): Promise<void> {
    await tx.query(
      `INSERT INTO "endorsement_threshold" ("id", "department_code", "valid_from", "endorsements", "answer_days")
       VALUES (gen_random_uuid(), $1, $2, $3, $4) ON CONFLICT ON CONSTRAINT "endorsement_threshold_once"
       DO UPDATE SET "endorsements" = excluded."endorsements", "answer_days" = excluded."answer_days"`,
      [threshold.departmentCode, threshold.validFrom, threshold.endorsements, threshold.answerDays],
    );
  }

  /** @returns whether it is new */
  async follow(tx: EntityManager, proposalId: string, citizenId: string, at: Date): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(FollowEntity)
      .values({ proposalId, citizenId, followedAt: at })
      .orIgnore()
      .returning('citizen_id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** @returns whether there was one */
  async unfollow(tx: EntityManager, proposalId: string, citizenId: string): Promise<boolean> {
    return Boolean((await tx.delete(FollowEntity, { proposalId, citizenId })).affected);
  }

  async followersOf(tx: EntityManager, proposalId: string): Promise<string[]> {
    const found = await tx.find(FollowEntity, { where: { proposalId }, order: { citizenId: 'ASC' } });
    return found.map(({ citizenId }) => citizenId);
  }

  /** Which of these proposals a citizen follows. One statement. */
  async followedBy(citizenId: string, ids: readonly string[]): Promise<boolean[]> {
    const found = await this.dataSource.manager.findBy(FollowEntity, { citizenId, proposalId: In([...ids]) });
    return ids.map((id) => found.some(({ proposalId }) => proposalId === id));
  }
}
