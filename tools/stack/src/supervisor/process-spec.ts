import type { StackError } from '../stack-error';

/** One process of the stack, as data. */
export interface ProcessSpec {
  /** Unique, and the prefix of its log lines. */
  readonly name: string;
  /** What it does: server, worker, gateway … as stack.json shows it. */
  readonly role: string;
  /** The compiled file to run, and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it answers, when it does. */
  readonly url?: string;
  /** True when it does its work. Asked again and again until then. */
  readonly probe: () => Promise<boolean>;
  /** Puts its last lines into a sentence, when it cannot be started. */
  readonly explain?: (lines: readonly string[]) => StackError;
}

/** A probe that asks `GET /health/ready` of a process. */
export const readyAt = (url: string) => async (): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // not listening yet
  }
};
