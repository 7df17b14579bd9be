import type { EntityManager } from 'typeorm';
import { type DeclaredHoliday, WorkingCalendar } from '@charter/calendar';
import { KnownHolidayEntity } from './deadline.entity';

/** The declared holidays of one service's database, and the calendar that they make. */
export class DeclaredHolidays {
  private known = '[]';
  private made = new WorkingCalendar();

  /** @returns whether it was new; a second time, or with other names, nothing moves */
  async declare(tx: EntityManager, holiday: DeclaredHoliday): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(KnownHolidayEntity)
      .values({ ...holiday })
      .orIgnore()
      .returning('"date"')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** @returns whether it was known */
  async revoke(tx: EntityManager, date: string): Promise<boolean> {
    return Boolean((await tx.delete(KnownHolidayEntity, { date })).affected);
  }

  /** The calendar as this transaction sees it. Made anew only when the holidays have changed. */
  async calendar(tx: EntityManager): Promise<WorkingCalendar> {
    const rows = await tx.find(KnownHolidayEntity, { order: { date: 'ASC' } });
    const known = JSON.stringify(rows);
    if (known !== this.known) {
      this.made = new WorkingCalendar(rows);
      this.known = known;
    }
    return this.made;
  }
}
