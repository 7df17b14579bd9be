import type { DeadlineState } from './deadline';

/** What may happen to a deadline, apart from the sweep. */
export type DeadlineCommand =
  | { readonly type: 'pause'; readonly from: Date }
  | { readonly type: 'resume'; readonly at: Date }
  | { readonly type: 'extend'; readonly by: number }
  | { readonly type: 'meet' }
  | { readonly type: 'cancel' }
  | { readonly type: 'reassign'; readonly departmentCode: string; readonly ownerId: string | null }
  | { readonly type: 'recompute' };

/**
 * Which command is allowed in which state. A late one is neither paused nor extended: both presuppose a period that still
 * runs (연장: 민원 처리에 관한 법률 시행령 제21조), and lateness is not mended by the office that caused it.
 */
export const TRANSITIONS: Record<DeadlineCommand['type'], readonly DeadlineState[]> = {
  pause: ['RUNNING'],
  resume: ['PAUSED'],
  extend: ['RUNNING', 'PAUSED'],
  meet: ['RUNNING', 'PAUSED', 'MISSED'],
  cancel: ['RUNNING', 'PAUSED', 'MISSED'],
  reassign: ['RUNNING', 'PAUSED', 'MISSED'],
  recompute: ['RUNNING', 'PAUSED', 'MISSED'],
};
