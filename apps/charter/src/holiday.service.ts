import type { DataSource } from 'typeorm';
import {
  type DeadlineExplanation,
  type DeadlineInput,
  type Holiday,
  WorkingCalendar,
  explainDeadline,
  localDate,
} from '@charter/calendar';
import type { Outcome } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import type { Clock, Person } from '@charter/service';
import { type Declaration, decideDeclaration, decideRevocation } from './domain/holiday';
import type { HolidayStore } from './store/holiday.store';

export class HolidayService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly holidays: HolidayStore,
    private readonly clock: Clock,
  ) {}

  /** The holidays of a year: the gazette's (or, beyond it, by rule) and the declared ones. */
  async ofYear(year: number): Promise<readonly Holiday[]> {
    return (await this.calendar()).holidays(year);
  }

  /** Declares a holiday; every running deadline that it touches is recomputed by the service that owns it. */
  declare(declaration: Declaration, by: Person): Promise<Outcome<Declaration>> {
    return this.dataSource.transaction(async (tx) => {
      await this.holidays.lock(tx);
      const now = this.clock.now();
      const calendar = new WorkingCalendar(await this.holidays.inForce(tx));
      const decided = decideDeclaration(declaration, localDate(now), calendar.holidayName(declaration.date)?.ko);
      if (!decided.ok) return decided;
      await this.holidays.declare(tx, declaration, by.id, now);
      await appendEvents(tx, 'charter', [{ type: 'holiday.declared.v1', payload: declaration }]);
      return decided;
    });
  }

  /** Takes a declaration back until its day; deadlines move again. */
  revoke(date: string, by: Person): Promise<Outcome<string>> {
    return this.dataSource.transaction(async (tx) => {
      await this.holidays.lock(tx);
      const now = this.clock.now();
      const declared = (await this.holidays.inForce(tx)).some((holiday) => holiday.date === date);
      const decided = decideRevocation(date, localDate(now), declared);
      if (!decided.ok) return decided;
      await this.holidays.revoke(tx, date, by.id, now);
      await appendEvents(tx, 'charter', [{ type: 'holiday.revoked.v1', payload: { date } }]);
      return decided;
    });
  }

  /** @throws {PeriodError} for a period, pause or extension that cannot be counted */
  async preview(input: DeadlineInput): Promise<DeadlineExplanation> {
    return explainDeadline(input, await this.calendar());
  }

  private async calendar(): Promise<WorkingCalendar> {
    return new WorkingCalendar(await this.holidays.inForce());
  }
}
