import { Client } from 'pg';

/** Of rate-limiter-flexible, which knows its columns. */
export const LIMIT_TABLE = 'request_limit';

/**
 * Creates the table of limits, as its owner: the role of the running gateway defines nothing. Nothing in it is worth keeping, so
 * it is written past the write-ahead log: a crash of the server empties it.
 * @param ownerUrl of the database's owner
 */
export async function createLimitTable(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(
      `CREATE UNLOGGED TABLE IF NOT EXISTS ${LIMIT_TABLE} (
         key varchar(255) PRIMARY KEY,
         points integer NOT NULL DEFAULT 0,
         expire bigint
       )`,
    );
    await client.query(`CREATE INDEX IF NOT EXISTS ${LIMIT_TABLE}_expire ON ${LIMIT_TABLE} (expire)`);
  } finally {
    await client.end();
  }
}
