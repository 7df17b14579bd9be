import { type Transporter, createTransport } from 'nodemailer';
import type { Letter } from '../domain/letter';

/** The mail server refused this letter for good: another try would get the same answer. */
export class LetterRefused extends Error {}

/** Waiting for one answer, in milliseconds. */
const TIME_LIMIT_MS = 10_000;
/** Sending one letter, all in all: a server that trickles its answers never trips over the limit above. */
export const SENDING_LIMIT_MS = 15_000;
/** Connections are kept for the next letters of a batch, and not much longer: a mail server can stop when it likes. */
const IDLE_MS = 2_000;

/** The commands whose refusal is about this letter. Refused at another (connecting, signing in, the sender), it is ours to mend. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);

interface SmtpFault extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  /** From the server's answer: whether the same letter would be refused again (RFC 5321, 4.2.1). */
  readonly permanent?: boolean;
}

/** The server's codes alone: what it says in words may name the address. */
function answerOf({ responseCode, response = '' }: SmtpFault): string {
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return `The mail server answered ${responseCode}${status ? ` ${status}` : ''}.`;
}

/** A fault for log and record, without personal data. */
export const nameSmtpFault = (error: SmtpFault): string =>
  error.responseCode ? answerOf(error) : (error.code ?? error.name);

/** Sends letters by SMTP, on a few connections at once. */
export class Mailer {
  private readonly transport: Transporter;
  private readonly domain: string;

  /** @param from a mail header, `name <address>` */
  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 5,
      maxRequeues: 0, // whether a letter goes out again is decided here alone, and recorded
      idleTimeout: IDLE_MS,
      connectionTimeout: TIME_LIMIT_MS,
      greetingTimeout: TIME_LIMIT_MS,
      socketTimeout: TIME_LIMIT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  }

  /**
   * @param noticeId names the letter: a second copy of it carries the same Message-ID, and receivers drop it
   * @throws {LetterRefused} when the server refuses it for good; any other error means: try again
   */
  async send(noticeId: string, to: string, { subject, text, html }: Letter): Promise<void> {
    try {
      await this.transport.sendMail({
        ...{ from: this.from, to: { name: '', address: to }, subject, text, html },
        messageId: `<${noticeId}@${this.domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(SENDING_LIMIT_MS),
      });
    } catch (error) {
      const fault = error as SmtpFault;
      if (fault.permanent && ABOUT_THE_LETTER.has(fault.command ?? '')) throw new LetterRefused(answerOf(fault));
      if (fault.code === 'EENVELOPE' && !fault.responseCode) throw new LetterRefused('No mail can go to this address.');
      throw error;
    }
  }

  /** Cuts also what is being sent: a server that never comes to an end would keep the process. */
  close(): void {
    this.transport.close({ force: true });
  }
}
