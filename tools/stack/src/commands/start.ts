import { check } from '../check/check';
import { LogView } from '../log-view';
import { gatewayPort } from '../ports';
import { Stack } from '../run-stack';
import { seedStack } from '../seed/seed-stack';
import { readSettings } from '../settings';
import { banner } from './banner';
import { switches } from './options';
import { untilTold } from './until-told';

/** `npm start`: brings a stack up and keeps it up until told to stop. `--check` tries the whole story and ends. */
export async function start(args: readonly string[]): Promise<number> {
  const settings = readSettings(process.env);
  if (switches(args, 'check').check) return check(settings);
  const view = new LogView((line) => process.stdout.write(`${line}\n`), usesColours(), settings.wholeLogs);
  const say = (step: string): void => view.note('stack', step);
  const stack = new Stack({ ...settings, gatewayPort: await gatewayPort(settings.port), watcher: view, say });
  const told = untilTold(() => stack.supervisor.kill());
  try {
    const up = await Promise.race([stack.start(), told.reason]);
    if (typeof up === 'object') {
      await Promise.race([seedStack(up, say), told.reason]);
      await stack.announce(up);
      process.stdout.write(banner(up.description, settings.home));
    }
    say(`${await told.reason}: stopping …`);
  } finally {
    await stack.stop();
  }
  say('Stopped.');
  return 0;
}

const usesColours = (): boolean => Boolean(process.stdout.isTTY && !process.env['NO_COLOR']);
