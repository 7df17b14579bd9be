import { stat } from 'node:fs/promises';
import { type Logger, PollingLoop } from '@charter/service';
import { type Manifest, manifestFiles, plainId, readManifests } from './manifest';

/** Milliseconds between looks at the files. */
const LOOK_EVERY_MS = 1_000;

export interface TrustedDocumentsSettings {
  /** Files, or folders of files. */
  readonly paths: readonly string[];
  readonly log: Logger;
  readonly everyMs?: number;
}

/**
 * The operations that clients have registered, read from files and read again when these change. Whatever is wrong with a new set, the
 * one that is known stays. Clients of two releases run at once: put both manifests into the folder.
 */
export class TrustedDocuments extends PollingLoop {
  #known: Manifest = new Map();
  #texts: ReadonlySet<string> = new Set();
  #state = '';
  #listener: (texts: ReadonlySet<string>) => void = () => undefined;

  constructor(private readonly files: TrustedDocumentsSettings) {
    super({ everyMs: files.everyMs ?? LOOK_EVERY_MS, what: 'looking at registered operations', log: files.log });
  }

  /** Reads them for the first time. @throws {ManifestRefused} and the errors of reading a file: a gateway does not start without them */
  async load(): Promise<void> {
    this.#state = await this.#stateOfFiles();
    await this.#read();
  }

  /** Registered text by its id, with or without the name of the hash before it. */
  textOf(id: string): string | undefined {
    return this.#known.get(plainId(id));
  }

  /** Whether this very text is registered. */
  has(text: string): boolean {
    return this.#texts.has(text);
  }

  /** Hands over all texts, now and after each change: to have them parsed and planned before somebody waits for it. */
  onChange(listener: (texts: ReadonlySet<string>) => void): void {
    this.#listener = listener;
    listener(this.#texts);
  }

  override async runOnce(): Promise<void> {
    const { log } = this.files;
    try {
      const state = await this.#stateOfFiles();
      if (state === this.#state) return;
      this.#state = state; // one look at each state: a bad file is told once
      await this.#read();
      log.info({ operations: this.#texts.size }, 'new registered operations taken');
    } catch (error) {
      log.error({ err: error }, 'registered operations refused: those known so far stay');
    }
  }

  async #read(): Promise<void> {
    this.#known = await readManifests(await manifestFiles(this.files.paths));
    this.#texts = new Set(this.#known.values());
    this.#listener(this.#texts);
  }

  async #stateOfFiles(): Promise<string> {
    const files = await manifestFiles(this.files.paths);
    const states = files.map(async (file) => {
      const { mtimeMs, size } = await stat(file);
      return [file, mtimeMs, size];
    });
    return JSON.stringify(await Promise.all(states));
  }
}
