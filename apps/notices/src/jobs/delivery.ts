import { setTimeout as sleep } from 'node:timers/promises';
import type { Language, NoticeFacts } from '@charter/contracts';
import { normaliseEmail } from '@charter/privacy';
import { type Clock, type Logger, type Loop, ServiceUnavailable } from '@charter/service';
import { writeLetter } from '../domain/letter';
import { heldUntil } from '../domain/quiet-hours';
import { type ToldWords, toldWords } from '../domain/words';
import { CHANNELS, type Channel, isOutgoing } from '../domain/channels';
import { LEASE_SECONDS, type Notice, type NoticeStore } from '../store/notice.store';
import type { ProfileStore } from '../store/profile.store';
import type { FactsReader } from './facts';
import { LetterRefused, type Mailer, SENDING_LIMIT_MS, nameSmtpFault } from './mailer';

export interface DeliveryParts {
  readonly notices: NoticeStore;
  readonly profiles: ProfileStore;
  readonly facts: FactsReader;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: Logger;
  readonly publicUrl: string;
  readonly pollMs?: number;
}

const BATCH = 20;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
const SETTLE_AGAIN_MS = 500;

/** 1 s, 2 s, 4 s … 30 s: a mail server that was away is found again soon after it is back. */
const delayAfter = (attempts: number): number => Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));

/** What came before the sending took so long that another worker may be about to send. */
class LeaseTooShort extends Error {
  override readonly name = 'LeaseTooShort';
}

interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** A fault for log and record: what was out of reach, without personal data. */
const nameFault = (error: Error): string =>
  error instanceof ServiceUnavailable ? error.message : nameSmtpFault(error);

/**
 * Delivers notices: takes them in leased batches, asks their owner whether they still hold, and settles each once. What
 * cannot be done now is done later; a worker that dies in between gives its notices up when the lease ends. Each channel has
 * its own lane: a mail server that is away holds up no inbox.
 */
export class Delivery implements Loop {
  private stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  private over = false;

  constructor(private readonly parts: DeliveryParts) {}

  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.running = Promise.all(CHANNELS.map((channel) => this.loop(channel, this.stopping.signal)));
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    const done = new AbortController();
    await Promise.race([this.running, sleep(graceMs, undefined, { signal: done.signal }).catch(() => undefined)]);
    done.abort();
    this.over = true;
    this.parts.mailer.close();
  }

  /** Delivers what is due now, a batch of each channel. @returns how many were taken */
  async runOnce(): Promise<number> {
    const taken = await Promise.all(CHANNELS.map((channel) => this.runLane(channel)));
    return taken.reduce((sum, one) => sum + one);
  }

  private async runLane(channel: Channel): Promise<number> {
    const leaseEnd = performance.now() + LEASE_SECONDS * 1_000;
    const taken = await this.parts.notices.take(channel, BATCH);
    const done = await Promise.allSettled(taken.map((notice) => this.deliver(notice, leaseEnd)));
    const broken = done.find((one) => one.status === 'rejected');
    if (broken) throw broken.reason;
    return taken.length;
  }

  private async deliver(notice: Notice, leaseEnd: number): Promise<void> {
    const { notices, facts, clock } = this.parts;
    let sent = false;
    let told: ToldWords = {};
    try {
      const held = await this.quiet(notice);
      if (held) return await notices.hold(notice, clock.now(), held);
      const found = await facts.read(notice);
      told = toldWords(found.words);
      if (!found.stillTrue) return await notices.settle(notice.id, 'SUPERSEDED', clock.now());
      if (notice.channel === 'EMAIL') {
        const to = await this.recipient(notice, found);
        if (!to) return await notices.settle(notice.id, 'UNREACHABLE', clock.now());
        await this.mail(notice, to, found, leaseEnd);
        sent = true;
      }
    } catch (error) {
      return this.failed(notice, error as Error);
    }
    await (sent ? this.settleSent(notice, told, leaseEnd) : notices.deliver(notice.id, told, clock.now()));
  }

  /** A notice that was due before, or is tried again, finds its person's quiet hours as they are now. */
  private async quiet({ channel, recipientId, eventType, words }: Notice): Promise<Date | null> {
    if (!isOutgoing(channel)) return null;
    const [profile] = await this.parts.profiles.byIds([recipientId]);
    return heldUntil(this.parts.clock.now(), profile?.preferences.quietHours ?? null, eventType, words);
  }

  private async failed(notice: Notice, error: Error): Promise<void> {
    const { notices, clock, log } = this.parts;
    const { id: noticeId, attempts } = notice;
    if (error instanceof LetterRefused) return notices.settle(noticeId, 'FAILED', clock.now(), error.message);
    const fault = nameFault(error); // the error's own message may name an address
    log.warn({ noticeId, fault, attempts }, 'a notice waits');
    await notices.postpone(notice, clock.now(), delayAfter(attempts), fault);
  }

  /** Sends only what can be sent before another worker may take the notice up. */
  private async mail(notice: Notice, to: Recipient, { words }: NoticeFacts, leaseEnd: number): Promise<void> {
    const { mailer, publicUrl } = this.parts;
    if (performance.now() + SENDING_LIMIT_MS > leaseEnd) throw new LeaseTooShort();
    const letter = writeLetter({ ...notice, told: toldWords(words) }, to, publicUrl, words.surveyToken);
    await mailer.send(notice.id, to.email, letter);
  }

  /** The letter is out: as long as the lease lasts, nothing but this record may come of it. */
  private async settleSent({ id }: Notice, told: ToldWords, leaseEnd: number): Promise<void> {
    const { notices, clock } = this.parts;
    for (;;) {
      try {
        return await notices.deliver(id, told, clock.now());
      } catch (error) {
        if (this.over || performance.now() + SETTLE_AGAIN_MS > leaseEnd) throw error;
        await sleep(SETTLE_AGAIN_MS);
      }
    }
  }

  /** Whom to write to: by the profile, else by the contact that the filing service has. Undefined without an address. */
  private async recipient(notice: Notice, { contact }: NoticeFacts): Promise<Recipient | undefined> {
    const [profile] = await this.parts.profiles.byIds([notice.recipientId]);
    const found = profile
      ? { ...profile, language: profile.language === 'KO' ? ('ko' as const) : ('en' as const) }
      : (contact ?? (await this.parts.facts.contactOf(notice)));
    const email = normaliseEmail(found?.email ?? '');
    return found && email ? { name: found.name, email, language: found.language } : undefined;
  }

  private async loop(channel: Channel, signal: AbortSignal): Promise<void> {
    const { log, pollMs = 500 } = this.parts;
    while (!signal.aborted) {
      let taken = 0;
      try {
        taken = await this.runLane(channel);
      } catch (error) {
        log.error({ err: error, channel }, 'delivery failed; it tries again');
      }
      if (taken < BATCH) await sleep(pollMs, undefined, { signal }).catch(() => undefined); // ends early when stopping
    }
  }
}
