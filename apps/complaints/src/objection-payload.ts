import { complaintPayload } from './event-payload';
import type { ComplaintEntity } from './store/complaint.entity';
import type { ObjectionEntity } from './store/objections/objection.entity';

/** What every event about an objection says. The department is the one whose handling it is about. */
export const objectionPayload = (
  { id, basis, departmentCode }: Pick<ObjectionEntity, 'id' | 'basis' | 'departmentCode'>,
  complaint: ComplaintEntity,
) => ({ ...complaintPayload(complaint), departmentCode, objectionId: id, basis });
