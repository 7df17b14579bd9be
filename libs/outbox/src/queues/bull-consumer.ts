import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, type IQueueBackend, type Job, type Processor, Worker, type WorkerOptions } from 'bullmq';
import type { ConsumeOptions, JobHandler, QueueConsumer } from '../queue-backend';
import { within } from '../time';
import type { Trouble } from './trouble';

/** BullMQ counts what crashes a worker and gives up after one; attempts are counted in PostgreSQL, so its own limit is out of the way. */
const NEVER = 1_000_000;
const AFTER_FAULT_MS = 2_000;
const READY_MS = 3_000;

export type AnyWorker = Worker<unknown, void, string, IQueueBackend>;
export type WorkerMaker = (
  queue: string,
  processor: Processor,
  options: Omit<WorkerOptions, 'connection'>,
) => AnyWorker;

/** One BullMQ worker, built again as long as it does not come up, and closed within bounds. */
export class BullConsumer implements QueueConsumer {
  private worker: AnyWorker | undefined;
  private closed = false;
  private readonly abandon = new Set<() => void>();

  constructor(
    private readonly queue: string,
    private readonly handler: JobHandler,
    private readonly options: ConsumeOptions,
    private readonly make: WorkerMaker,
    private readonly trouble: Trouble,
  ) {}

  /** Returns when the worker is up, or after a few seconds while it goes on trying. */
  async start(): Promise<void> {
    await within(READY_MS, this.bringUp());
  }

  /** worker.close() waits for its jobs, and for a server that may be gone, without limit. */
  async close(graceMs: number): Promise<void> {
    this.closed = true;
    const { worker } = this;
    if (!worker || (await within(graceMs, worker.close()))) return;
    const left = new Error(`Jobs were still running after ${graceMs} ms; another worker will take them.`);
    this.trouble.report(left, this.queue);
    for (const abandon of this.abandon) abandon();
    if (await within(1_000, worker.close())) return;
    await within(1_000, worker.disconnect()).catch((error: unknown) => this.trouble.report(error, this.queue));
  }

  private async bringUp(): Promise<void> {
    while (!this.closed) {
      const worker = this.make(this.queue, (job, token) => this.process(job, token), {
        concurrency: this.options.concurrency,
        lockDuration: 5_000,
        stalledInterval: 5_000,
        maxStalledCount: NEVER,
        runRetryDelay: 1_000,
      });
      worker.on('error', (error) => this.trouble.report(error, this.queue));
      this.worker = worker;
      try {
        return await worker.waitUntilReady();
      } catch (error) {
        this.trouble.report(error, this.queue);
        await within(1_000, worker.close(true));
        await sleep(1_000);
      }
    }
  }

  private async process(job: Job, token: string | undefined): Promise<void> {
    let abandon = (): void => undefined;
    const abandoned = new Promise<'abandoned'>((resolve) => (abandon = () => resolve('abandoned')));
    this.abandon.add(abandon);
    const answer = await Promise.race([this.handle(job), abandoned]);
    this.abandon.delete(abandon);
    if (!answer) return;
    // A job that is abandoned, or that cannot be put off because the queue has just gone, is left as it is: its lock runs out in
    // seconds and the next worker has it. Any other error than this one would make BullMQ fail the job for good.
    if (answer !== 'abandoned') await this.putOff(job, answer.retryAfterMs, token);
    throw new DelayedError();
  }

  private async putOff(job: Job, ms: number, token: string | undefined): Promise<void> {
    try {
      await job.moveToDelayed(Date.now() + ms, token);
    } catch (error) {
      this.trouble.report(error, this.queue);
    }
  }

  /** A handler that throws has no opinion on when to come again: soon. Failing the job would lose it. */
  private async handle(job: Job) {
    try {
      return await this.handler({ id: job.id ?? '', data: job.data });
    } catch (error) {
      this.trouble.report(error, this.queue);
      return { retryAfterMs: AFTER_FAULT_MS };
    }
  }
}
