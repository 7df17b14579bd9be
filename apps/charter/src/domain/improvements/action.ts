import type { ImprovementSourceKind } from '@charter/contracts';

/** How far an improvement action is. */
export const IMPROVEMENT_STATUSES = ['OPEN', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const;
export type ImprovementStatus = (typeof IMPROVEMENT_STATUSES)[number];

/** What is improved. */
export const IMPROVEMENT_KINDS = ['PROCEDURE', 'TRAINING', 'FACILITY', 'REGULATION'] as const;
export type ImprovementKind = (typeof IMPROVEMENT_KINDS)[number];

/** What an action came from, in the service that owns it. */
export interface ImprovementSource {
  readonly kind: ImprovementSourceKind;
  readonly id: string;
}

/** What can be changed about an action while it is open. */
export interface ImprovementTerms {
  readonly title: string;
  /** Why it is needed. */
  readonly description: string;
  readonly kind: ImprovementKind;
  readonly standardCode: string | null;
  /** What will be done; null while nobody has planned it. */
  readonly plan: string | null;
}

/** An improvement action (개선과제) as it is opened. `dueOn` is a day in Asia/Seoul, at whose end it is due. */
export interface Opening extends ImprovementTerms {
  readonly departmentCode: string;
  readonly dueOn: string;
}

/** What of an action decides what may be done to it. */
export interface ImprovementState extends ImprovementTerms {
  readonly status: ImprovementStatus;
  readonly departmentCode: string;
  readonly extendedAt: Date | null;
  readonly publishedAt: Date | null;
}
