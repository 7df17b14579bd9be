import { setTimeout as sleep } from 'node:timers/promises';
import { localDate } from '@charter/calendar';
import type { Clock, Logger, Loop } from '@charter/service';
import type { DunningStore } from '../store/dunning/dunning.store';

const EVERY_MS = 3_600_000;
/** How far back lists are made when a worker was away, or when the platform is new. */
const MONTHS_BACK = 12;

/** The first days of the months that are over, the latest first. @param today YYYY-MM-DD */
export function monthsOver(today: string): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const index = year * 12 + (month - 1) - (back + 1);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  });
}

export interface InspectionParts {
  readonly dunnings: DunningStore;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Makes the monthly inspection lists (월별 점검) of the months that are over, once each, however many workers run. */
export class InspectionJob implements Loop {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: InspectionParts) {}

  async start(): Promise<void> {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** @returns how many lists were made */
  async runOnce(): Promise<number> {
    const now = this.parts.clock.now();
    let made = 0;
    for (const month of monthsOver(localDate(now))) {
      if (await this.parts.dunnings.makeList(month, now)) made += 1;
    }
    return made;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const made = await this.runOnce();
        if (made > 0) this.parts.log.info({ made }, 'inspection lists were made');
      } catch (error) {
        this.parts.log.error({ err: error }, 'an inspection list could not be made; it is tried again');
      }
      await sleep(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined); // ends early when stopping
    }
  }
}
