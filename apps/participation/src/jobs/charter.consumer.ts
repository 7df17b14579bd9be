import type { EventEnvelope } from '@charter/contracts';
import { type DeclaredHolidays, type MovingParts, type Successions, moveForHoliday } from '@charter/deadlines';
import type { EventHandler } from '@charter/outbox';
import type { DepartmentStore } from '../store/department.store';
import type { StandardStore } from '../store/standard.store';

export interface CharterConsumerParts extends Omit<MovingParts, 'service'> {
  readonly departments: DepartmentStore;
  readonly standards: StandardStore;
  readonly holidays: DeclaredHolidays;
  readonly successions: Successions;
}

/** Hears of departments, who succeeds them, standards and declared holidays. A holiday moves every running deadline that it touches, and says so. */
export const charterConsumer = (parts: CharterConsumerParts): EventHandler => ({
  consumer: 'participation-charter',
  async handle(tx, event) {
    const at = new Date(event.occurredAt);
    const moving = { ...parts, service: 'participation' } as const;
    switch (event.type) {
      case 'department.saved.v1': {
        const { code, closedOn, successorCode } = (event as EventEnvelope<'department.saved.v1'>).payload;
        return parts.departments.remember(tx, { code, closedOn, successorCode }, at);
      }
      case 'department.succeeded.v1':
        return parts.successions.hear(tx, (event as EventEnvelope<'department.succeeded.v1'>).payload);
      case 'standard.saved.v1': {
        const { payload } = event as EventEnvelope<'standard.saved.v1'>;
        return parts.standards.remember(tx, { ...payload, asOf: at });
      }
      case 'holiday.declared.v1': {
        const { payload } = event as EventEnvelope<'holiday.declared.v1'>;
        if (await parts.holidays.declare(tx, payload, at))
          await moveForHoliday(tx, payload.date, `임시공휴일 지정: ${payload.nameKo}`, moving);
        return;
      }
      case 'holiday.revoked.v1': {
        const { date } = (event as EventEnvelope<'holiday.revoked.v1'>).payload;
        if (await parts.holidays.revoke(tx, date, at)) await moveForHoliday(tx, date, '임시공휴일 지정 취소', moving);
      }
    }
  },
});
