import { type DataSource, type EntityManager, In } from 'typeorm';
import type { SampleGroup, Stratum } from '../domain/invitations/sampling';
import { AudienceEntity, ServedEntity, ToInviteEntity } from './audience.entity';

/** Of whom a sample is drawn, and what makes the draw the same again. */
export interface Draw {
  readonly from: string;
  readonly to: string;
  readonly seed: string;
}

/** Each citizen who was served in the period once, for one of their complaints: which one is drawn too. $1 from, $2 to, $3 seed. */
const SERVED = `
  SELECT DISTINCT ON ("citizen_id") "citizen_id", "complaint_id", "department_code", "channel" FROM "survey_served"
  WHERE "answered_on" BETWEEN $1 AND $2
  ORDER BY "citizen_id", sha256(convert_to($3 || ' ' || "complaint_id"::text, 'UTF8'))`;

export class AudienceStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes note of who was served. The same complaint answered again is the same service. */
  async serve(tx: EntityManager, served: readonly ServedEntity[]): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(ServedEntity)
      .values(served.map((one) => ({ ...one })))
      .orIgnore()
      .execute();
  }

  /**
   * How many citizens each department served over each channel. Until the transaction ends nobody is added: what is drawn is drawn of the same
   * people that were counted.
   */
  async strata(tx: EntityManager, { from, to, seed }: Draw): Promise<Stratum[]> {
    await tx.query('LOCK TABLE "survey_served" IN SHARE MODE');
    return (await tx.query(
      `SELECT "department_code" AS "departmentCode", "channel", count(*)::int AS population
       FROM (${SERVED}) served GROUP BY 1, 2 ORDER BY 1, 2`,
      [from, to, seed],
    )) as Stratum[];
  }

  async open(tx: EntityManager, audience: AudienceEntity): Promise<void> {
    await tx.insert(AudienceEntity, { ...audience, groups: audience.groups as never });
  }

  /** Draws the planned number of each group, in the order of a hash of seed and citizen: the same seed draws the same people. */
  async draw(
    tx: EntityManager,
    audienceId: string,
    { from, to, seed }: Draw,
    groups: readonly SampleGroup[],
  ): Promise<void> {
    const strata = groups.flatMap((group, index) =>
      group.strata.map((stratum) => ({
        ...{ of: stratum.departmentCode, over: stratum.channel, part: index, drawn: group.drawn },
        ...{ departmentCode: group.departmentCode, channel: group.channel },
      })),
    );
    await tx.query(
      `INSERT INTO "survey_to_invite" ("audience_id", "citizen_id", "complaint_id", "department_code", "channel")
       SELECT $4, "citizen_id", "complaint_id", "group_department", "group_channel" FROM (
         SELECT served."citizen_id", served."complaint_id", s."departmentCode" AS "group_department", s."channel" AS "group_channel", s."drawn",
                row_number() OVER (PARTITION BY s."part" ORDER BY sha256(convert_to($3 || ' ' || served."citizen_id"::text, 'UTF8'))) AS place
         FROM (${SERVED}) served
         JOIN jsonb_to_recordset($5::jsonb)
           AS s("of" text, "over" text, "part" int, "drawn" int, "departmentCode" text, "channel" text)
           ON s."of" = served."department_code" AND s."over" = served."channel") ranked
       WHERE place <= "drawn"`,
      [from, to, seed, audienceId, JSON.stringify(strata)],
    );
  }

  /** Takes a list in; who stands on it twice is one. */
  async list(tx: EntityManager, audienceId: string, citizenIds: readonly string[]): Promise<void> {
    await tx.query(`INSERT INTO "survey_to_invite" ("audience_id", "citizen_id") SELECT $1, unnest($2::uuid[])`, [
      audienceId,
      citizenIds,
    ]);
  }

  /** The oldest audience that is not invited whole, locked for this transaction; another worker takes the next one. */
  async nextOpen(tx: EntityManager): Promise<AudienceEntity | undefined> {
    return (
      (await tx
        .createQueryBuilder(AudienceEntity, 'audience')
        .where('audience.finished_at IS NULL')
        .orderBy('audience.created_at')
        .limit(1)
        .setLock('for_no_key_update')
        .setOnLocked('skip_locked')
        .getOne()) ?? undefined
    );
  }

  /** Takes some who are still to be invited, in the order of their ids. */
  async take(tx: EntityManager, audienceId: string, most: number): Promise<ToInviteEntity[]> {
    const { raw } = await tx
      .createQueryBuilder()
      .delete()
      .from(ToInviteEntity)
      .where(
        `("audience_id", "citizen_id") IN (SELECT "audience_id", "citizen_id" FROM "survey_to_invite"
          WHERE "audience_id" = :audienceId ORDER BY "citizen_id" LIMIT :most)`,
        { audienceId, most },
      )
      .returning('*')
      .execute();
    return (raw as Record<string, string | null>[]).map((row) => ({
      audienceId: row['audience_id']!,
      citizenId: row['citizen_id']!,
      complaintId: row['complaint_id']!,
      departmentCode: row['department_code']!,
      channel: row['channel']!,
    }));
  }

  async progress(
    tx: EntityManager,
    id: string,
    step: { invited: number; known: number },
    finishedAt: Date | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE "survey_audience" SET "invited" = "invited" + $2, "known" = "known" + $3, "finished_at" = $4 WHERE "id" = $1`,
      [id, step.invited, step.known, finishedAt],
    );
  }

  /** Ends inviting before everybody was: the survey has closed. Those who were invited are the audience then. */
  async end(tx: EntityManager, id: string, finishedAt: Date): Promise<void> {
    await tx.delete(ToInviteEntity, { audienceId: id });
    await tx.query(`UPDATE "survey_audience" SET "size" = "invited" + "known", "finished_at" = $2 WHERE "id" = $1`, [
      id,
      finishedAt,
    ]);
  }

  /** The audiences of each questionnaire, oldest first. One statement. */
  async ofSurveys(surveyIds: readonly string[]): Promise<AudienceEntity[][]> {
    const found = await this.dataSource.manager.find(AudienceEntity, {
      where: { surveyId: In([...surveyIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return surveyIds.map((id) => found.filter(({ surveyId }) => surveyId === id));
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(AudienceEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(AudienceEntity, { id: In([...ids]) });
    const byId = new Map(found.map((audience) => [audience.id, audience]));
    return ids.map((id) => byId.get(id));
  }
}
