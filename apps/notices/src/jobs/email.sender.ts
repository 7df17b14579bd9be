import type { NoticeFacts } from '@charter/contracts';
import { writeLetter } from '../domain/letter';
import { isOptional } from '../domain/optional';
import type { UnsubscribeLinks } from '../domain/unsubscribe-links';
import { toldWords } from '../domain/words';
import type { Notice } from '../store/notice.store';
import { type Mailer, SENDING_LIMIT_MS } from './mailer';
import type { Recipient, Sender, Sent } from './sending';

/** Writes notices as letters. */
export class EmailSender implements Sender {
  readonly limitMs = SENDING_LIMIT_MS;

  constructor(
    private readonly mailer: Mailer,
    private readonly publicUrl: string,
    private readonly links: UnsubscribeLinks,
  ) {}

  send(notice: Notice, to: Recipient, words: NoticeFacts['words']): Promise<Sent> {
    const letter = writeLetter({ ...notice, told: toldWords(words) }, to, this.publicUrl, words.surveyToken);
    const ends = isOptional(notice.eventType, notice.audience) ? this.links.make(notice.id) : undefined;
    return this.mailer.send(notice.id, to.addresses[0]!, letter, ends);
  }

  close(): void {
    this.mailer.close();
  }
}
