import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { SEED_FOLDER } from '../issuer/people';
import type { CatalogueItem } from './complaint-story';

const period = z
  .object({
    unit: z.enum(['IMMEDIATE', 'HOURS', 'DAYS', 'CALENDAR_DAYS', 'WEEKS', 'MONTHS', 'YEARS']),
    length: z.int().optional(),
  })
  .transform(({ unit, length }) => ({ unit, length: length ?? null }));

const schema = z.object({
  items: z.array(
    z.object({
      input: z.object({ code: z.string(), departmentCode: z.string(), statutoryPeriod: period, charterPeriod: period }),
    }),
  ),
});

/** The services that every stack is seeded with: the history is about them. */
export function readCatalogue(): CatalogueItem[] {
  const text = readFileSync(join(SEED_FOLDER, 'graph/20-service-items.json'), 'utf8');
  return schema.parse(JSON.parse(text)).items.map(({ input }) => input);
}
