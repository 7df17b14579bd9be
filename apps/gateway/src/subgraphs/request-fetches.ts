import { type Received, type SubgraphAnswer, read } from './transport';

/** An answer of the asker's own. */
interface Told {
  readonly answer: SubgraphAnswer;
  /** Whether the same had been asked before. */
  readonly isShared: boolean;
}

/**
 * What one request has asked of the subgraphs: the same question is sent once. Steps of a plan that meet the same entities at several places ask
 * for them word for word alike. Nothing is kept beyond the request, and nothing across a mutation in it.
 */
export class RequestFetches {
  readonly #asked = new WeakMap<object, Map<string, Promise<Received>>>();

  /**
   * @param request the object that stands for the request
   * @param question the subgraph and everything that is sent to it
   */
  async once(request: object, question: string, ask: () => Promise<Received>): Promise<Told> {
    const known = this.#asked.get(request) ?? new Map<string, Promise<Received>>();
    this.#asked.set(request, known);
    const before = known.get(question);
    if (before) {
      const { text, answer } = await before;
      // Read anew: whoever asked first goes on to put other fields into the objects that it was given.
      return { answer: read(200, text, answer.maxAge), isShared: true };
    }
    const asked = ask();
    known.set(question, asked);
    return { answer: (await asked).answer, isShared: false };
  }

  /** Something was written: what was read before may no longer be so. */
  forget(request: object): void {
    this.#asked.delete(request);
  }
}
