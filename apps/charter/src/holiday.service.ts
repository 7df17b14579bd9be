import type { DataSource, EntityManager } from 'typeorm';
import {
  type DeadlineExplanation,
  type DeadlineInput,
  type Holiday,
  WorkingCalendar,
  explainDeadline,
  localDate,
} from '@charter/calendar';
import type { Outcome } from '@charter/contracts';
import { type DeclaredHolidays, type MovingParts, moveForHoliday } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import type { Person } from '@charter/service';
import { type Declaration, decideDeclaration, decideRevocation } from './domain/holiday';
import type { HolidayStore } from './store/holiday.store';

export interface HolidayServiceParts extends Omit<MovingParts, 'service'> {
  readonly dataSource: DataSource;
  readonly declarations: HolidayStore;
  /** What the charter's own deadlines know of holidays. */
  readonly holidays: DeclaredHolidays;
}

export class HolidayService {
  constructor(private readonly parts: HolidayServiceParts) {}

  /** The holidays of a year: the gazette's (or, beyond it, by rule) and the declared ones. */
  async ofYear(year: number): Promise<readonly Holiday[]> {
    return (await this.calendar()).holidays(year);
  }

  /** Declares a holiday; every running deadline that it touches is recomputed, here at once, elsewhere when it is heard of. */
  declare(declaration: Declaration, by: Person): Promise<Outcome<Declaration>> {
    const { dataSource, declarations, holidays, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      await declarations.lock(tx);
      const now = clock.now();
      const calendar = new WorkingCalendar(await declarations.inForce(tx));
      const decided = decideDeclaration(declaration, localDate(now), calendar.holidayName(declaration.date)?.ko);
      if (!decided.ok) return decided;
      await declarations.declare(tx, declaration, by.id, now);
      await appendEvents(tx, 'charter', [{ type: 'holiday.declared.v1', payload: declaration }]);
      await holidays.declare(tx, declaration, now);
      await this.move(tx, declaration.date, `임시공휴일 지정: ${declaration.nameKo}`);
      return decided;
    });
  }

  /** Takes a declaration back until its day; deadlines move again. */
  revoke(date: string, by: Person): Promise<Outcome<string>> {
    const { dataSource, declarations, holidays, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      await declarations.lock(tx);
      const now = clock.now();
      const declared = (await declarations.inForce(tx)).some((holiday) => holiday.date === date);
      const decided = decideRevocation(date, localDate(now), declared);
      if (!decided.ok) return decided;
      await declarations.revoke(tx, date, by.id, now);
      await appendEvents(tx, 'charter', [{ type: 'holiday.revoked.v1', payload: { date } }]);
      await holidays.revoke(tx, date, now);
      await this.move(tx, date, '임시공휴일 지정 취소');
      return decided;
    });
  }

  /** @throws {PeriodError} for a period, pause or extension that cannot be counted */
  async preview(input: DeadlineInput): Promise<DeadlineExplanation> {
    return explainDeadline(input, await this.calendar());
  }

  private move(tx: EntityManager, date: string, reason: string): Promise<void> {
    return moveForHoliday(tx, date, reason, { ...this.parts, service: 'charter' });
  }

  private async calendar(): Promise<WorkingCalendar> {
    return new WorkingCalendar(await this.parts.declarations.inForce());
  }
}
