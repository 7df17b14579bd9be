import { parseArgs } from 'node:util';

import { Presets, SingleBar } from 'cli-progress';
import { z } from 'zod';

import { readCatalogue } from '../demo/catalogue';
import type { HistoryPlan } from '../demo/history';
import { countRecords, importHistory } from '../demo/import-history';
import { publishYears } from '../demo/publish-years';
import { lockHolder } from '../home';
import { readJson, writeJson } from '../json-file';
import { gatewayPort } from '../ports';
import { Stack } from '../run-stack';
import { runningLayout } from '../running-layout';
import { seedStack } from '../seed/seed-stack';
import { readSettings, type Settings } from '../settings';
import { readStack } from '../stack-file';
import { StackError } from '../stack-error';
import type { Layout } from '../topology';
import { untilTold } from './until-told';

const SEED = 20_260_101;
const COMPLAINTS = 20_000;

/**
 * `npm run demo`: fills the stack with a year of history. `--complaints N` tells a smaller one. The stack may be running; if
 * not, it is started for the time.
 */
export async function demo(args: readonly string[]): Promise<number> {
  const settings = readSettings(process.env);
  const complaints = wantedComplaints(args);
  const running = await runningLayout(settings);
  if (running) return fill(running, complaints);
  if (await lockHolder(settings.home))
    throw new StackError('The stack is just starting: run this again when it is ready.');
  return withOwnStack(settings, (layout) => fill(layout, complaints));
}

async function withOwnStack(settings: Settings, work: (layout: Layout) => Promise<number>): Promise<number> {
  const silent = { line: () => undefined, note: () => undefined };
  const say = (step: string): void => console.log(step);
  const stack = new Stack({ ...settings, gatewayPort: await gatewayPort(settings.port), watcher: silent, say });
  const told = untilTold(() => stack.supervisor.kill());
  const run = async (): Promise<number> => {
    const up = await stack.start();
    await seedStack(up, say);
    return work(up.layout);
  };
  try {
    return await Promise.race([run(), told.reason.then(() => 1)]);
  } finally {
    await stack.stop();
  }
}

async function fill(layout: Layout, complaints: number): Promise<number> {
  const plan = await keptPlan(layout, complaints);
  const total = countRecords(plan);
  const bar = new SingleBar(
    {
      format: ' {bar} {percentage}% | {value} of {total} records | {duration_formatted}',
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    },
    Presets.shades_classic,
  );
  console.log(
    `A year until ${plan.until.toISOString().slice(0, 10)}: ${plan.complaints} complaints and what followed.`,
  );
  bar.start(total, 0);
  try {
    await importHistory(layout, plan, (done) => bar.update(done));
  } finally {
    bar.stop();
  }
  const stack = await readStack(layout.home);
  if (stack) await publishYears(stack.endpoint, stack.tokens['admin']!, plan.until);
  console.log('Done. Look at it in the playground, or with any token of stack.json.');
  return 0;
}

/** The same year every time in one home: what is there already is not told twice. */
async function keptPlan({ home }: Layout, complaints: number): Promise<HistoryPlan> {
  const file = home.history;
  const schema = z.object({ seed: z.number(), complaints: z.number(), until: z.iso.datetime() });
  const kept = schema.safeParse(await readJson(file));
  const plan = kept.success ? kept.data : { seed: SEED, complaints, until: new Date().toISOString() };
  await writeJson(file, plan);
  return { ...plan, until: new Date(plan.until), services: readCatalogue() };
}

function wantedComplaints(args: readonly string[]): number {
  try {
    const { values } = parseArgs({ args: [...args], options: { complaints: { type: 'string' } }, strict: true });
    return z.coerce.number().int().min(1).max(1_000_000).default(COMPLAINTS).parse(values.complaints);
  } catch {
    throw new StackError(
      `Unknown option in "${args.join(' ')}": this command knows --complaints with a number from 1 to 1000000.`,
    );
  }
}
