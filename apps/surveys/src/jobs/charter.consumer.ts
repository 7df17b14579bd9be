import type { EventEnvelope } from '@charter/contracts';
import { type DeclaredHolidays, type MovingParts, moveForHoliday } from '@charter/deadlines';
import type { EventHandler } from '@charter/outbox';

/** Hears of declared holidays: they move every running deadline that they touch. */
export const charterConsumer = (holidays: DeclaredHolidays, moving: MovingParts): EventHandler => ({
  consumer: 'surveys-charter',
  async handle(tx, event) {
    const at = new Date(event.occurredAt);
    if (event.type === 'holiday.declared.v1') {
      const { payload } = event as EventEnvelope<'holiday.declared.v1'>;
      if (await holidays.declare(tx, payload, at))
        await moveForHoliday(tx, payload.date, `임시공휴일 지정: ${payload.nameKo}`, moving);
    } else {
      const { date } = (event as EventEnvelope<'holiday.revoked.v1'>).payload;
      if (await holidays.revoke(tx, date, at)) await moveForHoliday(tx, date, '임시공휴일 지정 취소', moving);
    }
  },
});
