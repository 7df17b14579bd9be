import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SupergraphManager, SupergraphSdlHook, SupergraphSdlUpdateFunction } from '@apollo/gateway';
import type { Logger } from '@charter/service';
import { supergraphReloads } from '../observe/metrics';

export interface SupergraphFileSettings {
  readonly path: string;
  /** Milliseconds between looks at the file. */
  readonly interval?: number;
  /** Throws when the new text must not be served. */
  readonly tryOut: (supergraphSdl: string) => Promise<void>;
  readonly log: Logger;
}

/**
 * Serves the supergraph from a file and takes a changed one without a restart. Looking at the file's times works for editors,
 * copies and mounted volumes alike. Whatever is wrong with a new file, the schema that serves keeps serving.
 */
export class SupergraphFile implements SupergraphManager {
  #serving = '';
  #reloading: Promise<void> = Promise.resolve();

  constructor(private readonly settings: SupergraphFileSettings) {}

  async initialize({
    update,
  }: Parameters<SupergraphSdlHook>[0]): Promise<{ supergraphSdl: string; cleanup: () => Promise<void> }> {
    const { path, interval = 1_000 } = this.settings;
    this.#serving = await readFile(path, 'utf8');
    const look = (): void => {
      this.#reloading = this.#reloading.then(() => this.#reload(update));
    };
    watchFile(path, { interval, persistent: false }, look);
    const cleanup = async (): Promise<void> => {
      unwatchFile(path, look);
      await this.#reloading;
    };
    return { supergraphSdl: this.#serving, cleanup };
  }

  async #reload(update: SupergraphSdlUpdateFunction): Promise<void> {
    const { path, tryOut, log } = this.settings;
    try {
      const next = await readFile(path, 'utf8');
      if (next === this.#serving) return;
      await tryOut(next);
      update(next);
      this.#serving = next;
      supergraphReloads.inc({ outcome: 'taken' });
      log.info({ path }, 'new supergraph taken');
    } catch (error) {
      supergraphReloads.inc({ outcome: 'refused' });
      log.error({ path, err: error }, 'new supergraph refused: the old one keeps serving');
    }
  }
}
