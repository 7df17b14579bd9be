import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { type Outcome, type Refusal, accepted, refused } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type GivenPerson, textFaults } from '@charter/privacy';
import { type Clock, type Person, StaleVersion, guardedUpdate, once } from '@charter/service';
import { owns } from './domain/access';
import {
  type Method,
  type SlotSeries,
  askedAlready,
  bookedElsewhere,
  decideBooking,
  decideChange,
  decideSlots,
  nextReminder,
  slotTaken,
  slotsOverlap,
} from './domain/consultations/consultation';
import { consultationPayload } from './event-payload';
import { ConsultationEntity, ConsultationSlotEntity } from './store/consultations/consultation.entity';
import type { ConsultationStore } from './store/consultations/consultation.store';
import type { ComplaintStore } from './store/complaint.store';

/** Done, refused with reasons, or not the caller's to know of. */
export type Consulted<T = string> = Outcome<T> | 'NOT_FOUND';

export interface ConsultationsParts {
  readonly dataSource: DataSource;
  readonly consultations: ConsultationStore;
  readonly complaints: ComplaintStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly secret: string;
}

export interface Booking {
  readonly slotId: string;
  readonly petitioner: GivenPerson;
  readonly topic: string;
  readonly complaintId: string | null;
  /** Whether to wait where the slot is taken. */
  readonly waitIfTaken: boolean;
}

/** What each constraint of the database refuses. */
const REFUSALS: Readonly<Record<string, () => Refusal>> = {
  consultation_once_for_a_slot: slotTaken,
  consultation_once_at_a_time: bookedElsewhere,
  consultation_asked_once: askedAlready,
  consultation_slot_of_one_expert: slotsOverlap,
};

/** Runs a transaction; what the database refuses, because somebody was faster, is a refusal. */
async function unlessRefused<T>(work: () => Promise<Consulted<T>>): Promise<Consulted<T>> {
  try {
    return await work();
  } catch (error) {
    const name =
      error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
    const refuse = name === undefined ? undefined : REFUSALS[name];
    if (!refuse) throw error;
    return refused(refuse());
  }
}

/** Consultations (상담 예약): slots, bookings, the waiting list that moves up by itself, and how it went. */
export class ConsultationsService {
  constructor(private readonly parts: ConsultationsParts) {}

  /** Opens a series of slots of the caller's department. @returns their ids */
  open(
    series: SlotSeries & { method: Method; officerId: string | null },
    key: string | null | undefined,
    by: Person,
  ): Promise<Consulted<string[]>> {
    const { dataSource, deadlines, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'openConsultationSlots', key, input: series, secret };
    return unlessRefused(() =>
      dataSource.transaction((tx) =>
        once(tx, command, async (): Promise<Outcome<string[]>> => {
          const decided = decideSlots(series, clock.now(), await deadlines.calendar(tx));
          if (!decided.ok) return decided;
          const { method, officerId, place } = series;
          const rows = decided.value.map(({ startsAt, endsAt }) => ({
            ...{ id: randomUUID(), departmentCode: by.departmentCode!, officerId, method, place: place.trim() },
            ...{ startsAt, endsAt, closedAt: null, openedBy: by.id },
          }));
          await tx.insert(ConsultationSlotEntity, rows);
          return accepted(rows.map(({ id }) => id));
        }),
      ),
    );
  }

  /** Closes a slot; who had it, or waited for it, is told why. */
  closeSlot(id: string, reason: string, by: Person): Promise<Consulted> {
    return this.parts.dataSource.transaction(async (tx): Promise<Consulted> => {
      const slot = await this.parts.consultations.slot(tx, id, 'write');
      if (!slot || slot.departmentCode !== by.departmentCode) return 'NOT_FOUND';
      const faults = textFaults(reason, 500, 'reason');
      if (faults.length > 0) return refused(...faults);
      await this.closeLocked(tx, slot, reason.trim());
      return accepted(id);
    });
  }

