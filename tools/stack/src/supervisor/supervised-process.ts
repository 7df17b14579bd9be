import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { compiled } from '../home';
import { StackError } from '../stack-error';
import type { ProcessSpec } from './process-spec';

export type ProcessState = 'starting' | 'ready' | 'waiting' | 'failed' | 'stopping' | 'stopped';

/** When a process that dies is started again. All times in milliseconds. */
export interface RestartPolicy {
  /** A death this soon after the start is a quick one. */
  readonly quickMs: number;
  /** So many quick deaths in a row, and it is left. */
  readonly maxQuickDeaths: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  readonly readyMs: number;
}

export const USUAL_POLICY: RestartPolicy = {
  quickMs: 10_000,
  maxQuickDeaths: 5,
  backoffMs: 250,
  maxBackoffMs: 5_000,
  readyMs: 60_000,
};

export interface Watcher {
  line(name: string, line: string): void;
  /** What the supervisor itself has to say of a process. */
  note(name: string, note: string): void;
  changed(process: SupervisedProcess): void;
}

const KEPT_LINES = 40;

/** One process that is kept running until it is stopped or dies too often. */
export class SupervisedProcess {
  state: ProcessState = 'stopped';
  readonly lines: string[] = [];
  private child?: ChildProcess;
  private ended: Promise<void> = Promise.resolve();
  private quickDeaths = 0;
  private fault?: Error;

  constructor(
    readonly spec: ProcessSpec,
    private readonly watcher: Watcher,
    private readonly policy: RestartPolicy,
  ) {}

  /** The process id while it runs. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    if (this.state === 'stopping') return;
    this.change('starting');
    const startedAt = Date.now();
    // Its own group and session: Ctrl-C reaches the supervisor alone, which then stops everything in order.
    const child = spawn(
      process.execPath,
      ['--require', compiled('liveness/main.js'), this.spec.script, ...this.spec.args],
      { env: this.spec.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
    );
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => this.keepLine(line));
    }
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        this.keepLine(error.message);
        if (child.pid === undefined) resolve(this.died(startedAt, error.message));
      });
      child.once('exit', (code, signal) => resolve(this.died(startedAt, signal ?? `code ${code}`)));
    });
    void this.probe(child);
  }

  /** Waits until it does its work. @throws when it was given up, or takes too long */
  async ready(): Promise<void> {
    const deadline = Date.now() + this.policy.readyMs;
    while (this.state !== 'ready') {
      if (this.fault) throw this.fault;
      if (this.state === 'failed') throw this.spec.explain?.(this.lines) ?? this.unexplained('dies at every start');
      if (this.state === 'stopping') throw new StackError('The start was broken off.');
      if (Date.now() > deadline) throw this.unexplained(`is not ready after ${this.policy.readyMs / 1000} s`);
      await sleep(25);
    }
  }

  /** Asks it to end, and forces it after the grace. @param graceMs milliseconds */
  async stop(graceMs: number): Promise<void> {
    this.change('stopping');
    const force = setTimeout(() => this.kill(), graceMs);
    this.child?.kill('SIGTERM');
    await this.ended;
    clearTimeout(force);
    this.change('stopped');
  }

  /** Ends it at once, with whatever it started. */
  kill(): void {
    this.state = 'stopping';
    if (this.child?.pid === undefined) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      this.child.kill('SIGKILL'); // no group of that number: it is ending already
    }
  }

  private died(startedAt: number, how: string): void {
    this.child = undefined;
    if (this.state === 'stopping') return;
    this.quickDeaths = Date.now() - startedAt < this.policy.quickMs ? this.quickDeaths + 1 : 0;
    if (this.quickDeaths >= this.policy.maxQuickDeaths) {
      this.watcher.note(
        this.spec.name,
        `ended ${this.quickDeaths} times soon after its start (${how}): it is left stopped.`,
      );
      this.change('failed');
      return;
    }
    const pause = Math.min(this.policy.backoffMs * 2 ** this.quickDeaths, this.policy.maxBackoffMs);
    this.watcher.note(this.spec.name, `ended (${how}), started again in ${pause} ms.`);
    this.change('waiting');
    setTimeout(() => {
      if (this.state === 'waiting') this.start();
    }, pause);
  }

  private async probe(child: ChildProcess): Promise<void> {
    while (this.child === child && this.state === 'starting') {
      try {
        if ((await this.spec.probe()) && this.child === child && this.state === 'starting') this.change('ready');
      } catch (error) {
        this.fault = error as Error;
        return;
      }
      await sleep(50);
    }
  }

  private unexplained(what: string): StackError {
    const said = this.lines.slice(-8).map((line) => `  ${line}`);
    return new StackError([`${this.spec.name} ${what}. It last said:`, ...said].join('\n'));
  }

  private keepLine(line: string): void {
    this.lines.push(line);
    if (this.lines.length > KEPT_LINES) this.lines.shift();
    this.watcher.line(this.spec.name, line);
  }

  private change(state: ProcessState): void {
    this.state = state;
    this.watcher.changed(this);
  }
}
