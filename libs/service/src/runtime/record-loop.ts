import { type Head, seal, waitingEntries } from '@charter/record';
import type { DataSource } from 'typeorm';
import type { Logger } from './logger';
import { PollingLoop } from './polling-loop';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

/** Figures of the record for Prometheus: help by name. */
export const RECORD_GAUGES = {
  charter_record_waiting: 'Entries of the record that are not linked yet.',
  charter_record_oldest_seconds: 'Age of the oldest of them, in seconds.',
};

export async function recordFigures(dataSource: DataSource): Promise<Record<keyof typeof RECORD_GAUGES, number>> {
  const { waiting, oldestSeconds } = await waitingEntries(dataSource);
  return { charter_record_waiting: waiting, charter_record_oldest_seconds: oldestSeconds };
}

/**
 * Links what was recorded into the chain, every second. Every hour in which it linked something, and when it stops, it logs the head:
 * logs are kept elsewhere, so the end of the chain cannot be cut off unseen (`npm run record:verify -- <service> --head <seq>:<hash>`).
 */
export class RecordLoop extends PollingLoop {
  private goOn = true;
  private head: Head | undefined;
  private toldAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {
    super({ everyMs: SECOND_MS, what: 'linking the record', log });
  }

  async runOnce(): Promise<void> {
    const { head } = await seal(this.dataSource, () => this.goOn);
    this.head = head ?? this.head;
    if (performance.now() - this.toldAt >= HOUR_MS) this.tell();
  }

  override async stop(graceMs: number): Promise<void> {
    this.goOn = false;
    await super.stop(graceMs);
    this.tell();
  }

  private tell(): void {
    if (!this.head) return;
    this.log.info({ head: `${this.head.seq}:${this.head.hash}` }, 'the record is linked as far as this');
    this.head = undefined;
    this.toldAt = performance.now();
  }
}
