import { SERVICES, type ServiceName } from '@charter/contracts';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

import type { Secrets } from './secrets';
import { StackError } from './stack-error';

/** How the processes of one service, or of the gateway, reach their database. */
interface ServiceDatabase {
  /** For migrations: owns the database, may define tables. */
  readonly ownerUrl: string;
  /** For the running service: reads and writes rows, defines nothing. */
  readonly appUrl: string;
}

export interface Databases {
  readonly services: Readonly<Record<ServiceName, ServiceDatabase>>;
  /** Where gateways count together what callers ask for. */
  readonly gateway: ServiceDatabase;
  /** The queue's own database; absent when the queue is on Redis. */
  readonly queueUrl?: string;
}

/** Where the databases are, and what stands before every database and role name on a server shared with others. */
export interface DatabaseServer {
  readonly url: string;
  readonly prefix: string;
}

/**
 * Creates what is missing of databases and roles, and sets the kept passwords.
 * @param withQueue whether the queue lives in PostgreSQL
 * @throws {StackError} when the server cannot be reached or its user may not create databases
 */
export async function ensureDatabases(
  server: DatabaseServer,
  secrets: Secrets,
  withQueue: boolean,
): Promise<Databases> {
  const admin = await connect(server.url);
  try {
    const services = {} as Record<ServiceName, ServiceDatabase>;
    for (const service of SERVICES)
      services[service] = await ensureOwned(admin, server, service, secrets.databases[service]);
    const gateway = await ensureOwned(admin, server, 'gateway', secrets.gateway);
    if (!withQueue) return { services, gateway };
    const queue = `${server.prefix}queue`;
    await ensureRole(admin, queue, secrets.queue);
    await ensureDatabase(admin, queue, queue);
    return { services, gateway, queueUrl: urlFor(server.url, queue, secrets.queue, queue) };
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new StackError(
      `The user of DATABASE_URL may not create databases or roles (${(error as Error).message}): give one with CREATEDB and CREATEROLE.`,
    );
  } finally {
    await admin.end();
  }
}

/** Removes the databases and roles again. */
export async function dropDatabases(server: DatabaseServer): Promise<void> {
  const admin = await connect(server.url);
  try {
    for (const name of [...SERVICES, 'gateway', 'queue']) {
      await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(server.prefix + name)} WITH (FORCE)`);
    }
    const owned = [...SERVICES, 'gateway'].flatMap((name) => [`${name}_owner`, `${name}_app`]);
    const roles = [...owned, 'queue'];
    for (const role of roles) await admin.query(`DROP ROLE IF EXISTS ${escapeIdentifier(server.prefix + role)}`);
  } finally {
    await admin.end();
  }
}

/** A database with a role that owns its tables, and one that reads and writes rows. */
async function ensureOwned(
  admin: Client,
  server: DatabaseServer,
  name: ServiceName | 'gateway',
  { owner: ownerPassword, app: appPassword }: Secrets['gateway'],
): Promise<ServiceDatabase> {
  const database = `${server.prefix}${name}`;
  const [owner, app] = [`${database}_owner`, `${database}_app`];
  await ensureRole(admin, owner, ownerPassword);
  await ensureRole(admin, app, appPassword);
  await ensureDatabase(admin, database, owner);
  await admin.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${escapeIdentifier(app)}`);
  const ownerUrl = urlFor(server.url, owner, ownerPassword, database);
  await grantRows(ownerUrl, app);
  return { ownerUrl, appUrl: urlFor(server.url, app, appPassword, database) };
}

/** Whatever the owner creates from now on, the application role may use row by row, and never change in shape. */
async function grantRows(ownerUrl: string, app: string): Promise<void> {
  const role = escapeIdentifier(app);
  const owner = await connect(ownerUrl);
  try {
    await owner.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await owner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    await owner.query(`ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${role}`);
    await owner.query(`ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`);
    await owner.query(`ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO ${role}`);
  } finally {
    await owner.end();
  }
}

async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  const known = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = known.rowCount ? 'ALTER' : 'CREATE';
  await admin.query(`${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

async function ensureDatabase(admin: Client, database: string, owner: string): Promise<void> {
  const known = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (known.rowCount) return;
  // A user that is no superuser may give a database only to a role it belongs to.
  await admin.query(`GRANT ${escapeIdentifier(owner)} TO CURRENT_USER`);
  await admin.query(
    `CREATE DATABASE ${escapeIdentifier(database)} OWNER ${escapeIdentifier(owner)} ENCODING 'UTF8' TEMPLATE template0`,
  );
  await admin.query(`REVOKE ALL ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC`);
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host } = new URL(url);
    throw new StackError(
      `The database server at ${host} cannot be used: ${(error as Error).message}. Check DATABASE_URL.`,
    );
  }
}

function urlFor(server: string, user: string, password: string, database: string): string {
  const url = new URL(server);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
