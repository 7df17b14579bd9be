import { setTimeout as sleep } from 'node:timers/promises';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { type EventDraft, appendEvents } from '@charter/outbox';
import type { Logger, Loop } from '@charter/service';
import { nextReminder } from '../domain/consultations/consultation';
import { consultationPayload } from '../event-payload';
import { ConsultationEntity, ConsultationSlotEntity } from '../store/consultations/consultation.entity';
import { ComplaintEntity } from '../store/complaint.entity';

const POLL_MS = 5_000;
const BATCH = 100;

/** Reminds of consultations that are due to be reminded of, in locked batches, by the database's clock; each stage once. */
export class ConsultationReminders implements Loop {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: { readonly dataSource: DataSource; readonly log: Logger }) {}

  async start(): Promise<void> {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** @returns how many were reminded of */
  async runOnce(): Promise<number> {
    let reminded = 0;
    for (let taken = BATCH; taken === BATCH;) {
      taken = await this.parts.dataSource.transaction((tx) => this.takeBatch(tx));
      reminded += taken;
    }
    return reminded;
  }

  private async takeBatch(tx: EntityManager): Promise<number> {
    const [{ now }] = (await tx.query('SELECT now() AS now')) as [{ now: Date }];
    const due = await tx
      .createQueryBuilder(ConsultationEntity, 'consultation')
      .where(`consultation.status = 'BOOKED' AND consultation.remind_at <= :now`, { now })
      .orderBy('consultation.remind_at')
      .addOrderBy('consultation.id')
      .limit(BATCH)
      .setLock('for_no_key_update')
      .setOnLocked('skip_locked')
      .getMany();
    // What was slept through until it had begun is not reminded of any more.
    const news = await this.newsOf(
      tx,
      due.filter(({ startsAt }) => startsAt > now),
    );
    for (const { id, startsAt } of due) {
      const next = nextReminder(startsAt, now);
      await tx.update(ConsultationEntity, { id }, { remindAt: next?.at ?? null, remindStage: next?.stage ?? null });
    }
    await appendEvents(tx, 'complaints', news);
    return due.length;
  }

  /** Two statements, however many are reminded of. */
  private async newsOf(tx: EntityManager, due: readonly ConsultationEntity[]): Promise<EventDraft[]> {
    const slots = await tx.findBy(ConsultationSlotEntity, { id: In(due.map(({ slotId }) => slotId)) });
    const complaintIds = due.flatMap(({ complaintId }) => complaintId ?? []);
    const complaints = await tx.findBy(ComplaintEntity, { id: In(complaintIds) });
    return due.map((consultation) => {
      const slot = slots.find(({ id }) => id === consultation.slotId)!;
      const complaint = complaints.find(({ id }) => id === consultation.complaintId);
      const payload = consultationPayload(consultation, slot, complaint?.receiptNumber ?? null);
      return {
        type: 'consultation.reminder.v1',
        payload: { ...payload, deadlineId: null, stage: consultation.remindStage! },
      };
    });
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.runOnce();
      } catch (error) {
        this.parts.log.error({ err: error }, 'reminding of consultations failed; it tries again');
      }
      await sleep(POLL_MS, undefined, { signal, ref: false }).catch(() => undefined); // ends early when stopping
    }
  }
}
