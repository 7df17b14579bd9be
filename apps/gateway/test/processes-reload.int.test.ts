import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import { eventually } from '@charter/testkit';
import { Cluster } from './fixtures/cluster';
import { type World, startWorld, supergraphOf } from './fixtures/gateway';
import { type Load, startLoad } from './fixtures/load';

const PROCESSES = 3;
const CLIENTS = 6;
/** For a machine that does much else, in milliseconds. */
const PATIENCE = 90_000;
jest.setTimeout(4 * PATIENCE);

describe('a supergraph that is replaced under several processes', () => {
  let world: World;
  let gateway: Cluster;
  let load: Load;
  /** Requests that were with a process that was killed. */
  let lost = 0;
  const agent = new Agent({ pipelining: 1, headersTimeout: 30_000 });

  beforeAll(async () => {
    world = await startWorld({ POINTS_ANONYMOUS: '100000000', SUBGRAPH_TIMEOUT: String(PATIENCE / 3) });
    gateway = await Cluster.start(world.settings, PROCESSES);
    load = startLoad(CLIENTS, ask);
  }, 200_000);
  afterAll(async () => {
    await load?.stop();
    await agent.close();
    await gateway?.stop();
    await world.stop();
  });

  /** Half of the requests on connections that are kept, half on new ones: those reach every process. */
  const ask = async (n: number) => {
    const { statusCode, body } = await request(`${gateway.url}/graphql`, {
      ...{ method: 'POST', dispatcher: agent, reset: n % 2 === 0, headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({
        query: 'query Q($id: ID!) { complaint(id: $id) { title notices { text } } }',
        variables: { id: `${n}` },
      }),
    });
    const text = (await body.text()).trim();
    const right = JSON.stringify({ data: { complaint: { title: `민원 ${n}`, notices: [{ text: `알림 ${n}` }] } } });
    if (statusCode !== 200 || text !== right) throw new Error(`HTTP ${statusCode}: ${text}`);
  };
  const someMore = async () => {
    const enough = load.good() + 5 * CLIENTS;
    await eventually(
      async () => load.good() + load.bad.length,
      (now) => now >= enough,
      PATIENCE,
    );
  };

  const put = (text: string): void => {
    writeFileSync(`${world.supergraphPath}.new`, text);
    renameSync(`${world.supergraphPath}.new`, world.supergraphPath);
  };
  /** The graph of these services, with another field for each name. */
  const graphWith = (...fields: string[]): string =>
    supergraphOf(
      { name: 'complaints', sdl: world.complaints.sdl },
      {
        name: 'notices',
        sdl: world.notices.sdl.replace(
          'whoAmI: String',
          ['whoAmI', ...fields].map((name) => `${name}: String`).join(' '),
        ),
      },
    );
  /** As `sha256sum` prints it. */
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
  /** What the processes serve, each its own: one hash, once it is the same. */
  const serving = async (): Promise<string[]> =>
    [
      ...(await gateway.metrics()).matchAll(
        /^charter_gateway_supergraph_loaded_timestamp_seconds\{hash="(\w+)"\} \d/gm,
      ),
    ].map(([, hash]) => hash!);
  const allServe = async (text: string) => {
    const hash = hashOf(text);
    await eventually(serving, (now) => now.join() === hash, PATIENCE);
    await someMore();
    expect(await serving()).toEqual([hash]);
  };
  const reloads = (outcome: string) =>
    gateway.figure(`charter_gateway_supergraph_reloads_total\\{outcome="${outcome}"\\}`);
  const said = (text: string) => gateway.said(text).map(({ process }) => process!);
  /** With which statuses a field is answered, once each process has answered. */
  const answersTo = async (field: string): Promise<number[]> => {
    const told = [await gateway.ask(`{ ${field} }`)];
    while (new Set(told.map(({ process }) => process)).size < PROCESSES) told.push(await gateway.ask(`{ ${field} }`));
    return [...new Set(told.map(({ status }) => status))];
  };
  /** Requests that failed, but for those that a killed process was answering. */
  const failed = () => load.bad.slice(lost);
  /** Kills a process, and waits until another has taken its place. */
  const oneDies = async () => {
    const before = gateway.pids();
    process.kill(before.at(-1)!, 'SIGKILL');
    await eventually(
      async () => gateway.pids().length,
      (count) => count > before.length,
      PATIENCE,
    );
    expect(failed().length).toBeLessThanOrEqual(CLIENTS);
    lost = load.bad.length;
  };

  it('is taken by every process, and no request fails', async () => {
    await allServe(graphWith());
    expect(await answersTo('later')).toEqual([400]);
    put(graphWith('later'));
    await allServe(graphWith('later'));
    expect(said('new supergraph taken').sort()).toEqual([1, 2, 3]);
    expect(await reloads('taken')).toBe(PROCESSES);
    expect(await answersTo('later')).toEqual([200]);
    expect(failed()).toEqual([]);
  });

  it('is kept out of every process when it is refused, also of one that takes the place of another', async () => {
    const lacking = supergraphOf({ name: 'notices', sdl: 'type Query { whoAmI: String }' });
    for (const [nth, text] of ['<html>proxy error</html>', lacking].entries()) {
      put(text);
      await eventually(
        async () => said('new supergraph refused').length,
        (count) => count >= (nth + 1) * PROCESSES,
        PATIENCE,
      );
      await allServe(graphWith('later'));
    }
    expect(said('new supergraph refused').sort()).toEqual([1, 1, 2, 2, 3, 3]);
    expect(await reloads('refused')).toBe(2 * PROCESSES);
    expect(await gateway.figure('charter_gateway_supergraph_file_refused')).toBe(1);
    expect(failed()).toEqual([]);

    await oneDies();
    await eventually(
      async () => said('new supergraph refused').at(-1),
      (process) => process === PROCESSES + 1, // it has looked at the file itself
      PATIENCE,
    );
    await allServe(graphWith('later'));
    expect(await answersTo('later')).toEqual([200]);
  });

  it('is taken also by a process that starts meanwhile, and so is the next one', async () => {
    const dying = oneDies();
    put(graphWith('meanwhile'));
    await dying;
    await allServe(graphWith('meanwhile'));
    expect(await answersTo('meanwhile')).toEqual([200]);
    put(graphWith());
    await allServe(graphWith());
    expect(await answersTo('meanwhile')).toEqual([400]);
  });

  it('has cost no request but those that were with a process that was killed', async () => {
    await load.stop();
    expect(failed()).toEqual([]);
    expect(load.bad.filter((one) => /timeout/i.test(one))).toEqual([]); // nobody waited for one that was gone
    expect(load.good()).toBeGreaterThan(500);
  });
});
