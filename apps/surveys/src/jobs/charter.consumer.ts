import type { EventEnvelope } from '@charter/contracts';
import { type DeclaredHolidays, type MovingParts, type Successions, moveForHoliday } from '@charter/deadlines';
import type { EventHandler } from '@charter/outbox';
import type { DepartmentStore } from '../store/department.store';

export interface CharterConsumerParts {
  readonly departments: DepartmentStore;
  readonly holidays: DeclaredHolidays;
  readonly successions: Successions;
  readonly moving: MovingParts;
}

/** Hears of departments, who succeeds them, and declared holidays, which move every running deadline that they touch. */
export const charterConsumer = ({
  departments,
  holidays,
  successions,
  moving,
}: CharterConsumerParts): EventHandler => ({
  consumer: 'surveys-charter',
  async handle(tx, event) {
    const at = new Date(event.occurredAt);
    switch (event.type) {
      case 'department.saved.v1': {
        const { code, closedOn, successorCode } = (event as EventEnvelope<'department.saved.v1'>).payload;
        return departments.remember(tx, { code, closedOn, successorCode }, at);
      }
      case 'department.succeeded.v1':
        return successions.hear(tx, (event as EventEnvelope<'department.succeeded.v1'>).payload);
      case 'holiday.declared.v1': {
        const { payload } = event as EventEnvelope<'holiday.declared.v1'>;
        if (await holidays.declare(tx, payload, at))
          await moveForHoliday(tx, payload.date, `임시공휴일 지정: ${payload.nameKo}`, moving);
        return;
      }
      case 'holiday.revoked.v1': {
        const { date } = (event as EventEnvelope<'holiday.revoked.v1'>).payload;
        if (await holidays.revoke(tx, date, at)) await moveForHoliday(tx, date, '임시공휴일 지정 취소', moving);
      }
    }
  },
});
