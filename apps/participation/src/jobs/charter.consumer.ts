import type { EntityManager } from 'typeorm';
import type { EventEnvelope } from '@charter/contracts';
import type { Deadlines, DeclaredHolidays } from '@charter/deadlines';
import type { EventHandler } from '@charter/outbox';
import type { Clock } from '@charter/service';
import type { DepartmentStore } from '../store/department.store';
import type { StandardStore } from '../store/standard.store';
import { type DeadlineNews, tellMoved } from './deadline-news';

export interface CharterConsumerParts {
  readonly departments: DepartmentStore;
  readonly standards: StandardStore;
  readonly deadlines: Deadlines;
  readonly holidays: DeclaredHolidays;
  readonly news: readonly DeadlineNews[];
  readonly clock: Clock;
}

/** Hears of departments, standards and declared holidays. A holiday moves every running deadline that it touches, and says so. */
export const charterConsumer = (parts: CharterConsumerParts): EventHandler => ({
  consumer: 'participation-charter',
  async handle(tx, event) {
    const at = new Date(event.occurredAt);
    switch (event.type) {
      case 'department.saved.v1': {
        const { code, closedOn, successorCode } = (event as EventEnvelope<'department.saved.v1'>).payload;
        return parts.departments.remember(tx, { code, closedOn, successorCode });
      }
      case 'standard.saved.v1': {
        const { payload } = event as EventEnvelope<'standard.saved.v1'>;
        return parts.standards.remember(tx, { ...payload, asOf: at });
      }
      case 'holiday.declared.v1': {
        const { payload } = event as EventEnvelope<'holiday.declared.v1'>;
        if (await parts.holidays.declare(tx, payload, at))
          await move(tx, parts, payload.date, `임시공휴일 지정: ${payload.nameKo}`);
        return;
      }
      case 'holiday.revoked.v1': {
        const { date } = (event as EventEnvelope<'holiday.revoked.v1'>).payload;
        if (await parts.holidays.revoke(tx, date, at)) await move(tx, parts, date, '임시공휴일 지정 취소');
      }
    }
  },
});

async function move(
  tx: EntityManager,
  { deadlines, news, clock }: CharterConsumerParts,
  date: string,
  reason: string,
): Promise<void> {
  const moved = await deadlines.recompute(tx, [date], { by: 'system', at: clock.now(), reason });
  await tellMoved(tx, news, moved, reason);
}
