import type { Language, NoticeFacts } from '@charter/contracts';
import type { BatchOutcome } from '../domain/breaker';
import type { Notice } from '../store/notice.store';

/** Whom to write to, and where: one address of a mailbox or telephone, or those of all their devices. */
export interface Recipient {
  readonly name: string;
  readonly language: Language;
  readonly addresses: readonly string[];
}

/** What came of sending: the addresses that will never take anything, and the codes with which they were refused. */
export interface Sent {
  readonly refused: readonly string[];
  readonly why: string;
}

/** Everybody took it. */
export const TAKEN: Sent = { refused: [], why: '' };

/** This message will never be taken, whatever the address: another try would get the same answer. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
}

/** Not now. The message names codes, never an address. */
export class NotNow extends Error {
  override readonly name = 'NotNow';

  constructor(
    message: string,
    /** Whether it is about this notice, or about the way: then the next one would come back too. */
    readonly about: 'NOTICE' | 'WAY',
    /** How long the other side asks to be left alone, in milliseconds. */
    readonly askedMs = 0,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Counts what came of a batch: whom the other side answered, and what did not get that far. */
export class Tally implements BatchOutcome {
  answered = 0;
  faults = 0;
  askedMs = 0;

  /** Whether nothing went out at all, and nothing is known of the way. */
  get silent(): boolean {
    return this.answered === 0 && this.faults === 0 && this.askedMs === 0;
  }

  /** Counts one sending as it ends. */
  async of<T>(sending: Promise<T>): Promise<T> {
    try {
      const sent = await sending;
      this.answered += 1;
      return sent;
    } catch (error) {
      if (error instanceof NotNow && error.about === 'WAY') this.faults += 1;
      else if (error instanceof NotNow || error instanceof MessageRefused) this.answered += 1;
      if (error instanceof NotNow) this.askedMs = Math.max(this.askedMs, error.askedMs);
      throw error;
    }
  }
}

/** Brings notices to addresses of one channel. */
export interface Sender {
  /** Sending one notice, all in all, in milliseconds: it is begun only if it fits into the lease. */
  readonly limitMs: number;
  /**
   * @throws {MessageRefused} when it is refused for good
   * @throws {NotNow} when another try makes sense
   */
  send(notice: Notice, to: Recipient, words: NoticeFacts['words']): Promise<Sent>;
  /** Cuts also what is being sent. */
  close(): void;
}
