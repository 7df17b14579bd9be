import { type Caller, hasRole } from '@charter/service';
import { type Owned, handles, maySee, owns } from '../access';

/** What of an objection decides who may do what. */
export interface ObjectionOwned extends Owned {
  readonly handlerId: string | null;
}

/** The citizen, the department whose handling it is about, and the auditor. */
export const maySeeObjection = (caller: Caller, objection: Owned): boolean => maySee(caller, objection);

/** The citizen's own words: theirs and the department's. The auditor reads the register without them. */
export const mayReadGrounds = (caller: Caller, objection: Owned): boolean =>
  owns(caller, objection) || handles(caller, objection);

/** Who names the officer that decides. */
export const mayAssignObjection = (caller: Caller, objection: Owned): boolean =>
  handles(caller, objection) && hasRole(caller, 'MANAGER');

/** Managers of the department, who was named, and while nobody is, its officers. Whether it is about them is asked apart. */
export const mayDecideObjection = (caller: Caller, objection: ObjectionOwned): boolean =>
  handles(caller, objection) &&
  (hasRole(caller, 'MANAGER') || objection.handlerId === null || objection.handlerId === caller.id);
