import cluster, { type Worker } from 'node:cluster';
import { z } from 'zod';

const saying = z.union([z.object({ serves: z.string() }), z.object({ asks: z.literal('supergraph') })]);
const answered = z.object({ served: z.string().nullable() });

/**
 * What the processes of a gateway serve, kept by the one that keeps them: a process that takes the place of another begins with it. The file alone
 * would not do, since the others may have refused what stands there now.
 */
export class ServedSupergraph {
  /** What was taken last by any of them. */
  #text: string | null = null;

  /** Listens to a process that was started. */
  hear(worker: Worker): void {
    worker.on('message', (message: unknown) => {
      const said = saying.safeParse(message);
      if (!said.success) return; // it says other things as well
      if ('serves' in said.data) this.#text = said.data.serves;
      else worker.send({ served: this.#text });
    });
  }
}

/** One of several processes tells its keeper what it serves from now on. */
export const tellServed = (supergraphSdl: string): void => {
  cluster.worker?.send({ serves: supergraphSdl });
};

/** One of several processes asks its keeper what the others serve. @returns undefined while none of them serves */
export const servedByOthers = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    const hear = (message: unknown): void => {
      const heard = answered.safeParse(message);
      if (!heard.success) return;
      process.off('message', hear);
      resolve(heard.data.served ?? undefined);
    };
    process.on('message', hear);
    cluster.worker?.send({ asks: 'supergraph' });
  });