  /** Closes the open slots of a day that became a holiday, in the transaction that heard of it. */
  async closeDay(tx: EntityManager, from: Date, to: Date, reason: string): Promise<void> {
    const slots = await tx
      .createQueryBuilder(ConsultationSlotEntity, 'slot')
      .where('slot.closed_at IS NULL AND slot.starts_at >= :from AND slot.starts_at < :to', { from, to })
      .orderBy('slot.id')
      .setLock('for_no_key_update')
      .getMany();
    for (const slot of slots) await this.closeLocked(tx, slot, reason);
  }

  /** Books a slot, or joins its waiting list. The database says who was first. @returns the id of the consultation */
  async book(booking: Booking, key: string | null | undefined, by: Person): Promise<Consulted> {
    const asked = await this.ask(booking, key, by, 'BOOKED');
    const taken = asked !== 'NOT_FOUND' && !asked.ok && asked.refusals[0]!.code === 'SLOT_TAKEN';
    return taken && booking.waitIfTaken ? this.ask(booking, key, by, 'WAITING') : asked;
  }

  /** Cancels; whoever waits longest for the slot moves up, in the same transaction. */
  cancel(id: string, reason: string | null, version: number | null, by: Person): Promise<Consulted> {
    return this.change(id, version, by, async (tx, consultation, slot) => {
      const byCitizen = owns(by, consultation);
      const now = this.parts.clock.now();
      const decided = decideChange('cancel', consultation, now);
      if (!decided.ok) return decided;
      const faults = byCitizen ? [] : textFaults(reason ?? '', 500, 'reason');
      if (faults.length > 0) return refused(...faults);
      const news = [
        await this.cancelOne(tx, consultation, slot, byCitizen ? 'CITIZEN' : 'OFFICE', reason?.trim() ?? null),
      ];
      if (consultation.status === 'BOOKED') news.push(...(await this.moveUp(tx, slot)));
      await appendEvents(tx, 'complaints', news);
      return accepted(id);
    });
  }

  /** Notes that it was held, or that the citizen did not come. */
  record(id: string, held: boolean, version: number | null, by: Person): Promise<Consulted> {
    return this.change(id, version, by, async (tx, consultation, slot) => {
      if (consultation.departmentCode !== by.departmentCode) return 'NOT_FOUND';
      const decided = decideChange('record', consultation, this.parts.clock.now());
      if (!decided.ok) return decided;
      await guardedUpdate(tx, ConsultationEntity, consultation, { status: held ? 'HELD' : 'MISSED', remindAt: null });
      if (!held) {
        const payload = consultationPayload(consultation, slot, await this.receiptOf(tx, consultation));
        await appendEvents(tx, 'complaints', [{ type: 'consultation.missed.v1', payload }]);
      }
      return accepted(id);
    });
  }

  private ask(
    booking: Booking,
    key: string | null | undefined,
    by: Person,
    status: 'BOOKED' | 'WAITING',
  ): Promise<Consulted> {
    const { dataSource, consultations, complaints, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'bookConsultation', key, input: booking, secret };
    return unlessRefused(() =>
      dataSource.transaction(async (tx): Promise<Consulted> => {
        // Nobody closes it meanwhile; and who waits has to see whether it became free: nobody cancels while this looks.
        const slot = await consultations.slot(tx, booking.slotId, status === 'WAITING' ? 'write' : 'read');
        if (!slot) return 'NOT_FOUND';
        const complaint = booking.complaintId ? (await complaints.byIds([booking.complaintId], tx))[0] : undefined;
        if (booking.complaintId && (!complaint || !owns(by, complaint))) return 'NOT_FOUND';
        return once(tx, command, async (): Promise<Outcome<string>> => {
          const now = clock.now();
          const missedAt = await consultations.missedAt(tx, by.id);
          const decided = decideBooking(booking, { slot, missedAt, now });
          if (!decided.ok) return decided;
          const [stillTaken] = status === 'WAITING' ? await this.takenNow(tx, slot.id) : [false];
          const id = randomUUID();
          const reached = stillTaken ? 'WAITING' : 'BOOKED';
          const reminder = reached === 'BOOKED' ? nextReminder(slot.startsAt, now) : null;
          const { topic, petitioner } = decided.value;
          const row: ConsultationEntity = {
            ...{ id, slotId: slot.id, citizenId: by.id, complaintId: booking.complaintId, topic, status: reached },
            ...{ departmentCode: slot.departmentCode, askedAt: now, startsAt: slot.startsAt, endsAt: slot.endsAt },
            ...{
              cancelledBy: null,
              reason: null,
              remindAt: reminder?.at ?? null,
              remindStage: reminder?.stage ?? null,
            },
            ...consultations.sealed(id, petitioner, by.language),
            version: 1,
          };
          await tx.insert(ConsultationEntity, row);
          if (reached === 'BOOKED') {
            const payload = consultationPayload(row, slot, complaint?.receiptNumber ?? null);
            await appendEvents(tx, 'complaints', [{ type: 'consultation.booked.v1', payload }]);
          }
          return accepted(id);
        });
      }),
    );
  }

