import type { EntityManager } from 'typeorm';
import { atLocal } from '@charter/calendar';
import type { EventEnvelope } from '@charter/contracts';
import type { Deadlines, DeclaredHolidays, Successions } from '@charter/deadlines';
import type { EventHandler } from '@charter/outbox';
import type { Clock } from '@charter/service';
import type { ConsultationsService } from '../consultations.service';
import type { CatalogueStore } from '../store/catalogue.store';
import type { ComplaintStore } from '../store/complaint.store';
import type { ObjectionStore } from '../store/objections/objection.store';
import { tellMovedObjections } from './announce-objections';
import { tellMoved } from './moved';

export interface CharterConsumerParts {
  readonly catalogue: CatalogueStore;
  readonly complaints: ComplaintStore;
  readonly objections: ObjectionStore;
  readonly deadlines: Deadlines;
  readonly holidays: DeclaredHolidays;
  readonly consulting: ConsultationsService;
  readonly successions: Successions;
  readonly clock: Clock;
}

/** Hears of departments, who succeeds them, and declared holidays. A holiday moves every running deadline that it touches, and says so. */
export const charterConsumer = (parts: CharterConsumerParts): EventHandler => ({
  consumer: 'complaints-charter',
  async handle(tx, event) {
    switch (event.type) {
      case 'department.saved.v1': {
        const { payload } = event as EventEnvelope<'department.saved.v1'>;
        return parts.catalogue.rememberDepartment(tx, payload, new Date(event.occurredAt));
      }
      case 'department.succeeded.v1':
        return parts.successions.hear(tx, (event as EventEnvelope<'department.succeeded.v1'>).payload);
      case 'holiday.declared.v1': {
        const { payload } = event as EventEnvelope<'holiday.declared.v1'>;
        if (await parts.holidays.declare(tx, payload, new Date(event.occurredAt))) {
          await closeDay(tx, parts, payload);
          await move(tx, parts, payload.date, `임시공휴일 지정: ${payload.nameKo}`);
        }
        return;
      }
      case 'holiday.revoked.v1': {
        const { date } = (event as EventEnvelope<'holiday.revoked.v1'>).payload;
        if (await parts.holidays.revoke(tx, date, new Date(event.occurredAt)))
          await move(tx, parts, date, '임시공휴일 지정 취소');
      }
    }
  },
});

/** Nobody is there on a holiday: consultations of that day are cancelled, and who booked them is told. */
const closeDay = (
  tx: EntityManager,
  { consulting }: CharterConsumerParts,
  { date, nameKo }: { date: string; nameKo: string },
): Promise<void> =>
  consulting.closeDay(
    tx,
    atLocal(date, '00:00'),
    atLocal(date, '24:00'),
    `임시공휴일(${nameKo})로 지정되어 상담을 열지 않습니다.`,
  );

async function move(
  tx: EntityManager,
  { deadlines, complaints, objections, clock }: CharterConsumerParts,
  date: string,
  reason: string,
): Promise<void> {
  const moved = await deadlines.recompute(tx, [date], { by: 'system', at: clock.now(), reason });
  await tellMoved(tx, complaints, moved, reason);
  await tellMovedObjections(tx, { objections, complaints }, moved, reason);
}
