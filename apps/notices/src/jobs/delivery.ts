import { setTimeout as sleep } from 'node:timers/promises';
import type { NoticeFacts } from '@charter/contracts';
import { type Clock, type Logger, type Loop, ServiceUnavailable } from '@charter/service';
import { CHANNELS, type Channel, type OutgoingChannel, isOutgoing } from '../domain/channels';
import { heldUntil } from '../domain/quiet-hours';
import { type ToldWords, toldWords } from '../domain/words';
import type { LaneStore } from '../store/lane.store';
import { LEASE_SECONDS, type Notice, type NoticeStore } from '../store/notice.store';
import type { FactsReader } from './facts';
import type { Recipients } from './recipients';
import { MessageRefused, NotNow, type Sender, type Sent, Tally } from './sending';

export interface DeliveryParts {
  readonly notices: NoticeStore;
  readonly lanes: LaneStore;
  readonly recipients: Recipients;
  readonly facts: FactsReader;
  /** Who sends what leaves the house; the inbox needs nobody. A channel without one rests. */
  readonly senders: ReadonlyMap<OutgoingChannel, Sender>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pollMs?: number;
}

const BATCH = 20;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
const SETTLE_AGAIN_MS = 500;
const UNSUBSCRIBED = 'Its person wishes no mail that no law requires.';
const PAUSED = 'The address was refused before, and is paused.';

/** 1 s, 2 s, 4 s … 30 s: a mail server that was away is found again soon after it is back. */
const delayAfter = (attempts: number): number => Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));

/** What came of one look at a lane. */
interface Round {
  readonly taken: number;
  /** Whether more may be due at this moment. */
  readonly more: boolean;
}

/** What came before the sending took so long that another worker may be about to send. */
class LeaseTooShort extends Error {
  override readonly name = 'LeaseTooShort';
}

/** A fault for log and record: what was out of reach, without personal data. */
const nameFault = (error: Error): string =>
  error instanceof ServiceUnavailable || error instanceof NotNow ? error.message : error.name;

/**
 * Delivers notices: takes them in leased batches, asks their owner whether they still hold, and settles each once. What
 * cannot be done now is done later; a worker that dies in between gives its notices up when the lease ends. Each channel has
 * its own lane: a mail server that is away holds up no inbox, and is left alone for a while.
 */
export class Delivery implements Loop {
  private stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  private over = false;
  private readonly lanes: readonly Channel[];

