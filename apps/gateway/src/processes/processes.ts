import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Logger } from '@charter/service';
import { closeUnaccepted } from './handed-connections';
import { processStarts, processesUp, processesWanted } from './metrics';
import type { ServedSupergraph } from './served-supergraph';

/** Before a process that died is replaced, in milliseconds; doubles while they die young. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 15_000;
/** A process that lived so long did not die of its start. */
const GROWN_UP_MS = 30_000;

export interface ProcessesSettings {
  /** How many take requests. */
  readonly count: number;
  readonly served: ServedSupergraph;
  readonly log: Logger;
}

/**
 * The gateway's processes behind one port: keeps as many running as are wanted. None of them keeps anything that another needs, so one that dies costs the
 * requests that it was answering, and no others.
 */
export class Processes {
  readonly #ready = new Set<number>();
  /** Deaths of the young, one after the other. */
  #youngDeaths = 0;
  #isStopping = false;

  constructor(private readonly settings: ProcessesSettings) {}

  /** How many take requests now. */
  get ready(): number {
    return this.#ready.size;
  }

  /** Starts all of them. @returns when each takes requests. @throws when one ends before it does */
  async start(): Promise<void> {
    cluster.schedulingPolicy = cluster.SCHED_RR;
    processesWanted.set(this.settings.count);
    await Promise.all(
      Array.from({ length: this.settings.count }, async () => {
        const worker = this.#fork();
        const ended = once(worker, 'exit').then(() => Promise.reject(new Error('A process ended at its start.')));
        await Promise.race([isReady(worker), ended]);
      }),
    );
  }

  /** Lets all of them finish what they answer; whoever takes longer than `graceMs` milliseconds is ended. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((one): one is Worker => one !== undefined);
    const impatient = setTimeout(() => workers.forEach((one) => one.process.kill('SIGKILL')), graceMs);
    await Promise.all(
      workers.map((one) => {
        if (one.isDead()) return;
        const ended = once(one, 'exit');
        one.process.kill('SIGTERM');
        return ended;
      }),
    );
    clearTimeout(impatient);
  }

  #fork(): Worker {
    const { log, served } = this.settings;
    const worker = cluster.fork();
    served.hear(worker);
    closeUnaccepted(worker);
    const startedAt = Date.now();
    const line = { process: worker.id, pid: worker.process.pid };
    processStarts.inc();
    void isReady(worker).then(() => {
      if (worker.isDead()) return;
      this.#ready.add(worker.id);
      processesUp.set(this.ready);
      log.info(line, 'process takes requests');
    });
    worker.once('exit', (code: number | null, signal: string | null) => {
      const wasReady = this.#ready.delete(worker.id);
      processesUp.set(this.ready);
      if (this.#isStopping) return;
      this.#youngDeaths = wasReady && Date.now() - startedAt > GROWN_UP_MS ? 0 : this.#youngDeaths + 1;
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, this.#youngDeaths - 1), LONGEST_WAIT_MS);
      log.error({ ...line, code, signal, waitMs }, 'process died; another takes its place');
      setTimeout(() => {
        if (!this.#isStopping) this.#fork();
      }, waitMs);
    });
    return worker;
  }
}

/** What a process says once it takes requests. */
export const READY = 'ready';

const isReady = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    worker.on('message', (message: unknown) => {
      if (message === READY) resolve();
    });
  });
