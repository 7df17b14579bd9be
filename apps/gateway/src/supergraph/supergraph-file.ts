import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
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
  #entities: ReadonlySet<string> = new Set();
  #reloading: Promise<void> = Promise.resolve();

  constructor(private readonly settings: SupergraphFileSettings) {}

  async initialize({
    update,
  }: Parameters<SupergraphSdlHook>[0]): Promise<{ supergraphSdl: string; cleanup: () => Promise<void> }> {
    const { path, interval = 1_000 } = this.settings;
    this.#serves(await readFile(path, 'utf8'));
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

  /** Whether a type is an entity: one that a service refers to by its key, and another answers for, or does not. */
  isEntity(type: string): boolean {
    return this.#entities.has(type);
  }

  #serves(text: string): void {
    this.#serving = text;
    this.#entities = entitiesOf(text);
  }

  async #reload(update: SupergraphSdlUpdateFunction): Promise<void> {
    const { path, tryOut, log } = this.settings;
    try {
      const next = await readFile(path, 'utf8');
      if (next === this.#serving) return;
      await tryOut(next);
      update(next);
      this.#serves(next);
      supergraphReloads.inc({ outcome: 'taken' });
      log.info({ path }, 'new supergraph taken');
    } catch (error) {
      supergraphReloads.inc({ outcome: 'refused' });
      log.error({ path, err: error }, 'new supergraph refused: the old one keeps serving');
    }
  }
}

const entitiesOf = (supergraphSdl: string): ReadonlySet<string> =>
  new Set(
    parse(supergraphSdl).definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION &&
      node.directives?.some(({ arguments: given }) => given?.some(({ name }) => name.value === 'key'))
        ? [node.name.value]
        : [],
    ),
  );
