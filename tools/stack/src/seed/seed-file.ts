import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { DEMO_PERSON_KEYS, demoPeople, SEED_FOLDER } from '../issuer/people';

const schema = z.object({
  /** Who does it, unless an item says otherwise. */
  as: z.enum(DEMO_PERSON_KEYS).optional(),
  /** The mutation, with one variable `$input`. */
  operation: z.string(),
  /** Whether its input takes an idempotency key. */
  idempotencyKey: z.boolean().default(false),
  items: z.array(
    z.object({ id: z.string(), as: z.enum(DEMO_PERSON_KEYS).optional(), input: z.record(z.string(), z.unknown()) }),
  ),
});

/** One thing that a new stack is told, through the public endpoint. */
export interface SeedStep {
  /** Unique and lasting: done steps are remembered by it. */
  readonly id: string;
  readonly as: (typeof DEMO_PERSON_KEYS)[number];
  readonly operation: string;
  readonly input: object;
}

/**
 * All steps in order: files by name, items as they stand.
 * @param now the moment of the first try, which relative dates count from: a step tried again says the same
 */
export function readSeed(now: Date, folder = join(SEED_FOLDER, 'graph')): SeedStep[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => {
    const { as, operation, idempotencyKey, items } = schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return items.map((item) => {
      const id = `${name.replace('.json', '')}/${item.id}`;
      const input = resolve(item.input, now) as object;
      const who = item.as ?? as;
      if (!who) throw new Error(`Nobody is named to do ${id}.`);
      return { id, as: who, operation, input: idempotencyKey ? { ...input, idempotencyKey: `seed/${id}` } : input };
    });
  });
}

/** Puts values in the place of `{"$hoursAgo": 5}` (an instant) and `{"$person": "citizen"}` (an id). */
function resolve(value: unknown, now: Date): unknown {
  if (Array.isArray(value)) return value.map((member) => resolve(member, now));
  if (typeof value !== 'object' || value === null) return value;
  const { $hoursAgo, $person } = value as { $hoursAgo?: number; $person?: string };
  if ($hoursAgo !== undefined) return new Date(now.getTime() - $hoursAgo * 3_600_000).toISOString();
  if ($person !== undefined) return demoPeople.find(({ key }) => key === $person)?.id;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolve(member, now)]));
}
