import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { GraphClient } from '../graph-client';
import { readJson, writeJson } from '../json-file';
import type { RunningStack } from '../run-stack';
import { StackError } from '../stack-error';
import { takeUp } from './progress';
import { fillIn, isTold, type PassedStep, readSeed, type ToldStep } from './seed-file';

/** What one step refers to may still be on its way from another service: a department, a holiday. */
const PATIENCE_MS = 20_000;

interface Payload {
  readonly errors?: readonly { readonly code: string; readonly message: string; readonly path?: readonly string[] }[];
}
type Answer = { readonly data: object } | { readonly refusal: string };

/**
 * Tells a new stack its departments, catalogue, rules and people, through the public endpoint and as the demo people; weeks
 * that have to pass are let pass in the database, where the worker finds it as it always does. What was told is remembered, so
 * that a start cut short is taken up where it stopped and later starts do nothing.
 * @throws {StackError} when a step is refused
 */
export async function seedStack({ description, layout }: RunningStack, say: (step: string) => void): Promise<void> {
  const file = layout.home.seeded;
  const { startedAt, done, trying, kept } = takeUp(await readJson(file), new Date());
  const known = new Set(done);
  const steps = readSeed().filter(({ id }) => !known.has(id));
  if (steps.length === 0) return;
  say(`Loading demo data: ${steps.length} entries …`);
  for (const step of steps) {
    await writeJson(file, { startedAt, done: [...known], trying: step.id, kept });
    const filled = fillIn(isTold(step) ? step.input : step.values, new Date(startedAt), kept);
    if (isTold(step)) {
      const client = new GraphClient(description.endpoint, description.tokens[step.as]);
      const data = await tell({ ...step, input: filled as object }, client, step.id === trying);
      if (step.keep) kept[step.keep.name] = step.keep.path.reduce<unknown>(inside, data);
    } else await letPass(step, layout.databases.services[step.database].appUrl, filled as unknown[]);
    known.add(step.id);
  }
  await writeJson(file, { startedAt, done: [...known], kept });
}

const inside = (value: unknown, key: string): unknown => (value as Record<string, unknown> | undefined)?.[key];

/** Moves a date, in the role of the service itself. @throws {StackError} when there is no such row */
async function letPass({ id, statement }: PassedStep, url: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(statement, values);
    if (rowCount !== 1) throw new StackError(`The demo data "${id}" found ${rowCount} rows, not one.`);
  } finally {
    await client.end();
  }
}

/**
 * Runs one step; a refusal is tried again for a while.
 * @param triedBefore it was cut short and may have been carried out: refused now, it has been
 */
async function tell(step: ToldStep, client: GraphClient, triedBefore: boolean): Promise<object> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await attempt(step, client);
    if ('data' in answer) return answer.data;
    if (Date.now() > deadline) {
      if (triedBefore) return {};
      throw new StackError(`The demo data "${step.id}" were refused: ${answer.refusal}`);
    }
    await sleep(250);
  }
}

async function attempt(step: ToldStep, client: GraphClient): Promise<Answer> {
  try {
    const data = await client.run<Record<string, Payload>>(step.operation, { input: step.input });
    const errors = Object.values(data).flatMap((payload) => payload.errors ?? []);
    if (errors.length === 0) return { data };
    const told = errors.map(({ code, message, path }) => `${code} ${path?.join('.') ?? ''} ${message}`);
    return { refusal: told.join('; ') };
  } catch (error) {
    return { refusal: (error as Error).message };
  }
}
