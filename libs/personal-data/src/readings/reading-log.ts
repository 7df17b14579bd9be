import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ACCESS_LOG, MOST_READ, type Role, type ServiceName } from '@charter/contracts';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type PrivacyKeys, seal } from '@charter/privacy';
import type { Reading } from './readings';

/** Who reads, as far as the log tells. */
export interface Reader {
  readonly id: string;
  readonly role: Role;
  readonly departmentCode: string | null;
  /** Network address. */
  readonly address: string | null;
}

/** Tells the access log of what was read in one service. */
export class ReadingLog {
  constructor(
    private readonly service: ServiceName,
    private readonly keys: PrivacyKeys,
  ) {}

  /**
   * Writes readings in the caller’s transaction, or in one statement of its own: what is shown afterwards is in the log.
   * @param operation by what they were read: root fields of the graph, or the door of a file
   */
  async write(
    tx: EntityManager,
    { id: readerId, role: readerRole, departmentCode, address }: Reader,
    operation: string,
    readings: readonly Reading[],
    at: Date,
  ): Promise<void> {
    const drafts = readings.flatMap(({ purpose, reason, subjects }) =>
      batches(subjects).map((batch): EventDraft<'personal-data.read.v1'> => {
        const readingId = randomUUID();
        const sealed = (column: string, text: string | null) =>
          text === null ? null : seal(this.keys, { table: ACCESS_LOG, column, row: readingId }, text);
        const payload = {
          ...{ readingId, readerId, readerRole, departmentCode, purpose, operation, readAt: at.toISOString() },
          ...{ reason: sealed('reason', reason), address: sealed('address', address) },
          subjects: batch.map((subject) => ({ ...subject, kinds: [...subject.kinds] })),
        };
        return { type: 'personal-data.read.v1', payload, occurredAt: at };
      }),
    );
    await appendEvents(tx, this.service, drafts);
  }
}

const batches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST_READ) }, (_, at) => all.slice(at * MOST_READ, (at + 1) * MOST_READ));
