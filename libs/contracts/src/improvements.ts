import { z } from 'zod';
import { ROLES, type ServiceName } from './roles';

/**
 * What the charter service asks before an improvement action is opened, and the complaints service before a complaint is filed as coming
 * from an entry or a report: whether there is what it should come from, whose it is, and whether the caller may see it. `POST` on
 * this path, SERVICE identity only.
 */
export const IMPROVEMENT_SOURCE_PATH = '/internal/improvement-source';

/** What an improvement action can come from. */
export const IMPROVEMENT_SOURCE_KINDS = ['COMPLAINT', 'PROPOSAL', 'CONTEST_ENTRY', 'MONITORING_REPORT'] as const;
export type ImprovementSourceKind = (typeof IMPROVEMENT_SOURCE_KINDS)[number];

/** Which service answers for which kind. */
export const IMPROVEMENT_SOURCE_OWNERS: Readonly<Record<ImprovementSourceKind, ServiceName>> = {
  COMPLAINT: 'complaints',
  PROPOSAL: 'participation',
  CONTEST_ENTRY: 'participation',
  MONITORING_REPORT: 'participation',
};

export const improvementSourceRequest = z.object({
  kind: z.enum(IMPROVEMENT_SOURCE_KINDS),
  id: z.uuid(),
  /** Who wants to open the action: the owner's own rule decides what they may see. */
  caller: z.object({ id: z.uuid(), roles: z.array(z.enum(ROLES)), departmentCode: z.string().nullable() }),
});

export const improvementSource = z.object({
  /** Null: there is none, or none that the caller may see. */
  source: z
    .object({
      departmentCode: z.string(),
      /** Whose matter it is: they are told what becomes of it. */
      citizenIds: z.array(z.uuid()),
      /** Whether everybody may know of it. */
      public: z.boolean(),
    })
    .nullable(),
});

export type ImprovementSourceRequest = z.infer<typeof improvementSourceRequest>;
export type ImprovementSourceAnswer = z.infer<typeof improvementSource>;
