import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import { SERVICES, type ServiceName } from '@charter/contracts';

import { DEMO_PERSON_KEYS, demoPeople, SEED_FOLDER } from '../issuer/people';

const person = z.enum(DEMO_PERSON_KEYS);
/** What later steps need of an answer: a name, and where it stands in `data`. */
const keep = z.object({ name: z.string(), path: z.array(z.string()) });

const told = z.object({
  /** Who does it, unless an item says otherwise. */
  as: person.optional(),
  /** The mutation, with one variable `$input`. */
  operation: z.string(),
  /** Whether its input takes an idempotency key. */
  idempotencyKey: z.boolean().default(false),
  items: z.array(
    z.object({
      id: z.string(),
      as: person.optional(),
      keep: keep.optional(),
      input: z.record(z.string(), z.unknown()),
    }),
  ),
});
/** What only the calendar brings about, and no mutation can: weeks pass at once. */
const passed = z.object({
  /** Whose database. */
  database: z.enum(SERVICES),
  /** One statement that moves a date; done twice, it does the same. */
  statement: z.string(),
  items: z.array(z.object({ id: z.string(), values: z.array(z.unknown()) })),
});
const schema = z.union([told, passed]);

/** One thing that a new stack is told, through the public endpoint. */
export interface ToldStep {
  /** Unique and lasting: done steps are remembered by it. */
  readonly id: string;
  readonly as: z.infer<typeof person>;
  readonly operation: string;
  readonly input: object;
  readonly keep?: z.infer<typeof keep>;
}

/** A date that passes, in a service's own database. */
export interface PassedStep {
  readonly id: string;
  readonly database: ServiceName;
  readonly statement: string;
  readonly values: readonly unknown[];
}
export type SeedStep = ToldStep | PassedStep;

export const isTold = (step: SeedStep): step is ToldStep => 'operation' in step;

/** All steps in order: files by name, items as they stand. */
export function readSeed(folder = join(SEED_FOLDER, 'graph')): SeedStep[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name): SeedStep[] => {
    const file = schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    const idOf = (item: string): string => `${name.replace('.json', '')}/${item}`;
    if ('statement' in file) {
      const { database, statement } = file;
      return file.items.map(({ id: item, values }) => ({ id: idOf(item), database, statement, values }));
    }
    return file.items.map(({ id: item, as = file.as, keep: kept, input }) => {
      const id = idOf(item);
      if (!as) throw new Error(`Nobody is named to do ${id}.`);
      const key = file.idempotencyKey && { idempotencyKey: `seed/${id}` };
      return { id, as, operation: file.operation, keep: kept, input: { ...input, ...key } };
    });
  });
}

interface Placeholder {
  readonly $hoursAgo?: number;
  /** How many working days ahead, and at which time of day in Seoul; without one, the day itself. */
  readonly $workingDay?: number;
  readonly at?: string;
  /** Which year in Seoul: 0 is this one, 1 the one before. */
  readonly $yearsAgo?: number;
  /** Which month in Seoul, such as 2026-03: 1 is the one before this. */
  readonly $monthsAgo?: number;
  readonly $person?: string;
  readonly $kept?: string;
}

/**
 * Puts values in the place of `{"$hoursAgo": 5}` and `{"$workingDay": 3, "at": "14:00"}` (instants), `{"$workingDay": 3}` (a day), `{"$yearsAgo": 0}` (a year), `{"$monthsAgo": 1}` (a month), `{"$person": "citizen"}` (an id) and `{"$kept": "name"}` (what an
 * earlier step kept).
 * @param now the moment which relative dates count from: the first try, so that a step tried again says the same
 */
export function fillIn(value: unknown, now: Date, kept: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((member) => fillIn(member, now, kept));
  if (typeof value !== 'object' || value === null) return value;
  const { $hoursAgo, $workingDay, at, $yearsAgo, $monthsAgo, $person, $kept } = value as Placeholder;
  if ($hoursAgo !== undefined) return new Date(now.getTime() - $hoursAgo * 3_600_000).toISOString();
  if ($workingDay !== undefined) {
    const day = new WorkingCalendar().addWorkingDays(localDate(now), $workingDay);
    return at === undefined ? day : atLocal(day, at).toISOString();
  }
  if ($yearsAgo !== undefined) return Number(localDate(now).slice(0, 4)) - $yearsAgo;
  if ($monthsAgo !== undefined) return monthBefore(localDate(now), $monthsAgo);
  if ($person !== undefined) return demoPeople.find(({ key }) => key === $person)?.id;
  if ($kept !== undefined) return kept[$kept];
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillIn(member, now, kept)]));
}

function monthBefore(today: string, months: number): string {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
