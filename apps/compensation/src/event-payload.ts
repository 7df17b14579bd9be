import type { ClaimEntity } from './store/compensation.entity';

/** What every event about a claim says: ids, codes and the amount, never a name, an account or a text. */
export const claimPayload = ({
  id,
  complaintId,
  receiptNumber,
  citizenId,
  departmentCode,
  breach,
  amount,
}: Pick<
  ClaimEntity,
  'id' | 'complaintId' | 'receiptNumber' | 'citizenId' | 'departmentCode' | 'breach' | 'amount'
>) => ({ claimId: id, complaintId, receiptNumber, citizenId, departmentCode, breach, amount });
