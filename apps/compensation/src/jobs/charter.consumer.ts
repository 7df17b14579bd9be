import type { EventEnvelope } from '@charter/contracts';
import { type DeclaredHolidays, type MovingParts, type Successions, moveForHoliday } from '@charter/deadlines';
import type { EventHandler } from '@charter/outbox';
import type { LetterStore } from '../store/letters/letter.store';

export type CharterConsumerParts = MovingParts & {
  readonly holidays: DeclaredHolidays;
  readonly letters: LetterStore;
  readonly successions: Successions;
};

/** Hears what departments are called, who succeeds them, and of declared holidays: each moves every running deadline that it touches, and says so. */
export const charterConsumer = (parts: CharterConsumerParts): EventHandler => ({
  consumer: 'compensation-charter',
  async handle(tx, event) {
    if (event.type === 'department.succeeded.v1')
      return parts.successions.hear(tx, (event as EventEnvelope<'department.succeeded.v1'>).payload);
    const at = new Date(event.occurredAt);
    if (event.type === 'department.saved.v1') {
      const { code, nameKo, nameEn, phone } = (event as EventEnvelope<'department.saved.v1'>).payload;
      return parts.letters.rememberDepartment(tx, { code, nameKo, nameEn, phone: phone ?? null, asOf: at });
    }
    const { date } = (event as EventEnvelope<'holiday.revoked.v1'>).payload;
    if (event.type === 'holiday.declared.v1') {
      const { payload } = event as EventEnvelope<'holiday.declared.v1'>;
      if (await parts.holidays.declare(tx, payload, at))
        await moveForHoliday(tx, date, `임시공휴일 지정: ${payload.nameKo}`, parts);
    } else if (await parts.holidays.revoke(tx, date, at)) {
      await moveForHoliday(tx, date, '임시공휴일 지정 취소', parts);
    }
  },
});
