import { type DataSource, type EntityManager, In } from 'typeorm';
import { atLocal } from '@charter/calendar';
import type { Language } from '@charter/contracts';
import { type GivenPerson, type PrivacyKeys, open, seal } from '@charter/privacy';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { ConsultationStatus } from '../../domain/consultations/consultation';
import { ConsultationEntity, ConsultationSlotEntity } from './consultation.entity';

const TABLE = 'consultation';

const order = (name: string, alias: string): ListOrder => ({
  name,
  direction: 'ASC',
  columns: [
    { expression: `${alias}.starts_at`, type: 'timestamptz' },
    { expression: `${alias}.id`, type: 'uuid' },
  ],
});

export interface SlotFilter {
  readonly departmentCode: string;
  readonly from: string;
  readonly to: string;
  readonly now: Date;
}

export interface ConsultationFilter {
  readonly citizenId?: string;
  readonly departmentCode?: string;
  readonly status?: readonly ConsultationStatus[] | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Slots and bookings. Names and contacts are sealed for their row. */
export class ConsultationStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
  ) {}

  /** The open slots of a department that lie ahead, both days included. */
  slots({ departmentCode, from, to, now }: SlotFilter, page: Page): Promise<Connection<ConsultationSlotEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(ConsultationSlotEntity, 'slot')
      .where('slot.department_code = :departmentCode AND slot.closed_at IS NULL', { departmentCode })
      .andWhere('slot.starts_at >= :from AND slot.starts_at < :to AND slot.starts_at > :now', {
        ...{ from: atLocal(from, '00:00'), to: atLocal(to, '24:00'), now },
      });
    return keysetPage(query, order('consultation slots', 'slot'), page, this.cursors);
  }

  page(filter: ConsultationFilter, page: Page): Promise<Connection<ConsultationEntity>> {
    const { citizenId, departmentCode, status, from, to } = filter;
    const query = this.dataSource.manager.createQueryBuilder(ConsultationEntity, 'consultation');
    if (citizenId) query.andWhere('consultation.citizen_id = :citizenId', { citizenId });
    if (departmentCode) query.andWhere('consultation.department_code = :departmentCode', { departmentCode });
    if (status?.length) query.andWhere('consultation.status IN (:...status)', { status });
    if (from) query.andWhere('consultation.starts_at >= :from', { from: atLocal(from, '00:00') });
    if (to) query.andWhere('consultation.starts_at < :to', { to: atLocal(to, '24:00') });
    return keysetPage(query, order('consultations', 'consultation'), page, this.cursors);
  }

  /** A slot, locked: `read` keeps it from being closed, `write` keeps everybody from it. */
  slot(tx: EntityManager, id: string, lock: 'read' | 'write'): Promise<ConsultationSlotEntity | null> {
    return tx.findOne(ConsultationSlotEntity, {
      where: { id },
      lock: { mode: lock === 'read' ? 'pessimistic_read' : 'for_no_key_update' },
    });
  }

  async slotsById(ids: readonly string[]): Promise<ConsultationSlotEntity[]> {
    const found = await this.dataSource.manager.findBy(ConsultationSlotEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((slot) => slot.id === id)!);
  }

  byId(tx: EntityManager, id: string): Promise<ConsultationEntity | null> {
    return tx.findOneBy(ConsultationEntity, { id });
  }

  /** Which of the slots are taken. One statement. */
  async taken(slotIds: readonly string[]): Promise<boolean[]> {
    const rows = (await this.dataSource.query(
      `SELECT "slot_id" AS id FROM "consultation" WHERE "slot_id" = ANY($1) AND "status" IN ('BOOKED', 'HELD', 'MISSED')`,
      [slotIds],
    )) as { id: string }[];
    const ids = new Set(rows.map(({ id }) => id));
    return slotIds.map((id) => ids.has(id));
  }

  /** The place in the waiting list, from 1, of each; null for those that do not wait. One statement. */
  async positions(ids: readonly string[]): Promise<(number | null)[]> {
    const rows = (await this.dataSource.query(
      `SELECT mine."id", (SELECT count(*) FROM "consultation" other
         WHERE other."slot_id" = mine."slot_id" AND other."status" = 'WAITING'
           AND (other."asked_at", other."id") <= (mine."asked_at", mine."id"))::int AS position
       FROM "consultation" mine WHERE mine."id" = ANY($1) AND mine."status" = 'WAITING'`,
      [ids],
    )) as { id: string; position: number }[];
    return ids.map((id) => rows.find((row) => row.id === id)?.position ?? null);
  }

  /** Who waits for a slot, first come first. */
  waiting(tx: EntityManager, slotId: string): Promise<ConsultationEntity[]> {
    return tx.find(ConsultationEntity, {
      where: { slotId, status: 'WAITING' },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Whether somebody has another booking that overlaps. */
  async isBusy(tx: EntityManager, { citizenId, startsAt, endsAt }: ConsultationEntity): Promise<boolean> {
    const found = (await tx.query(
      `SELECT 1 FROM "consultation" WHERE "citizen_id" = $1 AND "status" = 'BOOKED' AND "starts_at" < $3 AND "ends_at" > $2`,
      [citizenId, startsAt, endsAt],
    )) as unknown[];
    return found.length > 0;
  }

  /** When a citizen stayed away, the latest first. */
  async missedAt(tx: EntityManager, citizenId: string): Promise<Date[]> {
    const found = await tx.find(ConsultationEntity, {
      where: { citizenId, status: 'MISSED' },
      order: { startsAt: 'DESC' },
      take: 20,
    });
    return found.map(({ startsAt }) => startsAt);
  }

  sealed(
    id: string,
    { name, phone, email }: GivenPerson,
    language: Language,
  ): Pick<ConsultationEntity, 'name' | 'phone' | 'email' | 'language'> {
    const closed = (column: string, value: string | null) =>
      value === null ? null : seal(this.keys, { table: TABLE, column, row: id }, value);
    return { name: closed('name', name)!, phone: closed('phone', phone), email: closed('email', email), language };
  }

  opened({ id, name, phone, email, language }: ConsultationEntity): GivenPerson & { language: Language } {
    const read = (column: string, value: string | null) =>
      value === null ? null : open(this.keys, { table: TABLE, column, row: id }, value);
    return { name: read('name', name)!, phone: read('phone', phone), email: read('email', email), language };
  }
}
