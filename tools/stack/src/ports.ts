import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

import { readJson, writeJson } from './json-file';
import { StackError } from './stack-error';

/** Below the ports that systems give to connections by themselves (Linux from 32768): none can take one between its choice and its use. */
const LOWEST = 15_000;
const HIGHEST = 30_000;
const TRIES = 200;

/** True when this process may listen on the port of the loopback address. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Ports for the named processes. A port once given stays with its name from start to start, so that addresses and issued
 * tokens stay valid; one that somebody else has taken meanwhile is replaced.
 * @param file where the choice is kept
 */
export async function keepPorts(file: string, names: readonly string[]): Promise<Record<string, number>> {
  const kept = ((await readJson(file)) ?? {}) as Record<string, number>;
  const ports: Record<string, number> = {};
  for (const name of names) {
    const before = kept[name];
    const again = typeof before === 'number' && !Object.values(ports).includes(before) && (await isFree(before));
    ports[name] = again ? before : await freePort(new Set([...Object.values(ports), ...Object.values(kept)]));
  }
  await writeJson(file, { ...kept, ...ports });
  return ports;
}

/** The gateway's port as asked for. @throws {StackError} when it is not a port, or taken. */
export async function gatewayPort(wanted: string | undefined): Promise<number> {
  const port = Number(wanted ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StackError(`CHARTER_PORT is "${wanted}", which is no port: give a number from 1 to 65535.`);
  }
  if (port === 0) return freePort(new Set());
  if (await isFree(port)) return port;
  throw new StackError(
    `Port ${port} is taken by another program (or not allowed): choose another, for example CHARTER_PORT=${port === 65_535 ? 4000 : port + 1} npm start.`,
  );
}

async function freePort(avoid: ReadonlySet<number>): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!avoid.has(port) && (await isFree(port))) return port;
  }
  throw new StackError(
    `None of ${TRIES} ports between ${LOWEST} and ${HIGHEST} of 127.0.0.1 is free: end what uses them.`,
  );
}
