import { Pool } from 'undici';
import { z } from 'zod';
import type { Language } from '@charter/contracts';
import type { ShortMessage } from '../domain/short-message';
import { MessageRefused, NotNow, type Sent, TAKEN } from './sending';

/** One message to one person, as the port takes it (docs/notice-port.md). */
export interface PortMessage extends ShortMessage {
  /** The notice’s: the same message always comes under the same id. */
  readonly id: string;
  readonly channel: 'SMS' | 'PUSH';
  readonly to: readonly string[];
  readonly language: Language;
}

export interface PortLimits {
  /** Waiting for a connection, the head or the next part of an answer, in milliseconds. */
  readonly waitingMs: number;
  /** One message, all in all, in milliseconds: a port that trickles its answer never trips over the limit above. */
  readonly messageMs: number;
}
export const PORT_LIMITS: PortLimits = { waitingMs: 10_000, messageMs: 15_000 };
const MOST_CONNECTIONS = 5;
const LONGEST_ANSWER_BYTES = 65_536;

/** Answers that the same message would get again; all others are worth another try, or ours to mend. */
const FOR_GOOD: ReadonlySet<number> = new Set([400, 413, 422]);

const portAnswer = z.object({ id: z.string(), refused: z.array(z.string()).default([]) });

/** Sends short messages to a provider by the documented port: JSON over HTTP. */
export class NoticePort {
  private readonly pool: Pool;
  private readonly path: string;

  /**
   * @param url the exact address to which messages are posted
   * @param token what proves to the provider who asks
   */
  constructor(
    url: string,
    private readonly token: string,
    private readonly limits = PORT_LIMITS,
  ) {
    const { origin, pathname, search } = new URL(url);
    this.path = pathname + search;
    this.pool = new Pool(origin, {
      connections: MOST_CONNECTIONS,
      headersTimeout: limits.waitingMs,
      bodyTimeout: limits.waitingMs,
      connectTimeout: limits.waitingMs,
      maxResponseSize: LONGEST_ANSWER_BYTES,
    });
  }

  /**
   * @returns the addresses that the provider will never reach
   * @throws {MessageRefused} when it refuses the message for good
   * @throws {NotNow} when another try makes sense: it carries the same key, and the provider sends once
   */
  async send(message: PortMessage): Promise<Sent> {
    const { status, text, askedMs } = await this.post(message);
    if (FOR_GOOD.has(status)) throw new MessageRefused(`The port answered ${status}.`);
    if (status !== 200 && status !== 202) throw new NotNow(`The port answered ${status}.`, 'WAY', askedMs);
    const answer = portAnswer.safeParse(parsed(text));
    // An answer to another message must never count for this one: a connection can carry one too many.
    if (!answer.success || answer.data.id !== message.id) throw new NotNow('The port answered something else.', 'WAY');
    const refused = message.to.filter((address) => answer.data.refused.includes(address));
    return refused.length === 0 ? TAKEN : { refused, why: 'The port refused the address.' };
  }

  /** Cuts also what is being sent. */
  close(): void {
    void this.pool.destroy();
  }

  private async post(message: PortMessage): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': message.id,
      authorization: `Bearer ${this.token}`,
    };
    const signal = AbortSignal.timeout(this.limits.messageMs);
    try {
      const body = JSON.stringify(message);
      const answer = await this.pool.request({ path: this.path, method: 'POST', headers, body, signal });
      const text = await answer.body.text();
      return { status: answer.statusCode, text, askedMs: secondsIn(answer.headers['retry-after']) * 1_000 };
    } catch (cause) {
      const { code, name } = cause as Error & { readonly code?: unknown }; // its message may name an address
      throw new NotNow(`The port did not answer (${typeof code === 'string' ? code : name}).`, 'WAY', 0, { cause });
    }
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** By Retry-After, in milliseconds. */
  readonly askedMs: number;
}

/** Seconds of a Retry-After; 0 without one, and for one that is a date: clocks differ. */
const secondsIn = (header: string | string[] | undefined): number =>
  typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : 0;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON is no answer either: the caller says so
  }
}
