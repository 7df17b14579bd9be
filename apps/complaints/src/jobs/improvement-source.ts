import type { ImprovementSourceFinder } from '@charter/service';
import { maySee } from '../domain/access';
import type { ComplaintStore } from '../store/complaint.store';

/** What the charter service is told of a complaint that an improvement action should come from. No complaint is public by its id. */
export const complaintSource =
  (complaints: ComplaintStore): ImprovementSourceFinder =>
  async (id, caller) => {
    const [complaint] = await complaints.byIds([id]);
    if (!complaint || !maySee(caller, complaint)) return null;
    return { departmentCode: complaint.departmentCode, citizenIds: [complaint.citizenId], public: false };
  };
