import { z } from 'zod';
import { code, id, instant } from './fields';
import { ROLES } from './roles';

/** What of a person was read. */
export const PERSONAL_DATA_KINDS = ['NAME', 'PHONE', 'EMAIL', 'ADDRESS', 'ACCOUNT'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** What it was read for. REVEAL: by somebody outside the handling of the case, with a reason. */
export const READING_PURPOSES = ['HANDLING', 'REVEAL', 'EXPORT', 'LETTER', 'BANK_FILE'] as const;
export type ReadingPurpose = (typeof READING_PURPOSES)[number];

/** About what it was read. */
export const READING_SUBJECTS = ['COMPLAINT', 'CONSULTATION', 'PROPOSAL', 'CONTEST_ENTRY', 'MONITOR', 'CLAIM'] as const;
export type ReadingSubject = (typeof READING_SUBJECTS)[number];

/** The most that one event names; a longer reading is told in several. */
export const MOST_READ = 500;

/** The table in the notices service for whose rows reason and address are sealed. */
export const ACCESS_LOG = 'access_log';

/** Readings of personal data by those who work for the city. The event says who read of whom, never what was read. */
export const accessEvents = {
  /**
   * One request that showed somebody’s data unmasked. `operation`: the root fields of the graph that asked, or the door that gave a
   * file out. `reason` and `address` are sealed for the row `readingId` of {@link ACCESS_LOG}.
   */
  'personal-data.read.v1': z.object({
    readingId: id,
    readerId: id,
    readerRole: z.enum(ROLES),
    departmentCode: code.nullable(),
    purpose: z.enum(READING_PURPOSES),
    operation: z.string().min(1).max(200),
    readAt: instant,
    reason: z.string().nullable(),
    address: z.string().nullable(),
    subjects: z
      .array(
        z.object({
          citizenId: id.nullable(),
          subjectType: z.enum(READING_SUBJECTS),
          subjectId: id,
          kinds: z.array(z.enum(PERSONAL_DATA_KINDS)).min(1),
        }),
      )
      .min(1)
      .max(MOST_READ),
  }),
} as const;
