import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import PostalMime from 'postal-mime';

import { readJson, writeJson } from '../json-file';

export interface StoredMail {
  /** Stable: made from the Message-ID. */
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly receivedAt: string;
  /** How often the same message came: a sender that repeats itself shows here. */
  readonly copies: number;
}

/** Mail as it came, one file each, so that a restart keeps it. */
export class MailStore {
  private readonly mails = new Map<string, StoredMail>();
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<MailStore> {
    await mkdir(folder, { recursive: true });
    const store = new MailStore(folder);
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.json')) continue;
      const mail = (await readJson(join(folder, name))) as StoredMail;
      store.mails.set(mail.id, mail);
    }
    return store;
  }

  /**
   * Keeps a message; one with a known Message-ID only counts as a further copy.
   * @param raw the message as SMTP brought it
   * @param recipients the envelope's, which rule over the To header
   */
  add(raw: Buffer, sender: string, recipients: readonly string[], now: Date): Promise<StoredMail> {
    const added = this.last.then(() => this.put(raw, sender, recipients, now));
    this.last = added.catch(() => undefined); // the sender hears of it; the next message is stored all the same
    return added;
  }

  /** Newest first. @param to a recipient's address; without it every message */
  list(to?: string): StoredMail[] {
    const wanted = to?.toLowerCase();
    return [...this.mails.values()]
      .filter((mail) => !wanted || mail.to.includes(wanted))
      .sort((one, other) => other.receivedAt.localeCompare(one.receivedAt));
  }

  get(id: string): StoredMail | undefined {
    return this.mails.get(id);
  }

  private async put(raw: Buffer, sender: string, recipients: readonly string[], now: Date): Promise<StoredMail> {
    const parsed = await PostalMime.parse(raw);
    const messageId = parsed.messageId ?? `<${createHash('sha256').update(raw).digest('hex')}@no-message-id>`;
    const id = createHash('sha256').update(messageId).digest('hex').slice(0, 24);
    const known = this.mails.get(id);
    const to = recipients.map((address) => address.toLowerCase());
    const mail: StoredMail = known
      ? { ...known, to: [...new Set([...known.to, ...to])], copies: known.copies + 1 }
      : {
          id,
          messageId,
          from: parsed.from?.address ?? sender,
          to,
          subject: parsed.subject ?? '',
          text: parsed.text ?? '',
          html: parsed.html ?? null,
          receivedAt: now.toISOString(),
          copies: 1,
        };
    await writeJson(join(this.folder, `${id}.json`), mail);
    this.mails.set(id, mail);
    return mail;
  }
}
