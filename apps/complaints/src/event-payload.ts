import type { ComplaintEntity } from './store/complaint.entity';

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
