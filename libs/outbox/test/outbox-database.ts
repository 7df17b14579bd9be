import { randomUUID } from 'node:crypto';
import { QueryFailedError, type DataSource } from 'typeorm';
import type { EventDraft, Log } from '../src';
import { outboxEntities, outboxMigrations } from '../src';

/** Where a test's handlers write: their effects, to be counted. */
class CreateEffect1790000000000 {
  readonly name = 'CreateEffect1790000000000';

  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('CREATE TABLE effect (event_id uuid NOT NULL, consumer text NOT NULL)');
  }

  async down(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('DROP TABLE effect');
  }
}

export const outboxSchema = { entities: outboxEntities, migrations: outboxMigrations };
export const effectSchema = { entities: outboxEntities, migrations: [...outboxMigrations, CreateEffect1790000000000] };

/** Two consumers. */
export const overdue = (): EventDraft<'complaint.overdue.v1'> => ({
  type: 'complaint.overdue.v1',
  payload: {
    complaintId: randomUUID(),
    receiptNumber: '2026-000001-7',
    citizenId: randomUUID(),
    departmentCode: 'ROADS',
    serviceCode: 'STREETLIGHT',
    officerId: null,
    deadlineId: randomUUID(),
    against: 'STATUTORY',
    dueAt: '2026-11-23T00:00:00+09:00',
    missedAt: '2026-11-23T00:00:00+09:00',
  },
});

/** Only one consumer. */
export const invited = (): EventDraft<'survey.invited.v1'> => ({
  type: 'survey.invited.v1',
  payload: {
    invitationId: randomUUID(),
    surveyId: randomUUID(),
    complaintId: randomUUID(),
    receiptNumber: '2026-000001-7',
    citizenId: randomUUID(),
    departmentCode: 'ROADS',
    expiresAt: '2026-12-23T10:00:00+09:00',
  },
});

/** The worst that can happen to a queue on PostgreSQL; who is at work in it may be in the way. */
export async function dropQueueSchema(dataSource: DataSource, schema = 'charter_queue'): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.query(`DROP SCHEMA ${schema} CASCADE`);
    } catch (error) {
      const deadlock = error instanceof QueryFailedError && error.driverError.code === '40P01';
      if (!deadlock || attempt === 10) throw error;
    }
  }
}

export interface Line {
  readonly level: keyof Log;
  readonly details: object;
  readonly message: string;
}

/** Keeps what was said. */
export function recorder(): Log & { readonly lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: keyof Log) => (details: object, message: string) => void lines.push({ level, details, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
