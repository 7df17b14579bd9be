import { type LetterAddressee, letterAddresseeRequest } from '@charter/contracts';
import type { InternalRoute } from '@charter/service';
import type { DataSource } from 'typeorm';
import type { ComplaintStore } from '../store/complaint.store';
import type { Petitioners } from '../store/petitioners';

/** What the compensation service asks before it sends a citizen a letter: what they are called. Nobody else's name is told. */
export const letterAddresseeRoute =
  (dataSource: DataSource, complaints: ComplaintStore, petitioners: Petitioners): InternalRoute =>
  async (body): Promise<LetterAddressee> => {
    const { complaintId, citizenId } = letterAddresseeRequest.parse(body);
    const [complaint] = await complaints.byIds([complaintId]);
    if (complaint?.citizenId !== citizenId) return { addressee: null };
    const [petitioner] = await petitioners.of(dataSource.manager, [complaintId]);
    return { addressee: petitioner?.name ?? null };
  };
