import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { freePorts } from './free-ports';
import { type Issuer, startIssuer } from './issuer';
import { PEERS, type PeerSettings } from './peers/peer';
import { SUBGRAPHS } from './subgraphs/subgraphs';

const START_MS = 60_000;
const MOST_POINTS = '1000000000';
const OURS = join(__dirname, '../../../../apps/gateway/dist/main.js');
const CANARY = 'query Canary { complaint(id: "1") { title department { name head { name } } } }';

export interface Gateway {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}

export interface City {
  readonly gateways: readonly Gateway[];
  /** Bearer tokens of as many people. */
  readonly tokens: readonly string[];
  stop(): Promise<void>;
}

/** What a peer runs with: as in production, and without a word to its maker. */
const PEER_ENV = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', NODE_NO_WARNINGS: '1' };

/**
 * Starts the stub subgraphs and every gateway before them, each in a process of its own.
 * @param names the gateways that are wanted: `ours`, and peers
 * @throws when one does not come up within a minute
 */
export async function startCity(names: readonly string[]): Promise<City> {
  const children: ChildProcess[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  const issuer = await startIssuer();
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end));
    issuer.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const stubs = fork(join(__dirname, 'subgraphs/main.js'), { env: PEER_ENV });
    children.push(stubs);
    const subgraphs = await firstMessage<Record<string, string>>(stubs);
    const settings: PeerSettings = { subgraphs, supergraph: supergraphOf(subgraphs) };

    const gateways: Gateway[] = [];
    for (const name of names) {
      if (name === 'ours') {
        const { child, url } = await startOurs(settings, issuer, folder);
        children.push(child);
        await ready(child, url);
        gateways.push({ name, url: `${url}/graphql`, pid: child.pid! });
        continue;
      }
      const child = fork(join(__dirname, 'peers/main.js'), [name], { env: PEER_ENV });
      children.push(child);
      child.send(settings);
      gateways.push({ name, url: await firstMessage<string>(child), pid: child.pid! });
    }
    return { gateways, tokens: issuer.tokens, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Every gateway that can be measured, ours first. */
export const GATEWAYS: readonly string[] = ['ours', ...PEERS];

/** Composed as the platform's own supergraph is. */
function supergraphOf(subgraphs: Readonly<Record<string, string>>): string {
  const services = SUBGRAPHS.map(({ name, sdl }) => ({ name, url: subgraphs[name]!, typeDefs: parse(sdl) }));
  const composed = composeServices(services);
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

/** Our gateway as the stack starts it: tokens are verified, limits hold, each call carries a signed identity, each request is logged. */
async function startOurs(
  { supergraph, subgraphs }: PeerSettings,
  issuer: Issuer,
  folder: string,
): Promise<{ child: ChildProcess; url: string }> {
  const [port, metricsPort] = await freePorts(2);
  const supergraphPath = join(folder, 'supergraph.graphql');
  const canaryPath = join(folder, 'canary.graphql');
  writeFileSync(supergraphPath, supergraph);
  writeFileSync(canaryPath, CANARY);
  const child = spawn(process.execPath, [OURS], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'development', // in production an issuer has to speak https
      LOG_LEVEL: 'info',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      SUPERGRAPH_PATH: supergraphPath,
      CANARY_PATH: canaryPath,
      SUBGRAPH_URLS: JSON.stringify(subgraphs),
      OIDC_ISSUER: issuer.url,
      OIDC_JWKS_URL: issuer.url,
      SIGNING_KEY: JSON.stringify(issuer.gatewayKey),
      // Points are counted for each request; a hundred people do not ask so much in a minute, so they have as many as there are.
      ...{ POINTS_ANONYMOUS: MOST_POINTS, POINTS_CITIZEN: MOST_POINTS },
    },
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  for (const until = Date.now() + START_MS; ;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`Our gateway did not start (${child.exitCode}).`);
    await sleep(100);
  }
}

async function firstMessage<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${String(code)}.`);
  });
  const late = sleep(START_MS, undefined, { ref: false }).then(() => {
    throw new Error(`${child.spawnargs.slice(1).join(' ')} did not start.`);
  });
  ended.catch(() => undefined); // it may end much later, when nobody waits for it
  const [message] = (await Promise.race([once(child, 'message'), ended, late])) as [T];
  return message;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(impatient);
}
