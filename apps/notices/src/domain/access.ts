import { type Caller, hasRole } from '@charter/service';

/** What of a notice decides who may see what of it. */
export interface Sent {
  readonly recipientId: string;
  readonly departmentCode: string;
  readonly state: string;
}

const isOwn = (caller: Caller, personId: string): boolean => caller.id !== undefined && caller.id === personId;

/** Officers and managers of the department that the notice is about. */
const handles = (caller: Caller, { departmentCode }: Pick<Sent, 'departmentCode'>): boolean =>
  hasRole(caller, 'OFFICER', 'MANAGER') && caller.departmentCode === departmentCode;

/** One's own once they were delivered; who handles the case, and the auditor, also what waits, failed or was superseded. */
export const maySeeNotice = (caller: Caller, notice: Sent): boolean =>
  (isOwn(caller, notice.recipientId) && notice.state === 'DELIVERED') ||
  handles(caller, notice) ||
  hasRole(caller, 'AUDITOR');

/** Who reports as a monitor is known to nobody who was watched: staff see what their department was told, not the monitor. */
export const maySeeNoticeOfReport = (caller: Caller, notice: Sent & { readonly audience: string }): boolean =>
  maySeeNotice(caller, notice) &&
  (notice.audience !== 'CITIZEN' || isOwn(caller, notice.recipientId) || hasRole(caller, 'AUDITOR'));

/** The auditor sees that somebody was told, not the text. */
export const mayReadNotice = (caller: Caller, notice: Sent): boolean =>
  isOwn(caller, notice.recipientId) || handles(caller, notice);

/** How it got to its person, without text or person: who handles it, the auditor, and administrators, who keep the channels. */
export const maySeeDelivery = (caller: Caller, { departmentCode }: Pick<Sent, 'departmentCode'>): boolean =>
  handles(caller, { departmentCode }) || hasRole(caller, 'AUDITOR', 'ADMIN');

/** How much of a person somebody sees: oneself in full, staff masked, others and administrators nothing. */
export function sightOf(caller: Caller, personId: string): 'FULL' | 'MASKED' | 'NONE' {
  if (isOwn(caller, personId)) return 'FULL';
  return hasRole(caller, 'OFFICER', 'MANAGER', 'AUDITOR') ? 'MASKED' : 'NONE';
}
