import type { Worker } from 'node:cluster';

/** What `node:cluster` sends to a process, with a connection where it hands one over, and what it hears of it. */
interface Told {
  readonly act?: string;
  readonly seq?: number;
}
interface Heard {
  readonly ack?: number;
}
interface Connection {
  close(): void;
}
type Send = (message: Told, connection?: Connection, ...rest: unknown[]) => boolean;

/**
 * Closes the connections that were being handed to a process when it died. Node keeps them open and tells nobody, so their clients would wait until they give
 * up; closed, they ask again. Whether the process had begun to read one is not known, so it is not handed to another.
 *
 * It heeds messages that Node does not document: where they are others one day, connections are left as Node leaves them, and a test says so.
 */
export function closeUnaccepted(worker: Worker): void {
  const underWay = new Map<number, Connection>();
  const { process } = worker;
  const send = process.send.bind(process) as Send;
  const sendAndNote: Send = (message, connection, ...rest) => {
    if (message.act === 'newconn' && message.seq !== undefined && connection) underWay.set(message.seq, connection);
    return send(message, connection, ...rest);
  };
  Object.assign(process, { send: sendAndNote });
  process.on('internalMessage', ({ ack }: Heard) => {
    if (ack !== undefined) underWay.delete(ack);
  });
  worker.once('exit', () => underWay.forEach((connection) => connection.close()));
}
