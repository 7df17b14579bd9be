import { localDate } from '@charter/calendar';
import { accepted } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, once } from '@charter/service';
import { type DataSource, In } from 'typeorm';
import type { Handled } from './desk';
import { maySee } from './domain/access';
import { type FoundFault, decideFault, mayConfirm } from './domain/faults/fault';
import { complaintPayload } from './event-payload';
import type { ComplaintStore } from './store/complaint.store';
import { ConfirmedFaultEntity } from './store/faults/fault.entity';

export interface FaultsParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** Faults of the office besides lateness (행정 착오, 잘못된 안내, 불친절): confirmed once, and paid for. */
export class FaultsService {
  constructor(private readonly parts: FaultsParts) {}

  /** Confirms a fault, and tells: a claim to compensation opens by itself. @returns the id of the complaint */
  confirm(complaintId: string, found: FoundFault, key: string | null | undefined, by: Person): Promise<Handled> {
    const { dataSource, complaints, clock, secret } = this.parts;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const complaint = await complaints.lock(tx, complaintId);
      if (!complaint || !maySee(by, complaint)) return 'NOT_FOUND';
      if (!mayConfirm(by, complaint)) return 'FORBIDDEN';
      const command = { callerId: by.id, operation: 'confirmFault', key, input: { complaintId, ...found }, secret };
      return once(tx, command, async () => {
        const now = clock.now();
        const known = (await tx.findBy(ConfirmedFaultEntity, { complaintId })).map(({ fault }) => fault);
        const decided = decideFault(found, { by: by.id, citizenId: complaint.citizenId, today: localDate(now), known });
        if (!decided.ok) return decided;
        await tx.insert(ConfirmedFaultEntity, { complaintId, ...decided.value, confirmedBy: by.id, confirmedAt: now });
        const { fault, occurredOn } = decided.value;
        await appendEvents(tx, 'complaints', [
          { type: 'complaint.fault-confirmed.v1', payload: { ...complaintPayload(complaint), fault, occurredOn } },
        ]);
        return accepted(complaintId);
      });
    });
  }

  /** The confirmed faults of each complaint, oldest first. One statement. */
  async of(complaintIds: readonly string[]): Promise<ConfirmedFaultEntity[][]> {
    const found = await this.parts.dataSource.manager.find(ConfirmedFaultEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { confirmedAt: 'ASC', fault: 'ASC' },
    });
    return complaintIds.map((id) => found.filter(({ complaintId }) => complaintId === id));
  }
}
