import { type Estate, owedRows } from '@charter/deadlines';

/**
 * What a closed department leaves to its successor here: the claims that nobody has decided. One that was approved is paid from
 * the budget that it was reserved in, which stays where it was granted.
 */
export const compensationEstates: readonly Estate[] = [
  owedRows({
    ...{ table: 'compensation_claim', versioned: true, open: `"status" IN ('OPENED', 'REVIEWED', 'OBJECTED')` },
    history: { table: 'compensation_claim_history', subject: 'claim_id' },
  }),
];
