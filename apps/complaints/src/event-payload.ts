import type { ComplaintEntity } from './store/complaint.entity';
import type { ConsultationEntity, ConsultationSlotEntity } from './store/consultations/consultation.entity';

/** What every event about a complaint says: ids and codes, never a name, a contact or a text of the citizen. */
export const complaintPayload = ({
  id,
  receiptNumber,
  citizenId,
  departmentCode,
  serviceCode,
  officerId,
}: ComplaintEntity) => ({
  complaintId: id,
  receiptNumber,
  citizenId,
  departmentCode,
  serviceCode,
  officerId,
});

/** What every event about a consultation says. */
export const consultationPayload = (
  { id, complaintId, citizenId, departmentCode, startsAt }: ConsultationEntity,
  { officerId, method }: ConsultationSlotEntity,
  receiptNumber: string | null,
) => ({
  ...{ consultationId: id, complaintId, receiptNumber, citizenId, departmentCode, officerId, method },
  startsAt: startsAt.toISOString(),
});
