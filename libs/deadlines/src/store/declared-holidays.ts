import type { EntityManager } from 'typeorm';
import { type DeclaredHoliday, WorkingCalendar } from '@charter/calendar';
import { KnownHolidayEntity } from './deadline.entity';

const LOCK = `hashtext('dates by declared holidays')`;

/**
 * From here to the end of the transaction no holiday is declared or revoked: what is computed now is seen by who moves the dates
 * next, and what was declared just now is known. Taken before any deadline is locked, so that nobody waits in a circle; dates
 * do not wait for each other.
 */
export async function keepHolidays(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${LOCK})`);
}

/**
 * Waits for every transaction that computes dates, and keeps others from it until this one ends. It gives way: when it cannot
 * go on it fails, sooner than PostgreSQL would look for a circle (1 s) and stop somebody's work, and the event comes again.
 */
async function changeHolidays(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT set_config('lock_timeout', '5s', true)`);
  await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
  await tx.query(`SELECT set_config('lock_timeout', '700ms', true)`);
}

/** The declared holidays of one service's database, and the calendar that they make. */
export class DeclaredHolidays {
  private known = '[]';
  private made = new WorkingCalendar();

  /**
   * Takes note of a declared holiday, or of its new names.
   * @param at when it was declared (the event's `occurredAt`); what is older than the last word on this date changes nothing
   * @returns whether the day is closed by this: a second time it is not
   */
  declare(tx: EntityManager, { date, nameKo, nameEn }: DeclaredHoliday, at?: Date): Promise<boolean> {
    return this.write(tx, { date, nameKo, nameEn, inForce: true, at });
  }

  /**
   * Takes note that a holiday was revoked, also before its declaration has come.
   * @param at when it was revoked, as for `declare`
   * @returns whether the day is a working day again by this
   */
  revoke(tx: EntityManager, date: string, at?: Date): Promise<boolean> {
    return this.write(tx, { date, nameKo: '', nameEn: '', inForce: false, at });
  }

  /** The calendar as this transaction sees it. Made anew only when the holidays have changed. */
  async calendar(tx: EntityManager): Promise<WorkingCalendar> {
    const rows = await tx.find(KnownHolidayEntity, {
      select: { date: true, nameKo: true, nameEn: true },
      where: { inForce: true },
      order: { date: 'ASC' },
    });
    const known = JSON.stringify(rows);
    if (known !== this.known) {
      this.made = new WorkingCalendar(rows);
      this.known = known;
    }
    return this.made;
  }

  private async write(
    tx: EntityManager,
    { date, nameKo, nameEn, inForce, at }: DeclaredHoliday & { inForce: boolean; at: Date | undefined },
  ): Promise<boolean> {
    await changeHolidays(tx);
    const before = await tx.findOne(KnownHolidayEntity, { where: { date }, lock: { mode: 'for_no_key_update' } });
    const written = (await tx.query(
      `INSERT INTO "declared_holiday" AS known ("date", "name_ko", "name_en", "in_force", "changed_at")
       VALUES ($1, $2, $3, $4, coalesce($5, clock_timestamp()))
       ON CONFLICT ("date") DO UPDATE SET
         "name_ko" = EXCLUDED."name_ko", "name_en" = EXCLUDED."name_en", "in_force" = EXCLUDED."in_force",
         "changed_at" = EXCLUDED."changed_at"
       WHERE known."changed_at" <= EXCLUDED."changed_at"
       RETURNING 1`,
      [date, nameKo, nameEn, inForce, at ?? null],
    )) as unknown[];
    return written.length > 0 && (before?.inForce ?? false) !== inForce;
  }
}
