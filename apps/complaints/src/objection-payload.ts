import type { ObjectionStepName } from './domain/objections/texts';
import { complaintPayload } from './event-payload';
import type { ComplaintEntity, ComplaintHistoryEntity } from './store/complaint.entity';
import type { ObjectionEntity } from './store/objections/objection.entity';

/** What every event about an objection says. The department is the one whose handling it is about. */
export const objectionPayload = (
  { id, basis, departmentCode }: Pick<ObjectionEntity, 'id' | 'basis' | 'departmentCode'>,
  complaint: ComplaintEntity,
) => ({ ...complaintPayload(complaint), departmentCode, objectionId: id, basis });

/** The line that a step of an objection leaves in its complaint's history: the citizen sees every step as it happens. */
export const objectionLine = (
  { id, status, officerId }: ComplaintEntity,
  step: ObjectionStepName,
  { by, at, reason }: { by: string; at: Date; reason?: string },
): Omit<ComplaintHistoryEntity, 'id' | 'recordedAt'> => ({
  ...{ complaintId: id, changedAt: at, changedBy: by, fromStatus: status, toStatus: status, step },
  ...{ hadOfficer: officerId !== null, reason: reason ?? null, dueAt: null, cause: null },
});
