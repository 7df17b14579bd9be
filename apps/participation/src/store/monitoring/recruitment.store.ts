import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Act } from '@charter/deadlines';
import { type GivenPerson, type PrivacyKeys, open, seal } from '@charter/privacy';
import { type Connection, type Cursors, type ListOrder, type Page, guardedUpdate, keysetPage } from '@charter/service';
import type { Application, ApplicationStatus } from '../../domain/monitoring/application';
import type { RecruitmentStatus } from '../../domain/monitoring/recruitment';
import { ApplicationEntity, RecruitmentEntity, RecruitmentHistoryEntity } from './recruitment.entity';

const RECRUITMENTS: ListOrder = {
  name: 'recruitments by newness',
  direction: 'DESC',
  columns: [
    { expression: 'recruitment.announced_at', type: 'timestamptz' },
    { expression: 'recruitment.id', type: 'uuid' },
  ],
};
const APPLICATIONS: ListOrder = {
  name: 'applications in order',
  direction: 'ASC',
  columns: [
    { expression: 'application.applied_at', type: 'timestamptz' },
    { expression: 'application.id', type: 'uuid' },
  ],
};

export interface RecruitmentFilter {
  readonly departmentCode?: string | null;
  readonly status?: readonly RecruitmentStatus[] | null;
}

export interface ApplicationFilter {
  readonly recruitmentId?: string;
  readonly citizenId?: string;
  readonly district?: string | null;
  readonly status?: readonly ApplicationStatus[] | null;
}

const CONTACT = ['name', 'phone', 'email'] as const;
const place = (row: string, column: string) => ({ table: 'monitor_application', column, row });

