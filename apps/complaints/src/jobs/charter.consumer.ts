import type { EntityManager } from 'typeorm';
import type { EventEnvelope } from '@charter/contracts';
import type { Deadlines, DeclaredHolidays, MovedDeadline } from '@charter/deadlines';
import { type EventDraft, type EventHandler, appendEvents } from '@charter/outbox';
import type { Clock } from '@charter/service';
import { promiseOf } from '../domain/deadline-kinds';
import { complaintPayload } from '../event-payload';
import type { CatalogueStore } from '../store/catalogue.store';
import type { ComplaintStore } from '../store/complaint.store';

export interface CharterConsumerParts {
  readonly catalogue: CatalogueStore;
  readonly complaints: ComplaintStore;
  readonly deadlines: Deadlines;
  readonly holidays: DeclaredHolidays;
  readonly clock: Clock;
}

/** A holiday may move every open complaint: their news is written in batches. */
const BATCH = 500;

/** Hears of departments and declared holidays. A holiday moves every running deadline that it touches, and says so. */
export const charterConsumer = (parts: CharterConsumerParts): EventHandler => ({
  consumer: 'complaints-charter',
  async handle(tx, event) {
    switch (event.type) {
      case 'department.saved.v1': {
        const { payload } = event as EventEnvelope<'department.saved.v1'>;
        return parts.catalogue.rememberDepartment(tx, payload, new Date(event.occurredAt));
      }
      case 'holiday.declared.v1': {
        const { payload } = event as EventEnvelope<'holiday.declared.v1'>;
        if (await parts.holidays.declare(tx, payload, new Date(event.occurredAt)))
          await move(tx, parts, payload.date, `임시공휴일 지정: ${payload.nameKo}`);
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

async function move(
  tx: EntityManager,
  { deadlines, complaints, clock }: CharterConsumerParts,
  date: string,
  reason: string,
): Promise<void> {
  const moved = await deadlines.recompute(tx, [date], { by: 'system', at: clock.now(), reason });
  const told = moved.filter(({ after }) => promiseOf(after.kind));
  for (let start = 0; start < told.length; start += BATCH) {
    await appendEvents(tx, 'complaints', await news(tx, complaints, told.slice(start, start + BATCH), reason));
  }
}

async function news(
  tx: EntityManager,
  complaints: ComplaintStore,
  moved: readonly MovedDeadline[],
  reason: string,
): Promise<EventDraft[]> {
  const found = await complaints.byIds(
    moved.map(({ after }) => after.subjectId),
    tx,
  );
  return moved.map(({ before, after }, index) => ({
    type: 'complaint.due-date-moved.v1',
    payload: {
      ...complaintPayload(found[index]!),
      against: promiseOf(after.kind)!,
      deadlineId: after.id,
      previousDueAt: before.dueAt?.toISOString() ?? null,
      dueAt: after.dueAt?.toISOString() ?? null,
      reason,
    },
  }));
}
