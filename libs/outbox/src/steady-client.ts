import { Client, type ClientConfig } from 'pg';

/**
 * A pg client that never ends its process. pg tells of a lost connection by an `error` event, and one that nobody listens to is an
 * uncaught exception; there is such a moment between "connected" and the first listener of whoever asked for the connection, long
 * enough for a PostgreSQL that is being restarted. The loss itself goes unnoticed by nobody: the next query fails with it.
 * For a pool, as its option `Client`.
 */
export class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
