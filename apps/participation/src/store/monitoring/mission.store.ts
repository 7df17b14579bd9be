import { type DataSource, type EntityManager, In } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import type { MissionStatus } from '../../domain/monitoring/mission';
import { type Position, boxAround } from '../../domain/monitoring/place';
import { MissionEntity } from './mission.entity';

const MISSIONS: ListOrder = {
  name: 'missions by newness',
  direction: 'DESC',
  columns: [
    { expression: 'mission.starts_at', type: 'timestamptz' },
    { expression: 'mission.id', type: 'uuid' },
  ],
};

export interface MissionFilter {
  readonly recruitmentId?: string | null;
  readonly watchedCode?: string | null;
  readonly status?: readonly MissionStatus[] | null;
  readonly near?: (Position & { readonly withinMetres: number }) | null;
}

/** The mean radius of the earth, as in domain/monitoring/place. */
const DISTANCE = `2 * 6371008.8 * asin(least(1, sqrt(
  sin(radians(mission.latitude - :latitude) / 2) ^ 2
  + cos(radians(:latitude)) * cos(radians(mission.latitude)) * sin(radians(mission.longitude - :longitude) / 2) ^ 2)))`;

/** Missions (점검 과제). */
export class MissionStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  page(filter: MissionFilter, page: Page): Promise<Connection<MissionEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(MissionEntity, 'mission');
    if (filter.recruitmentId) query.andWhere('mission.recruitment_id = :recruitmentId', filter);
    if (filter.watchedCode) query.andWhere('mission.watched_code = :watchedCode', filter);
    if (filter.status?.length) query.andWhere('mission.status IN (:...status)', filter);
    if (filter.near) {
      const { latitude, longitude, withinMetres } = filter.near;
      // The box is what the index knows; the distance is what was asked for.
      query
        .andWhere(
          'point(mission.longitude, mission.latitude) <@ box(point(:west, :south), point(:east, :north))',
          boxAround({ latitude, longitude }, withinMetres),
        )
        .andWhere(`${DISTANCE} <= :withinMetres`, { latitude, longitude, withinMetres });
    }
    return keysetPage(query, MISSIONS, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(MissionEntity | undefined)[]> {
    const found = await tx.findBy(MissionEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((mission) => mission.id === id));
  }

  /** Locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<MissionEntity | undefined> {
    return (await tx.findOne(MissionEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  /** Shared: while it is held nobody calls it off. */
  async share(tx: EntityManager, id: string): Promise<MissionEntity | undefined> {
    return (await tx.findOne(MissionEntity, { where: { id }, lock: { mode: 'pessimistic_read' } })) ?? undefined;
  }

  async insert(tx: EntityManager, mission: Omit<MissionEntity, 'version'>): Promise<void> {
    await tx.insert(MissionEntity, mission as never);
  }

  /** @throws {StaleVersion} when somebody else wrote in between */
  async update(tx: EntityManager, mission: MissionEntity, changes: Partial<MissionEntity>): Promise<void> {
    await guardedUpdate(tx, MissionEntity, mission, changes as never);
  }

  /** The monitors of each mission: who serves, in one of its districts. One statement. */
  async monitorsOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<string[][]> {
    return this.citizens(tx, ids, '');
  }

  /** Those of them who have not reported. One statement. */
  async withoutReport(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<string[][]> {
    const none = `AND NOT EXISTS (SELECT 1 FROM "monitoring_report" r
      WHERE r."mission_id" = m."id" AND r."citizen_id" = a."citizen_id" AND r."status" <> 'WITHDRAWN')`;
    return this.citizens(tx, ids, none);
  }

  private async citizens(tx: EntityManager, ids: readonly string[], also: string): Promise<string[][]> {
    const rows = (await tx.query(
      `SELECT m."id", a."citizen_id" AS "citizenId" FROM "monitoring_mission" m
       JOIN "monitor_application" a ON a."recruitment_id" = m."recruitment_id" AND a."status" = 'APPOINTED'
         AND (m."districts" = '{}' OR a."district" = ANY(m."districts"))
       WHERE m."id" = ANY($1) ${also} ORDER BY a."citizen_id"`,
      [ids],
    )) as { id: string; citizenId: string }[];
    return ids.map((id) => rows.filter((row) => row.id === id).map(({ citizenId }) => citizenId));
  }

  /** A mission whose end, or whose moment to remind, has come, locked; those that somebody has in hand are left out. */
  async due(tx: EntityManager, now: Date): Promise<MissionEntity | undefined> {
    const rows = (await tx.query(
      `SELECT "id" FROM "monitoring_mission" WHERE "status" = 'OPEN' AND ("ends_at" <= $1 OR "remind_at" <= $1)
       ORDER BY "ends_at", "id" LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
      [now],
    )) as { id: string }[];
    return rows[0] && ((await tx.findOneBy(MissionEntity, { id: rows[0].id })) ?? undefined);
  }
}
