import type { ImprovementSourceKind } from '@charter/contracts';
import { type Caller, hasRole } from '@charter/service';
import type { ImprovementCommandType } from './transitions';

/** What of an action decides who may see and do what. */
export interface SeenAction {
  readonly departmentCode: string;
  readonly publishedAt: Date | null;
  /** Whose complaint, proposal, entry or report it came from. */
  readonly citizenIds: readonly string[];
}

/** Officers and managers of the department that carries it out. */
export const carriesOut = (caller: Caller, { departmentCode }: Pick<SeenAction, 'departmentCode'>): boolean =>
  hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode;

const seesEverything = (caller: Caller): boolean => hasRole(caller, 'AUDITOR', 'ADMIN');

/** The office sees why, the plan, who and every step; others what is published: title, kind, date, progress and result. */
export const isOffice = (caller: Caller, action: Pick<SeenAction, 'departmentCode'>): boolean =>
  carriesOut(caller, action) || seesEverything(caller);

const cameFrom = (caller: Caller, { citizenIds }: Pick<SeenAction, 'citizenIds'>): boolean =>
  caller.id !== undefined && citizenIds.includes(caller.id);

/** Everybody sees what is published; the citizen also what came of their own matter before that. */
export const maySee = (caller: Caller, action: SeenAction): boolean =>
  action.publishedAt !== null || cameFrom(caller, action) || isOffice(caller, action);

/**
 * Who is told where an action came from: everybody where everybody could know, whose matter it was, and the office. Administrators
 * see every action and no case: the complaint is nothing to them.
 */
export const knowsSource = (
  caller: Caller,
  action: SeenAction & { readonly sourceKind: ImprovementSourceKind | null; readonly sourcePublic: boolean },
): boolean =>
  action.sourcePublic ||
  cameFrom(caller, action) ||
  carriesOut(caller, action) ||
  hasRole(caller, 'AUDITOR') ||
  (hasRole(caller, 'ADMIN') && action.sourceKind !== 'COMPLAINT');

/** The same for a list: which actions a caller sees beside the published ones. */
export interface Viewer {
  readonly all: boolean;
  /** This department's. */
  readonly departmentCode: string | null;
  /** Those that came from this person's matter. */
  readonly personId: string | null;
}

export const viewerOf = (caller: Caller): Viewer => ({
  all: seesEverything(caller),
  departmentCode: hasRole(caller, 'OFFICER', 'MANAGER') ? (caller.departmentCode ?? null) : null,
  personId: caller.id ?? null,
});

/** The head answers for what is promised to the public, and for its date; officers do the work. */
const HEADS_ONLY: readonly ImprovementCommandType[] = ['assign', 'extend', 'publish', 'cancel'];

export const mayGive = (
  caller: Caller,
  command: ImprovementCommandType,
  action: Pick<SeenAction, 'departmentCode'>,
): boolean => carriesOut(caller, action) && (!HEADS_ONLY.includes(command) || hasRole(caller, 'MANAGER'));