/** Recruitments, and who applied for them. */
export class RecruitmentStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
  ) {}

  page(filter: RecruitmentFilter, page: Page): Promise<Connection<RecruitmentEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(RecruitmentEntity, 'recruitment');
    if (filter.departmentCode) query.andWhere('recruitment.department_code = :departmentCode', filter);
    if (filter.status?.length) query.andWhere('recruitment.status IN (:...status)', filter);
    return keysetPage(query, RECRUITMENTS, page, this.cursors);
  }

  applicationPage(filter: ApplicationFilter, page: Page): Promise<Connection<ApplicationEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ApplicationEntity, 'application');
    if (filter.recruitmentId) query.andWhere('application.recruitment_id = :recruitmentId', filter);
    if (filter.citizenId) query.andWhere('application.citizen_id = :citizenId', filter);
    if (filter.district) query.andWhere('application.district = :district', filter);
    if (filter.status?.length) query.andWhere('application.status IN (:...status)', filter);
    return keysetPage(query, APPLICATIONS, page, this.cursors);
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(RecruitmentEntity | undefined)[]> {
    const found = await tx.findBy(RecruitmentEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((recruitment) => recruitment.id === id));
  }

  /** Locked until the transaction ends: applications, appointments and the statements of months come one after the other. */
  async lock(tx: EntityManager, id: string): Promise<RecruitmentEntity | undefined> {
    return (await tx.findOne(RecruitmentEntity, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  /** Shared: while it is held nobody issues the statements of a month. */
  async share(tx: EntityManager, id: string): Promise<RecruitmentEntity> {
    return tx.findOneOrFail(RecruitmentEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(tx: EntityManager, recruitment: Omit<RecruitmentEntity, 'version'>, act: Act): Promise<void> {
    await tx.insert(RecruitmentEntity, recruitment as never);
    await this.note(
      tx,
      { recruitmentId: recruitment.id, fromStatus: null, toStatus: recruitment.status },
      'announce',
      act,
    );
  }

  /** Writes a step and its line of history. @throws {StaleVersion} when somebody else wrote in between */
  async step(
    tx: EntityManager,
    recruitment: RecruitmentEntity,
    step: string,
    act: Act,
    changes: Partial<RecruitmentEntity>,
    reason: string | null = null,
  ): Promise<void> {
    await guardedUpdate(tx, RecruitmentEntity, recruitment, changes as never);
    const { id: recruitmentId, status: fromStatus } = recruitment;
    await this.note(tx, { recruitmentId, fromStatus, toStatus: changes.status ?? fromStatus }, step, act, reason);
  }

  private async note(
    tx: EntityManager,
    line: Pick<RecruitmentHistoryEntity, 'recruitmentId' | 'fromStatus' | 'toStatus'>,
    step: string,
    { by, at }: Act,
    reason: string | null = null,
  ): Promise<void> {
    await tx.insert(RecruitmentHistoryEntity, { ...line, changedBy: by, changedAt: at, step, reason });
  }

  /** The steps of each recruitment, oldest first. One statement. */
  async historyOf(ids: readonly string[]): Promise<RecruitmentHistoryEntity[][]> {
    const lines = await this.dataSource.manager.find(RecruitmentHistoryEntity, {
      where: { recruitmentId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => lines.filter(({ recruitmentId }) => recruitmentId === id));
  }

  /** @returns false when this person has applied before, also at the same moment */
  async apply(
    tx: EntityManager,
    row: Pick<ApplicationEntity, 'id' | 'recruitmentId' | 'citizenId' | 'appliedAt'>,
    { applicant, district, motivation }: Application,
  ): Promise<boolean> {
    const sealed = Object.fromEntries(
      CONTACT.map((column) => {
        const value = applicant[column];
        return [column, value === null ? null : seal(this.keys, place(row.id, column), value)];
      }),
    ) as Pick<ApplicationEntity, 'name' | 'phone' | 'email'>;
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(ApplicationEntity)
      .values({ ...row, ...sealed, district, motivation, status: 'APPLIED' })
      .orIgnore()
      .returning('"id"')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async application(tx: EntityManager, id: string): Promise<ApplicationEntity | undefined> {
    return (await tx.findOneBy(ApplicationEntity, { id })) ?? undefined;
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async applications(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<(ApplicationEntity | undefined)[]> {
    const found = await tx.findBy(ApplicationEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((application) => application.id === id));
  }

  /** The application of somebody who serves, locked: what one monitor does comes one after the other. */
  async lockServing(
    tx: EntityManager,
    recruitmentId: string,
    citizenId: string,
  ): Promise<ApplicationEntity | undefined> {
    const found = await tx.findOne(ApplicationEntity, {
      where: { recruitmentId, citizenId, status: 'APPOINTED' },
      lock: { mode: 'for_no_key_update' },
    });
    return found ?? undefined;
  }

  async setStatus(
    tx: EntityManager,
    ids: readonly string[],
    changes: Partial<Pick<ApplicationEntity, 'status' | 'appointedAt' | 'endedAt' | 'endedReason'>>,
  ): Promise<void> {
    if (ids.length > 0) await tx.update(ApplicationEntity, { id: In([...ids]) }, changes);
  }

  /** Who has a status in a recruitment: their ids, the applications’ ids and districts. */
  async inStatus(tx: EntityManager, recruitmentId: string, ...statuses: readonly ApplicationStatus[]) {
    return tx.find(ApplicationEntity, {
      select: { id: true, citizenId: true, district: true, status: true },
      where: { recruitmentId, status: In([...statuses]) },
      order: { id: 'ASC' },
    });
  }

  /** How many serve in each district of each recruitment. One statement. */
  async servingIn(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<Readonly<Record<string, number>>[]> {
    const rows = (await tx.query(
      `SELECT "recruitment_id" AS "id", "district", count(*)::int AS "count" FROM "monitor_application"
       WHERE "recruitment_id" = ANY($1) AND "status" = 'APPOINTED' GROUP BY 1, 2`,
      [ids],
    )) as { id: string; district: string; count: number }[];
    return ids.map((id) =>
      Object.fromEntries(rows.filter((row) => row.id === id).map(({ district, count }) => [district, count])),
    );
  }

  /** The application of one person for each recruitment that was not withdrawn. One statement. */
  async ownApplications(citizenId: string, recruitmentIds: readonly string[]): Promise<(ApplicationEntity | null)[]> {
    const found = await this.dataSource.manager.findBy(ApplicationEntity, {
      ...{ citizenId, recruitmentId: In([...recruitmentIds]) },
    });
    const live = found.filter(({ status }) => status !== 'WITHDRAWN');
    return recruitmentIds.map((id) => live.find(({ recruitmentId }) => recruitmentId === id) ?? null);
  }

  /** Name and contacts of somebody who applied, opened. */
  contactOf(application: Pick<ApplicationEntity, 'id' | 'name' | 'phone' | 'email'>): GivenPerson {
    const opened = (column: (typeof CONTACT)[number]): string | null => {
      const value = application[column];
      return value === null ? null : open(this.keys, place(application.id, column), value);
    };
    return { name: opened('name')!, phone: opened('phone'), email: opened('email') };
  }

  /** The contact of a monitor by the recruitment, for what is told to them; null when there is none. */
  async contactIn(recruitmentId: string, citizenId: string): Promise<GivenPerson | null> {
    const [application] = await this.dataSource.manager.find(ApplicationEntity, {
      where: { recruitmentId, citizenId },
      order: { appliedAt: 'DESC' },
      take: 1,
    });
    return application ? this.contactOf(application) : null;
  }

  /** The names of monitors, opened, in the order of the keys; null where nobody applied. One statement. */
  async namesOf(keys: readonly { recruitmentId: string; citizenId: string }[]): Promise<(string | null)[]> {
    const found = await this.dataSource.manager.find(ApplicationEntity, {
      where: {
        recruitmentId: In([...new Set(keys.map(({ recruitmentId }) => recruitmentId))]),
        citizenId: In([...new Set(keys.map(({ citizenId }) => citizenId))]),
      },
      order: { appliedAt: 'ASC' },
    });
    const names = new Map(found.map((each) => [`${each.recruitmentId} ${each.citizenId}`, this.contactOf(each).name]));
    return keys.map(({ recruitmentId, citizenId }) => names.get(`${recruitmentId} ${citizenId}`) ?? null);
  }

  /** Why somebody serves no more. */
  async endedReasonOf(recruitmentId: string, citizenId: string): Promise<string | null> {
    const found = await this.dataSource.manager.findOneBy(ApplicationEntity, {
      ...{ recruitmentId, citizenId, status: 'DISMISSED' },
    });
    return found?.endedReason ?? null;
  }

  /** Who has applied for each recruitment and is not decided on. One statement. */
  async waitingIn(ids: readonly string[], tx: EntityManager): Promise<string[][]> {
    const found = await tx.find(ApplicationEntity, {
      select: { recruitmentId: true, citizenId: true },
      where: { recruitmentId: In([...ids]), status: 'APPLIED' },
    });
    return ids.map((id) => found.filter(({ recruitmentId }) => recruitmentId === id).map(({ citizenId }) => citizenId));
  }

  /** A recruitment that a date moves on, locked; those that somebody has in hand are left out. @param today in Asia/Seoul */
  async due(tx: EntityManager, now: Date, today: string): Promise<RecruitmentEntity | undefined> {
    const rows = (await tx.query(
      `SELECT r."id" FROM "monitor_recruitment" r JOIN "deadline" d ON d."id" = r."closing_id"
       WHERE r."status" = 'RECRUITING' AND d."due_at" <= $1 OR r."status" = 'SERVING' AND r."term_to" < $2
       ORDER BY r."id" LIMIT 1 FOR NO KEY UPDATE OF r SKIP LOCKED`,
      [now, today],
    )) as { id: string }[];
    return rows[0] && ((await tx.findOneBy(RecruitmentEntity, { id: rows[0].id })) ?? undefined);
  }
}
