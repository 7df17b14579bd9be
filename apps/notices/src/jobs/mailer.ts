import { type Transporter, createTransport } from 'nodemailer';
import type { Letter } from '../domain/letter';
import { MessageRefused, NotNow, type Sent, TAKEN } from './sending';

/** Waiting for one answer, in milliseconds. */
const TIME_LIMIT_MS = 10_000;
/** Sending one letter, all in all: a server that trickles its answers never trips over the limit above. */
export const SENDING_LIMIT_MS = 15_000;
/** Connections are kept for the next letters of a batch, and not much longer: a mail server can stop when it likes. */
const IDLE_MS = 2_000;

/** The server closes its doors, at whichever command it says so (RFC 5321, 3.8). */
const SHUTTING_DOWN = 421;
/** A refusal by policy (RFC 3463, x.7.x) is about who sends or what, not about the address. */
const BY_POLICY = /^\d{3}[ -]5\.7\./;

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

/**
 * What a refusal means. Refused at the recipient, it is the address; at the letter's data, or by policy, it is this letter. Refused
 * at another command (connecting, signing in, the sender), it is ours to mend, and waits.
 */
function meaningOf(fault: SmtpFault, to: string): Sent | MessageRefused | NotNow {
  const { code, command, permanent, response = '', responseCode } = fault;
  if (code === 'EENVELOPE' && !responseCode) return { refused: [to], why: 'No mail can go to this address.' };
  const named = responseCode ? answerOf(fault) : (code ?? fault.name);
  if (permanent && (command === 'DATA' || (command === 'RCPT TO' && BY_POLICY.test(response))))
    return new MessageRefused(named);
  if (permanent && command === 'RCPT TO') return { refused: [to], why: named };
  // Put off at its recipient or its data, a letter was at least looked at: the next one may be taken.
  const about = command === 'RCPT TO' || command === 'DATA' ? 'NOTICE' : 'WAY';
  return new NotNow(named, responseCode && responseCode !== SHUTTING_DOWN ? about : 'WAY', 0, { cause: fault });
}

/** Mail programs show a button for it, and press it by themselves (RFC 2369, RFC 8058). */
const ending = (link: string) => ({
  'List-Unsubscribe': `<${link}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

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
   * @param ends a link by which its reader ends mail of this kind; none where the law requires the mail
   * @returns the address, when the mail server refuses it for good
   * @throws {MessageRefused} when it refuses the letter for good
   * @throws {NotNow} when another try makes sense
   */
  async send(noticeId: string, to: string, { subject, text, html }: Letter, ends?: string): Promise<Sent> {
    try {
      await this.transport.sendMail({
        ...{ from: this.from, to: { name: '', address: to }, subject, text, html },
        messageId: `<${noticeId}@${this.domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...(ends && ending(ends)) },
        signal: AbortSignal.timeout(SENDING_LIMIT_MS),
      });
      return TAKEN;
    } catch (error) {
      const meaning = meaningOf(error as SmtpFault, to);
      if (meaning instanceof Error) throw meaning;
      return meaning;
    }
  }

  /** Cuts also what is being sent: a server that never comes to an end would keep the process. */
  close(): void {
    this.transport.close({ force: true });
  }
}
