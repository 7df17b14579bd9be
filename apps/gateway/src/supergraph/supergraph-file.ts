import { createHash } from 'node:crypto';
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@charter/service';
import { supergraphFileRefused, supergraphLoaded, supergraphReloads } from '../observe/metrics';
import { type GraphSettings, LoadedGraph } from './loaded-graph';
import { warmUp } from './warm-up';

export interface SupergraphFileSettings extends GraphSettings {
  readonly path: string;
  /** Milliseconds between looks at the file. */
  readonly interval?: number;
  /** Loads a new text and tries it. Throws when it must not be served. */
  readonly tryOut: (supergraphSdl: string) => Promise<LoadedGraph>;
  /** What the other processes of this gateway serve: it begins with that, and takes or refuses the file as they do. */
  readonly served?: string | undefined;
  /** Told of each text that serves from now on. */
  readonly onServing?: ((supergraphSdl: string) => void) | undefined;
  readonly log: Logger;
}

/** A file that is being written is read again after so many milliseconds, until it stays the same. */
const SETTLE_MS = 200;
/** How often: whoever takes longer is refused, and looked at again with the next change. */
const LOOKS = 25;
/** Enough to tell graphs apart, and short enough to be read out. */
const HASH_DIGITS = 12;

/**
 * Serves the supergraph from a file and takes a changed one without a restart. Looking at the file's times works for editors,
 * copies and mounted volumes alike. Whatever is wrong with a new file, the schema that serves keeps serving; requests that run
 * while another is taken end on the one they began with.
 */
export class SupergraphFile {
  #serving?: LoadedGraph;
  #reloading: Promise<void> = Promise.resolve();

  constructor(private readonly settings: SupergraphFileSettings) {}

  /** The graph that serves now. */
  readonly graph = (): LoadedGraph => {
    if (!this.#serving) throw new Error('No supergraph has been loaded yet.');
    return this.#serving;
  };

  /** Loads the file, or what is served already, and watches the file from now on. @throws {Error} when it is no valid supergraph */
  async start(): Promise<void> {
    const { path, interval = 1_000, served } = this.settings;
    this.#serve(new LoadedGraph(served ?? (await readFile(path, 'utf8')), this.settings));
    watchFile(path, { interval, persistent: false }, this.#look);
    this.#look(); // it may have changed since it was read, and is seen to change from now on only
  }

  /** Watches no longer, and waits for a file that is just being taken. */
  async stop(): Promise<void> {
    unwatchFile(this.settings.path, this.#look);
    await this.#reloading;
  }

  readonly #look = (): void => {
    this.#reloading = this.#reloading.then(() => this.#reload());
  };

  /** @returns the beginning of the hash by which operators tell one graph from another */
  #serve(graph: LoadedGraph): string {
    const hash = createHash('sha256').update(graph.text).digest('hex').slice(0, HASH_DIGITS);
    this.#serving = graph;
    supergraphLoaded.reset(); // one that serves no more has no time
    supergraphLoaded.set({ hash }, Date.now() / 1_000);
    supergraphFileRefused.set(0);
    this.settings.onServing?.(graph.text);
    return hash;
  }

  async #reload(): Promise<void> {
    const { path, tryOut, log } = this.settings;
    try {
      const text = await settledText(path);
      const serving = this.graph();
      if (text === serving.text) return supergraphFileRefused.set(0); // the old file lies there again
      const next = await tryOut(text);
      const warm = await warmUp(next, serving);
      const hash = this.#serve(next);
      supergraphReloads.inc({ outcome: 'taken' });
      log.info({ path, hash, ...warm }, 'new supergraph taken');
    } catch (error) {
      supergraphReloads.inc({ outcome: 'refused' });
      supergraphFileRefused.set(1);
      log.error({ path, err: error }, 'new supergraph refused: the old one keeps serving');
    }
  }
}

/** What stands in a file when nobody is writing it any more. @throws when it cannot be read */
async function settledText(path: string): Promise<string> {
  let text = await readFile(path, 'utf8');
  for (let looks = 0; looks < LOOKS; looks += 1) {
    await sleep(SETTLE_MS);
    const later = await readFile(path, 'utf8');
    if (later === text) break;
    text = later;
  }
  return text;
}
