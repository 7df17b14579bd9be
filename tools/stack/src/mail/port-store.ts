import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { readJson, writeJson } from '../json-file';

/** A message as the port brings it (docs/notice-port.md). The id names its file, so it may be nothing else. */
export const portMessage = z.object({
  id: z.uuid(),
  channel: z.enum(['SMS', 'PUSH']),
  to: z.array(z.string()).min(1),
  language: z.enum(['ko', 'en']),
  title: z.string(),
  text: z.string(),
  url: z.string(),
});

export interface StoredMessage extends z.output<typeof portMessage> {
  readonly receivedAt: string;
  /** How often the same message came: a sender that repeats itself shows here. */
  readonly copies: number;
}

/** Text and push messages as they came, one file each, so that a restart keeps them. */
export class PortStore {
  private readonly messages = new Map<string, StoredMessage>();
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<PortStore> {
    await mkdir(folder, { recursive: true });
    const store = new PortStore(folder);
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.json')) continue;
      const message = (await readJson(join(folder, name))) as StoredMessage;
      store.messages.set(message.id, message);
    }
    return store;
  }

  /** Keeps a message; one with a known id only counts as a further copy. */
  add(message: z.output<typeof portMessage>, now: Date): Promise<void> {
    const added = this.last.then(() => this.put(message, now));
    this.last = added.catch(() => undefined); // the sender hears of it; the next message is stored all the same
    return added;
  }

  /** Newest first. @param to a number or a device's address; without it every message */
  list(to?: string): StoredMessage[] {
    return [...this.messages.values()]
      .filter((message) => !to || message.to.includes(to))
      .sort((one, other) => other.receivedAt.localeCompare(one.receivedAt));
  }

  private async put(message: z.output<typeof portMessage>, now: Date): Promise<void> {
    const known = this.messages.get(message.id);
    const stored = known
      ? { ...known, copies: known.copies + 1 }
      : { ...message, receivedAt: now.toISOString(), copies: 1 };
    await writeJson(join(this.folder, `${message.id}.json`), stored);
    this.messages.set(message.id, stored);
  }
}
