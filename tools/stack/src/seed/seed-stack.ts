import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { GraphClient } from '../graph-client';
import { readJson, writeJson } from '../json-file';
import type { RunningStack } from '../run-stack';
import { StackError } from '../stack-error';
import { readSeed, type SeedStep } from './seed-file';

const progress = z.object({
  startedAt: z.iso.datetime(),
  done: z.array(z.string()),
  /** What was being told when this was written. */
  trying: z.string().optional(),
});

/** What one step refers to may still be on its way from another service: a department, a holiday. */
const PATIENCE_MS = 20_000;

/**
 * Tells a new stack its departments, catalogue, rules and people, through the public endpoint and as the demo people. What
 * was told is remembered, so that a start cut short is taken up where it stopped and later starts do nothing.
 * @throws {StackError} when a step is refused
 */
export async function seedStack({ description, layout }: RunningStack, say: (step: string) => void): Promise<void> {
  const file = layout.home.seeded;
  const kept = progress.safeParse(await readJson(file));
  const { startedAt, done, trying } = kept.success ? kept.data : { startedAt: new Date().toISOString(), done: [] };
  const known = new Set(done);
  const steps = readSeed(new Date(startedAt)).filter(({ id }) => !known.has(id));
  if (steps.length === 0) return;
  say(`Loading demo data: ${steps.length} entries …`);
  for (const step of steps) {
    await writeJson(file, { startedAt, done: [...known], trying: step.id });
    await tell(step, new GraphClient(description.endpoint, description.tokens[step.as]), step.id === trying);
    known.add(step.id);
  }
  await writeJson(file, { startedAt, done: [...known] });
}

/**
 * Runs one step; a refusal is tried again for a while.
 * @param triedBefore it was cut short and may have been carried out: refused now, it has been
 */
async function tell(step: SeedStep, client: GraphClient, triedBefore: boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const refusal = await attempt(step, client);
    if (!refusal) return;
    if (Date.now() > deadline) {
      if (triedBefore) return;
      throw new StackError(`The demo data "${step.id}" were refused: ${refusal}`);
    }
    await sleep(250);
  }
}

async function attempt(step: SeedStep, client: GraphClient): Promise<string | undefined> {
  interface Payload {
    readonly errors?: readonly { readonly code: string; readonly message: string; readonly path?: readonly string[] }[];
  }
  try {
    const data = await client.run<Record<string, Payload>>(step.operation, { input: step.input });
    const errors = Object.values(data).flatMap((payload) => payload.errors ?? []);
    return (
      errors.map(({ code, message, path }) => `${code} ${path?.join('.') ?? ''} ${message}`).join('; ') || undefined
    );
  } catch (error) {
    return (error as Error).message;
  }
}
