import type { ImprovementTerms } from './action';
import type { ImprovementStatus } from './action';

/** What may be done to an improvement action after it was opened. What an update leaves out stays. */
export type ImprovementCommand =
  | { readonly type: 'update'; readonly changes: Partial<ImprovementTerms> }
  | { readonly type: 'assign' }
  | { readonly type: 'report'; readonly percent: number; readonly text: string }
  | { readonly type: 'extend'; readonly dueOn: string; readonly reason: string }
  | { readonly type: 'publish' }
  | { readonly type: 'complete'; readonly result: string }
  | { readonly type: 'cancel'; readonly reason: string };

export type ImprovementCommandType = ImprovementCommand['type'];

type From = Readonly<Partial<Record<ImprovementStatus, ImprovementStatus>>>;

const AT_WORK: From = { OPEN: 'OPEN', IN_PROGRESS: 'IN_PROGRESS' };

/** From where a command leads where; what is not here is refused. An update that plans an open one puts it in progress. */
export const TRANSITIONS: Readonly<Record<ImprovementCommandType, From>> = {
  update: AT_WORK,
  assign: AT_WORK,
  report: { IN_PROGRESS: 'IN_PROGRESS' },
  extend: AT_WORK,
  publish: { ...AT_WORK, COMPLETED: 'COMPLETED' },
  complete: { IN_PROGRESS: 'COMPLETED' },
  cancel: { OPEN: 'CANCELLED', IN_PROGRESS: 'CANCELLED' },
};

/** The statuses that say that a command was carried out. */
export const ALREADY: Readonly<Partial<Record<ImprovementCommandType, ImprovementStatus>>> = {
  complete: 'COMPLETED',
  cancel: 'CANCELLED',
};