  constructor(private readonly parts: DeliveryParts) {
    this.lanes = CHANNELS.filter((channel) => !isOutgoing(channel) || parts.senders.has(channel));
  }

  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.running = Promise.all(this.lanes.map((channel) => this.loop(channel, this.stopping.signal)));
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    const done = new AbortController();
    await Promise.race([this.running, sleep(graceMs, undefined, { signal: done.signal }).catch(() => undefined)]);
    done.abort();
    this.over = true;
    for (const sender of this.parts.senders.values()) sender.close();
  }

  /** Delivers what is due now, a batch of each channel. @returns how many were taken */
  async runOnce(): Promise<number> {
    const rounds = await Promise.all(this.lanes.map((channel) => this.runLane(channel)));
    return rounds.reduce((sum, { taken }) => sum + taken, 0);
  }

  private async runLane(channel: Channel): Promise<Round> {
    const leaseEnd = performance.now() + LEASE_SECONDS * 1_000;
    const { notices, lanes, log } = this.parts;
    const { notices: batch, trial } = await notices.take(channel, BATCH);
    const tally = new Tally();
    const done = await Promise.allSettled(batch.map((notice) => this.deliver(notice, leaseEnd, tally)));
    const restMs = await lanes.note(channel, tally);
    if (restMs > 0) log.warn({ channel, restMs }, 'a channel rests');
    // What had lost its reason, or its reader, says nothing of the way: the next one tries it, and need not wait.
    const untried = trial !== null && tally.silent;
    if (untried) await lanes.endTrial(channel, trial);
    const broken = done.find((one) => one.status === 'rejected');
    if (broken) throw broken.reason;
    return { taken: batch.length, more: untried || batch.length === BATCH };
  }

  private async deliver(notice: Notice, leaseEnd: number, tally: Tally): Promise<void> {
    const { notices, facts, senders, clock } = this.parts;
    const sender = isOutgoing(notice.channel) ? senders.get(notice.channel) : undefined;
    let told: ToldWords = {};
    try {
      const held = await this.quiet(notice);
      if (held) return await notices.hold(notice, clock.now(), held);
      const found = await facts.read(notice);
      told = toldWords(found.words);
      if (!found.stillTrue) return await notices.settle(notice.id, 'SUPERSEDED', clock.now());
      const whole = { ...notice, bundled: await this.bundled(notice) };
      if (sender && !(await this.send(sender, whole, found, leaseEnd, tally))) return;
    } catch (error) {
      return this.failed(notice, error as Error);
    }
    await (sender ? this.settleSent(notice, told, leaseEnd) : notices.deliver(notice.id, told, clock.now()));
  }

  /** Of a digest, what of it still holds besides the notice that carries it. */
  private async bundled(notice: Notice): Promise<Notice[]> {
    const { notices, facts } = this.parts;
    const all = await notices.bundledWith(notice);
    const held = await Promise.all(all.map(async (one) => (await facts.read(one)).stillTrue));
    await notices.unbundle(all.flatMap(({ id }, index) => (held[index] ? [] : [id])));
    return all.filter((_, index) => held[index]);
  }

  /** Sends only what can be sent before another worker may take the notice up. @returns whether it was taken */
  private async send(
    sender: Sender,
    notice: Notice,
    found: NoticeFacts,
    leaseEnd: number,
    tally: Tally,
  ): Promise<boolean> {
    const { notices, recipients, clock } = this.parts;
    const to = await recipients.find(notice, found);
    if (typeof to === 'string') {
      if (to === 'UNSUBSCRIBED') await notices.settle(notice.id, 'SUPERSEDED', clock.now(), UNSUBSCRIBED);
      else await notices.settle(notice.id, 'UNREACHABLE', clock.now(), to === 'PAUSED' ? PAUSED : null);
      return false;
    }
    if (performance.now() + sender.limitMs > leaseEnd) throw new LeaseTooShort();
    const sent = await tally.of(sender.send(notice, to, found.words));
    if (sent.refused.length < to.addresses.length) {
      await this.leaveAlone(notice, sent);
      return true;
    }
    // Paused before it ends: should the worker die in between, the next one finds the address paused.
    await recipients.refuse(notice.channel, sent, clock.now());
    await notices.settle(notice.id, 'FAILED', clock.now(), sent.why);
    return false;
  }

  /** It is out: what cannot be noted about single addresses now is heard again with the next notice. */
  private async leaveAlone({ id: noticeId, channel }: Notice, sent: Sent): Promise<void> {
    const { recipients, clock, log } = this.parts;
    await recipients
      .refuse(channel, sent, clock.now())
      .catch((error: unknown) => log.warn({ noticeId, err: error }, 'a refused address could not be noted'));
  }

  /** A notice that was due before, or is tried again, finds its person's quiet hours as they are now. */
  private async quiet({ channel, recipientId, eventType, words }: Notice): Promise<Date | null> {
    if (!isOutgoing(channel)) return null;
    const quietHours = await this.parts.recipients.quietHoursOf(recipientId);
    return heldUntil(this.parts.clock.now(), quietHours, eventType, words);
  }

  private async failed(notice: Notice, error: Error): Promise<void> {
    const { notices, clock, log } = this.parts;
    const { id: noticeId, attempts } = notice;
    if (error instanceof MessageRefused) return notices.settle(noticeId, 'FAILED', clock.now(), error.message);
    const fault = nameFault(error); // the error's own message may name an address
    log.warn({ noticeId, fault, attempts }, 'a notice waits');
    await notices.postpone(notice, clock.now(), delayAfter(attempts), fault);
  }

  /** It is out: as long as the lease lasts, nothing but this record may come of it. */
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

  private async loop(channel: Channel, signal: AbortSignal): Promise<void> {
    const { log, pollMs = 500 } = this.parts;
    while (!signal.aborted) {
      let more = false;
      try {
        ({ more } = await this.runLane(channel));
      } catch (error) {
        log.error({ err: error, channel }, 'delivery failed; it tries again');
      }
      if (!more) await sleep(pollMs, undefined, { signal }).catch(() => undefined); // ends early when stopping
    }
  }
}
