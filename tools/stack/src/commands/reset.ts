import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

import { dropDatabases } from '../databases';
import { type Home } from '../home';
import { readSettings } from '../settings';
import { StackError } from '../stack-error';
import { switches } from './options';
import { stopHome } from './stop';

/** `npm run reset`: stops the stack and erases its data, after asking. */
export async function reset(args: readonly string[]): Promise<number> {
  const { yes } = switches(args, 'yes');
  const { home, databaseUrl } = readSettings(process.env);
  if (!existsSync(home.folder)) {
    console.log(`There is nothing to erase: ${home.folder} does not exist.`);
    return 0;
  }
  await checkIsHome(home);
  if (!yes && !(await agreed(home.folder, databaseUrl))) {
    console.log('Nothing was changed.');
    return 1;
  }
  await stopHome(home);
  if (databaseUrl) await dropDatabases({ url: databaseUrl, prefix: '' });
  for (const part of partsOf(home)) await rm(part, { recursive: true, force: true });
  console.log(`Erased the data in ${home.folder}. The next "npm start" begins anew.`);
  return 0;
}

async function agreed(folder: string, databaseUrl: string | undefined): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new StackError('This erases data and nobody can be asked here: say "npm run reset -- --yes".');
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const databases = databaseUrl ? ` and the platform's databases on ${new URL(databaseUrl).host}` : '';
  const answer = await ask.question(`Erase all data in ${folder}${databases}? Type "yes": `);
  ask.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** CHARTER_HOME may point anywhere: only what a stack has made is ever erased. */
async function checkIsHome(home: Home): Promise<void> {
  const ours = new Set(partsOf(home));
  const names = (await readdir(home.folder)).map((name) => join(home.folder, name));
  if (names.length === 0 || names.some((name) => ours.has(name))) return;
  throw new StackError(`${home.folder} holds no data of a stack: nothing was erased. Check CHARTER_HOME.`);
}

const partsOf = ({
  postgres,
  secrets,
  ports,
  mail,
  messages,
  seeded,
  history,
  tokens,
  processes,
  stack,
  lock,
}: Home): string[] => [
  postgres,
  `${postgres}.new`,
  secrets,
  ports,
  mail,
  messages,
  seeded,
  history,
  tokens,
  processes,
  stack,
  lock,
];