  private async takenNow(tx: EntityManager, slotId: string): Promise<[boolean]> {
    const found = (await tx.query(
      `SELECT 1 FROM "consultation" WHERE "slot_id" = $1 AND "status" IN ('BOOKED', 'HELD', 'MISSED')`,
      [slotId],
    )) as unknown[];
    return [found.length > 0];
  }

  private change(
    id: string,
    version: number | null,
    by: Person,
    work: (tx: EntityManager, consultation: ConsultationEntity, slot: ConsultationSlotEntity) => Promise<Consulted>,
  ): Promise<Consulted> {
    const { dataSource, consultations } = this.parts;
    return dataSource.transaction(async (tx) => {
      const seen = await consultations.byId(tx, id);
      if (!seen || !(owns(by, seen) || seen.departmentCode === by.departmentCode)) return 'NOT_FOUND';
      // The slot is the lock of everything about it; what was read before it may be old.
      const slot = (await consultations.slot(tx, seen.slotId, 'write'))!;
      const consultation = (await consultations.byId(tx, id))!;
      if (version !== null && version !== consultation.version) throw new StaleVersion();
      return work(tx, consultation, slot);
    });
  }

  private async closeLocked(tx: EntityManager, slot: ConsultationSlotEntity, reason: string): Promise<void> {
    if (slot.closedAt !== null) return;
    await guardedUpdate(tx, ConsultationSlotEntity, slot, { closedAt: this.parts.clock.now() });
    const concerned = await tx.find(ConsultationEntity, { where: { slotId: slot.id }, order: { id: 'ASC' } });
    const news: EventDraft[] = [];
    for (const each of concerned) {
      if (each.status === 'BOOKED' || each.status === 'WAITING')
        news.push(await this.cancelOne(tx, each, slot, 'OFFICE', reason));
    }
    await appendEvents(tx, 'complaints', news);
  }

  private async cancelOne(
    tx: EntityManager,
    consultation: ConsultationEntity,
    slot: ConsultationSlotEntity,
    cancelledBy: 'CITIZEN' | 'OFFICE',
    reason: string | null,
  ): Promise<EventDraft> {
    await guardedUpdate(tx, ConsultationEntity, consultation, {
      status: 'CANCELLED',
      cancelledBy,
      reason,
      remindAt: null,
    });
    const payload = { ...consultationPayload(consultation, slot, await this.receiptOf(tx, consultation)), cancelledBy };
    return { type: 'consultation.cancelled.v1', payload };
  }

  /** Gives a slot that became free to who waits longest for it and has no other appointment then. */
  private async moveUp(tx: EntityManager, slot: ConsultationSlotEntity): Promise<EventDraft[]> {
    const { consultations, clock } = this.parts;
    for (const next of await consultations.waiting(tx, slot.id)) {
      if (await consultations.isBusy(tx, next)) continue;
      const reminder = nextReminder(slot.startsAt, clock.now());
      await guardedUpdate(tx, ConsultationEntity, next, {
        ...{ status: 'BOOKED', remindAt: reminder?.at ?? null, remindStage: reminder?.stage ?? null },
      });
      return [
        { type: 'consultation.moved-up.v1', payload: consultationPayload(next, slot, await this.receiptOf(tx, next)) },
      ];
    }
    return [];
  }

  private async receiptOf(tx: EntityManager, { complaintId }: ConsultationEntity): Promise<string | null> {
    if (!complaintId) return null;
    return (await this.parts.complaints.byIds([complaintId], tx))[0]!.receiptNumber;
  }
}
