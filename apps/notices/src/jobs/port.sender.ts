import type { NoticeFacts } from '@charter/contracts';
import { writePush, writeSms } from '../domain/short-message';
import { toldWords } from '../domain/words';
import type { Notice } from '../store/notice.store';
import { type NoticePort, PORT_LIMITS } from './notice-port';
import type { Recipient, Sender, Sent } from './sending';

const WRITERS = { SMS: writeSms, PUSH: writePush } as const;

/** Writes notices as short messages, which the port of a provider takes. */
export class PortSender implements Sender {
  readonly limitMs = PORT_LIMITS.messageMs;

  constructor(
    private readonly channel: keyof typeof WRITERS,
    private readonly port: NoticePort,
    private readonly publicUrl: string,
  ) {}

  send(notice: Notice, { language, addresses }: Recipient, words: NoticeFacts['words']): Promise<Sent> {
    const written = { ...notice, told: toldWords(words) };
    const message = WRITERS[this.channel](written, language, this.publicUrl, words.surveyToken);
    return this.port.send({ id: notice.id, channel: this.channel, to: addresses, language, ...message });
  }

  close(): void {
    this.port.close();
  }
}
