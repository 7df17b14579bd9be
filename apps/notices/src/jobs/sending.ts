import type { Language, NoticeFacts } from '@charter/contracts';
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
