import type { NoticeFacts } from '@charter/contracts';
import { writeLetter } from '../domain/letter';
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
  ) {}

  send(notice: Notice, to: Recipient, words: NoticeFacts['words']): Promise<Sent> {
    const letter = writeLetter({ ...notice, told: toldWords(words) }, to, this.publicUrl, words.surveyToken);
    return this.mailer.send(notice.id, to.addresses[0]!, letter);
  }

  close(): void {
    this.mailer.close();
  }
}
