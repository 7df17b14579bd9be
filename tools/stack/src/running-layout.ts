import { ensureDatabases } from './databases';
import { lockHolder } from './home';
import { readJson } from './json-file';
import { loadSecrets } from './secrets';
import type { Settings } from './settings';
import { readStack } from './stack-file';
import type { Layout } from './topology';

/** The layout of the stack that runs in a home, for a program beside it; undefined when none is up. */
export async function runningLayout({ home, redisUrl, inherited }: Settings): Promise<Layout | undefined> {
  const stack = await readStack(home);
  if (!stack || !(await lockHolder(home))) return undefined;
  const secrets = await loadSecrets(home.secrets);
  return {
    home,
    gatewayPort: Number(new URL(stack.endpoint).port),
    ports: ((await readJson(home.ports)) ?? {}) as Record<string, number>,
    secrets,
    databases: await ensureDatabases({ url: stack.database, prefix: '' }, secrets, !redisUrl),
    redisUrl,
    inherited,
  };
}
