import type { OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { TooComplex } from '../limits/measure';
import type { LoadedGraph } from '../supergraph/loaded-graph';
import { type FitDocument, readDocument } from './document';
import { PreparedOperation } from './prepared-operation';
import { DocumentRefused, NoSuchOperation } from './refused';

/** What a prepared text is taken to hold for each of its letters: nodes, plan and writers. The stories of the playground hold 71. */
const BYTES_PER_LETTER = 80;
/** For texts that were refused, with what was said of them. */
const REFUSED_BYTES = 2 * 1024 * 1024;
const MOST_TEXTS = 4_000;

/** `new`: it has to be read, and planned. `read`: this operation of it has not been planned yet. `ready`: neither. */
export type Standing = 'new' | 'read' | 'ready';

interface Entry {
  readonly source: FitDocument;
  readonly byName: Map<string, PreparedOperation>;
}

/**
 * Texts that have been read, by the text itself, with their operations. A text is first on probation and is kept for good when
 * it comes again: a flood of texts that come once pushes out each other and not what the city's sites ask all day. Refused ones
 * have a small place of their own, so that a client in a loop costs little, and nobody fills the memory with nonsense.
 */
export class OperationStore {
  readonly #kept: LRUCache<string, Entry>;
  readonly #probation: LRUCache<string, Entry>;
  readonly #refused = new LRUCache<string, DocumentRefused | TooComplex>({
    max: MOST_TEXTS,
    maxSize: REFUSED_BYTES,
    sizeCalculation: (refused, text) =>
      2 * text.length + ('faults' in refused ? 1_000 * (refused.faults.length + 1) : 1_000),
  });

  /** @param maxBytes what all texts together may hold, by estimate */
  constructor(
    private readonly graph: LoadedGraph,
    maxBytes: number,
  ) {
    const storeOf = (share: number) =>
      new LRUCache<string, Entry>({
        max: MOST_TEXTS,
        maxSize: Math.ceil(maxBytes * share),
        sizeCalculation: (_entry, text) => BYTES_PER_LETTER * text.length + 1,
      });
    this.#kept = storeOf(0.75);
    this.#probation = storeOf(0.25);
  }

  /** What answering an operation of this text still costs. A text that was refused is as good as ready: it is refused again. */
  standingOf(text: string, operationName: string | undefined): Standing {
    const entry = this.#kept.peek(text) ?? this.#probation.peek(text);
    if (!entry) return this.#refused.has(text) ? 'ready' : 'new';
    const known = entry.byName.get(operationName ?? '');
    if (known) return known.isPlanned ? 'ready' : 'read';
    return operationIn(entry.source, operationName) ? 'read' : 'ready';
  }

  /**
   * The operation of a text.
   * @throws {DocumentRefused} {TooComplex} {NoSuchOperation}
   */
  prepare(text: string, operationName: string | undefined): PreparedOperation {
    const { source, byName } = this.#entry(text);
    const known = byName.get(operationName ?? '');
    if (known) return known;
    const operation = operationIn(source, operationName);
    if (!operation) throw new NoSuchOperation();
    const prepared =
      [...byName.values()].find(({ name }) => name === operation.name?.value) ??
      new PreparedOperation(this.graph, source, operation);
    byName.set(operationName ?? '', prepared);
    return prepared;
  }

  #entry(text: string): Entry {
    const kept = this.#kept.get(text);
    if (kept) return kept;
    const known = this.#probation.get(text);
    if (known) {
      this.#probation.delete(text);
      this.#kept.set(text, known);
      return known;
    }
    const refused = this.#refused.get(text);
    if (refused) throw refused;
    try {
      const entry: Entry = { source: readDocument(text, this.graph), byName: new Map() };
      this.#probation.set(text, entry);
      return entry;
    } catch (error) {
      if (error instanceof DocumentRefused || error instanceof TooComplex) this.#refused.set(text, error);
      throw error;
    }
  }

  /**
   * Plans an operation before somebody waits for it, to be kept as one that comes again. Never throws: one text must not decide whether all others
   * are served, and whoever asks for it is told why it cannot run.
   * @returns whether it can run on this schema
   */
  adopt(text: string, operationName: string | undefined): boolean {
    try {
      this.prepare(text, operationName); // on probation
      this.prepare(text, operationName).plan(); // kept
      return true;
    } catch {
      return false;
    }
  }

  /** Texts that come again and again, with the operations that are asked of them, the latest first. */
  *recent(most: number): Generator<{ readonly text: string; readonly operationName: string | undefined }> {
    let left = most;
    for (const [text, { byName }] of this.#kept.entries()) {
      for (const operationName of byName.keys()) {
        if (left-- <= 0) return;
        yield { text, operationName: operationName || undefined };
      }
    }
  }
}

function operationIn({ operations }: FitDocument, name: string | undefined): OperationDefinitionNode | undefined {
  if (name === undefined) return operations.length === 1 ? operations[0] : undefined;
  return operations.find((operation) => operation.name?.value === name);
}
