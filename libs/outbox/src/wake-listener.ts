import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { Log } from './log';
import { SteadyClient } from './steady-client';
import { within } from './time';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

function clientConfig({ options }: DataSource): ClientConfig {
  const { url, host, port, username, password, database, ssl } = options as PostgresOptions;
  return {
    ...(url ? { connectionString: url } : { host, port, user: username, password, database }),
    ssl: ssl as ClientConfig['ssl'], // TypeORM types it for servers, and hands it to pg as it is
    application_name: 'charter-outbox-listen',
    connectionTimeoutMillis: 5_000,
    // Without probes a connection that a firewall dropped would stay silent for hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/**
 * Hears commits that wrote events, on a connection of its own: LISTEN is bound to one session, and a pool's would come and go.
 * Connects again when that session is lost; every connection wakes once without a word, for what was written meanwhile.
 */
export class WakeListener {
  private client: Client | undefined;
  private running: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  constructor(
    private readonly dataSource: DataSource,
    private readonly channel: string,
    private readonly wake: (word: string) => void,
    private readonly logger: Log,
    private readonly reconnectMs = 1_000,
  ) {}

  start(): void {
    this.running ??= this.keepListening();
  }

  /** Ends the connection; a server that does not answer is not waited for. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await within(1_000, this.client?.end() ?? Promise.resolve());
    await within(1_000, this.running ?? Promise.resolve());
  }

  private async keepListening(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.listenUntilLost();
      } catch (error) {
        if (!signal.aborted) this.logger.warn({ err: error }, 'The outbox listener lost its connection.');
      }
      await sleep(this.reconnectMs, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
    }
  }

  private async listenUntilLost(): Promise<void> {
    const client = new SteadyClient(clientConfig(this.dataSource));
    this.client = client;
    const lost = new Promise<void>((resolve, reject) => client.once('end', resolve).on('error', reject));
    lost.catch(() => undefined); // awaited below; a failure to connect must not also be an unhandled rejection
    client.on('notification', ({ payload }) => this.wake(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.wake('');
      await lost;
    } finally {
      await within(1_000, client.end());
    }
  }
}
