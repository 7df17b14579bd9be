import type { ProcessSpec } from './process-spec';
import { type RestartPolicy, SupervisedProcess, USUAL_POLICY, type Watcher } from './supervised-process';

/** Keeps the processes of a stack running, in stages: a later stage needs the earlier ones. */
export class Supervisor {
  private readonly stages: SupervisedProcess[][] = [];
  private stopping?: Promise<void>;

  constructor(
    private readonly watcher: Watcher,
    private readonly policy: RestartPolicy = USUAL_POLICY,
  ) {}

  /** Every process, in the order of their start. */
  get processes(): readonly SupervisedProcess[] {
    return this.stages.flat();
  }

  /** Starts the processes of one stage together and waits until all do their work. @throws when one does not */
  async start(specs: readonly ProcessSpec[]): Promise<void> {
    if (this.stopping) return;
    const stage = specs.map((spec) => new SupervisedProcess(spec, this.watcher, this.policy));
    this.stages.push(stage);
    for (const member of stage) member.start();
    await Promise.all(stage.map((member) => member.ready()));
  }

  /** Stops the stages in reverse. Every call waits for the same stop. @param graceMs milliseconds for each stage */
  stop(graceMs: number): Promise<void> {
    this.stopping ??= this.stopAll(graceMs);
    return this.stopping;
  }

  /** Ends every process at once. */
  kill(): void {
    for (const member of this.processes) member.kill();
  }

  private async stopAll(graceMs: number): Promise<void> {
    for (const stage of [...this.stages].reverse()) {
      await Promise.all(stage.map((member) => member.stop(graceMs)));
    }
  }
}
