import { setTimeout as sleep } from 'node:timers/promises';
import type { Language, NoticeFacts } from '@charter/contracts';
import type { Clock, Logger, Loop } from '@charter/service';
import { SIGNATURE, salute, writeNotice } from '../domain/templates';
import type { NoticeEntity } from '../store/notice.entity';
import type { NoticeStore } from '../store/notice.store';
import type { ProfileStore } from '../store/profile.store';
import type { FactsReader } from './facts';
import { LetterRefused, type Mailer } from './mailer';

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

/** 1 s, 2 s, 4 s … 30 s: a mail server that was away is found again soon after it is back. */
const delayAfter = (attempts: number): number => Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));

interface Recipient {
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
}

/**
 * Delivers notices: takes them in leased batches, asks their owner whether they still hold, and settles each once. What
 * cannot be done now is done later; a worker that dies in between gives its notices up when the lease ends.
 */
export class Delivery implements Loop {
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: DeliveryParts) {}

  async start(): Promise<void> {
    this.stopping = new AbortController();
    this.running = this.loop(this.stopping.signal);
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping.abort();
    const over = new AbortController();
    await Promise.race([this.running, sleep(graceMs, undefined, { signal: over.signal }).catch(() => undefined)]);
    over.abort();
    this.parts.mailer.close();
  }

  /** Delivers what is due. @returns how many were taken */
  async runOnce(): Promise<number> {
    const taken = await this.parts.notices.take(BATCH);
    await Promise.all(taken.map((notice) => this.deliver(notice)));
    return taken.length;
  }

  private async deliver(notice: NoticeEntity): Promise<void> {
    const { notices, facts, clock, log } = this.parts;
    try {
      const found = await facts.read(notice);
      if (!found.stillTrue) await notices.settle(notice.id, 'SUPERSEDED', clock.now());
      else if (notice.channel === 'INBOX') await notices.settle(notice.id, 'DELIVERED', clock.now());
      else await this.mail(notice, found);
    } catch (error) {
      if (error instanceof LetterRefused) {
        await notices.settle(notice.id, 'FAILED', clock.now(), error.message);
      } else {
        // The message may name an address: the log gets the kind of fault alone.
        const { name, code } = error as Error & { code?: string };
        log.warn({ noticeId: notice.id, fault: code ?? name, attempts: notice.attempts }, 'a notice waits');
        await notices.postpone(notice.id, clock.now(), delayAfter(notice.attempts), code ?? name);
      }
    }
  }

  private async mail(notice: NoticeEntity, facts: NoticeFacts): Promise<void> {
    const { notices, mailer, clock } = this.parts;
    const to = await this.recipient(notice, facts);
    if (!to?.email) {
      await notices.settle(notice.id, 'UNREACHABLE', clock.now());
      return;
    }
    const { subject, body } = writeNotice(notice.eventType, notice.audience, to.language, notice.words);
    const text = [salute(to.name, to.language), body, ...this.link(facts), SIGNATURE[to.language]].join('\n\n');
    await mailer.send({ noticeId: notice.id, to: to.email, subject, text }, to.language);
    await notices.settle(notice.id, 'DELIVERED', clock.now());
  }

  private async recipient(notice: NoticeEntity, { contact }: NoticeFacts): Promise<Recipient | undefined> {
    const [profile] = await this.parts.profiles.byIds([notice.recipientId]);
    if (profile) return { ...profile, language: profile.language === 'KO' ? 'ko' : 'en' };
    return contact ?? (await this.parts.facts.contactOf(notice)) ?? undefined;
  }

  private link({ words }: NoticeFacts): string[] {
    return words.surveyToken
      ? [`surveyInvitation(token: "${words.surveyToken}")`, `${this.parts.publicUrl}/playground`]
      : [];
  }

  private async loop(signal: AbortSignal): Promise<void> {
    const { log, pollMs = 500 } = this.parts;
    while (!signal.aborted) {
      let taken = 0;
      try {
        taken = await this.runOnce();
      } catch (error) {
        log.error({ err: error }, 'delivery failed; it tries again');
      }
      if (taken < BATCH) await sleep(pollMs, undefined, { signal }).catch(() => undefined); // ends early when stopping
    }
  }
}
