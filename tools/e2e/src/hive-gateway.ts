import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type Person, REPOSITORY, type RunningStack } from './running-stack';

const SERVICES = ['charter', 'compensation', 'complaints', 'notices', 'participation', 'surveys'];

/** Hive's planner in JavaScript, or the one in Rust. */
export type Planner = 'javascript' | 'rust';

/** Another federation gateway before the subgraphs of a running stack, with the supergraph that is committed, as it is. */
export class HiveGateway {
  private constructor(
    private readonly stack: RunningStack,
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  /** @throws when it does not start */
  static async start(stack: RunningStack, planner: Planner): Promise<HiveGateway> {
    const child = fork(join(__dirname, 'hive/main.mjs'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const { processes } = stack.description;
    child.send({
      planner,
      supergraph: readFileSync(join(REPOSITORY, 'apps/gateway/supergraph.graphql'), 'utf8'),
      subgraphs: Object.fromEntries(SERVICES.map((name) => [name, `${processes[name]!.url}/graphql`])),
      signer: stack.signer('gateway'),
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`Hive Gateway ended with ${String(code)}.`);
    });
    ended.catch(() => undefined); // it ends in the end, when nobody waits for it
    const [url] = (await Promise.race([once(child, 'message'), ended])) as [string];
    return new HiveGateway(stack, child, url);
  }

  /** Asks as one of the demo people, or as nobody. */
  ask<T>(who: Person | undefined, query: string, variables: object): Promise<Answer<T>> {
    const token = who && this.stack.description.tokens[who];
    return this.stack.post<T>(this.url, { query, variables }, token ? { authorization: `Bearer ${token}` } : {});
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }
}
