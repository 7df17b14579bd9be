import { type ClaimedComplaint, claimedComplaintRequest } from '@charter/contracts';
import type { InternalRoute } from '@charter/service';
import type { ComplaintStore } from '../store/complaint.store';

/** What the compensation service asks before a citizen's own claim: whose complaint it is, and which department has it. */
export const claimedComplaintRoute =
  (complaints: ComplaintStore): InternalRoute =>
  async (body): Promise<ClaimedComplaint> => {
    const [found] = await complaints.byIds([claimedComplaintRequest.parse(body).complaintId]);
    if (!found) return { complaint: null };
    const { citizenId, receiptNumber, departmentCode } = found;
    return { complaint: { citizenId, receiptNumber, departmentCode } };
  };
