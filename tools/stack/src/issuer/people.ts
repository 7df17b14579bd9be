import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROLES } from '@charter/contracts';
import { z } from 'zod';

import { REPOSITORY } from '../home';

export const DEMO_PERSON_KEYS = [
  'citizen',
  'otherCitizen',
  'officer',
  'otherOfficer',
  'manager',
  'auditor',
  'admin',
] as const;
export type DemoPersonKey = (typeof DEMO_PERSON_KEYS)[number];

const person = z.object({
  key: z.enum(DEMO_PERSON_KEYS),
  id: z.uuid(),
  name: z.string(),
  nameEn: z.string(),
  title: z.string(),
  roles: z.array(z.enum(ROLES)).min(1),
  department: z.string().optional(),
  email: z.email(),
  phone: z.string(),
  language: z.enum(['ko', 'en']),
});

/** Somebody to try the platform as, in development. None of them exists. */
export type DemoPerson = z.infer<typeof person>;

/** Folder of what a new stack is filled with. */
export const SEED_FOLDER = join(REPOSITORY, 'tools/stack/seed');

/** The demo people, as seed/people.json lists them. */
export const demoPeople: readonly DemoPerson[] = z
  .array(person)
  .parse(JSON.parse(readFileSync(join(SEED_FOLDER, 'people.json'), 'utf8')));
