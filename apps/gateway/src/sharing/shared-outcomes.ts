import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../caller/request-context';
import { execute } from '../execution/execute';
import type { Variables } from '../execution/run';
import { answersShared } from '../observe/metrics';
import type { PreparedOperation } from '../operations/prepared-operation';
import { LastWrites, type Moment } from './last-writes';
import { Outcome } from './outcome';
import { rightsOf, writerOf } from './rights';

export interface SharingSettings {
  /** How long after it began an execution may be joined, in milliseconds; 0: never. */
  readonly windowMs: number;
  /** What kept answers may hold together, in bytes; 0: none is kept. */
  readonly keptBytes: number;
  readonly now?: () => number;
}

interface Running {
  readonly began: Moment;
  readonly beganAt: number;
  readonly outcome: Promise<Outcome>;
}

interface Kept {
  readonly began: Moment;
  readonly beganAt: number;
  readonly outcome: Outcome;
}

/** An outcome as one request is given it. */
export interface Given {
  readonly outcome: Outcome;
  /** Seconds since it began to be read. */
  readonly age: number;
}

/** No answer is kept longer, whatever the services say, in seconds. */
const LONGEST_S = 3_600;
/** What an entry holds beside its body and its key. */
const ENTRY_BYTES = 500;

/**
 * Executes operations, and not more often than needed. A query that runs already for somebody with the same rights, since a moment
 * ago, is waited for instead. What all services call public is kept for the anonymous as long as the services say. A mutation runs
 * always, for its caller alone; after it, that caller is given nothing that began before it was answered.
 */
export class SharedOutcomes {
  readonly #running = new Map<string, Running>();
  readonly #kept?: LRUCache<string, Kept>;
  readonly #writes = new LastWrites();
  readonly #now: () => number;

  constructor(private readonly settings: SharingSettings) {
    this.#now = settings.now ?? Date.now;
    if (settings.keptBytes > 0) {
      this.#kept = new LRUCache<string, Kept>({
        maxSize: settings.keptBytes,
        sizeCalculation: ({ outcome }, key) =>
          outcome.body.length + 2 * outcome.executed.data.length + key.length * 2 + ENTRY_BYTES,
      });
    }
  }

  async run(operation: PreparedOperation, variables: Variables, context: RequestContext): Promise<Given> {
    if (operation.kind !== 'query') return { outcome: await this.#write(operation, variables, context), age: 0 };
    const question = `${operation.id} ${context.language} ${operation.variablesKey(variables)}`;
    const since = this.#writes.lastOf(writerOf(context));
    const kept = context.person ? undefined : this.#keptFor(question, since);
    if (kept) {
      answersShared.inc({ how: 'kept' });
      return { outcome: kept.outcome, age: this.#ageOf(kept) };
    }
    const key = `${question} ${rightsOf(context)}`;
    const running = this.#running.get(key);
    if (running && running.began > since && this.#now() - running.beganAt <= this.settings.windowMs) {
      answersShared.inc({ how: 'joined' });
      return { outcome: await running.outcome, age: 0 };
    }
    return { outcome: await this.#read(key, question, operation, variables, context), age: 0 };
  }

  async #write(operation: PreparedOperation, variables: Variables, context: RequestContext): Promise<Outcome> {
    try {
      return new Outcome(await execute(operation, variables, context));
    } finally {
      this.#writes.note(writerOf(context)); // also when it failed: it may have been carried out
    }
  }

  async #read(
    key: string,
    question: string,
    operation: PreparedOperation,
    variables: Variables,
    context: RequestContext,
  ): Promise<Outcome> {
    const [began, beganAt] = [this.#writes.moment(), this.#now()];
    const outcome = execute(operation, variables, context).then((executed) => new Outcome(executed));
    if (this.settings.windowMs === 0) return this.#keep(question, { began, beganAt, outcome: await outcome }, context);
    const running: Running = { began, beganAt, outcome };
    this.#running.set(key, running);
    try {
      return this.#keep(question, { began, beganAt, outcome: await outcome }, context);
    } finally {
      if (this.#running.get(key) === running) this.#running.delete(key);
    }
  }

  /** Keeps what anybody may be given. What a person was given is never kept: services may tell them more. */
  #keep(question: string, kept: Kept, { person }: RequestContext): Outcome {
    const { outcome } = kept;
    if (!person && outcome.publicFor) this.#kept?.set(question, kept);
    return outcome;
  }

  #keptFor(question: string, since: Moment): Kept | undefined {
    const kept = this.#kept?.get(question);
    if (!kept || kept.began <= since) return undefined;
    return this.#now() - kept.beganAt < Math.min(kept.outcome.publicFor!, LONGEST_S) * 1_000 ? kept : undefined;
  }

  #ageOf({ beganAt }: Kept): number {
    return Math.max(0, Math.floor((this.#now() - beganAt) / 1_000));
  }
}
