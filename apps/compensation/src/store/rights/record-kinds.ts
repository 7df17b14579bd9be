import type { RecordKind } from '@charter/personal-data';
import { ERASED, ERASED_TEXT } from '@charter/privacy';

const OVER = `status IN ('REFUSED', 'PAID')`;

/** A claim: amounts, results and the ledger stay; what the citizen wrote, and their account, go. */
const CLAIMS: RecordKind = {
  kind: 'compensation-claim',
  records: `
    SELECT id::text AS key, citizen_id, CASE WHEN ${OVER} THEN COALESCE(paid_at, decided_at) END AS ended_at
    FROM compensation_claim WHERE erased_at IS NULL`,
  claim: `
    UPDATE compensation_claim SET erased_at = now(), version = version + 1, citizen_id = gen_random_uuid(),
      statement = CASE WHEN statement IS NULL THEN NULL ELSE '${ERASED_TEXT}' END,
      evidence = CASE WHEN evidence IS NULL THEN NULL ELSE '${ERASED_TEXT}' END,
      objection = CASE WHEN objection IS NULL THEN NULL ELSE '${ERASED_TEXT}' END
    WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL AND ${OVER} RETURNING id::text AS key`,
  erase: [
    `UPDATE payout_item SET account = '${ERASED}', masked = '****' WHERE claim_id = ANY ($1::uuid[])`,
    `UPDATE compensation_letter SET people = '${ERASED}' WHERE claim_id = ANY ($1::uuid[]) AND people IS NOT NULL`,
    'DELETE FROM letter_terms WHERE claim_id = ANY ($1::uuid[])',
  ],
  onRequest: 'KEPT',
};

/** An account: gone when somebody asks and nothing is to be paid any more. What was paid to it stands in the batches. */
const ACCOUNTS: RecordKind = {
  kind: 'payout-account',
  records: `
    SELECT a.citizen_id::text AS key, a.citizen_id,
      CASE WHEN EXISTS (SELECT 1 FROM compensation_claim c WHERE c.citizen_id = a.citizen_id AND NOT c.${OVER}) THEN NULL
      ELSE GREATEST(a.changed_at, (SELECT max(c.paid_at) FROM compensation_claim c WHERE c.citizen_id = a.citizen_id)) END
      AS ended_at
    FROM payout_account a`,
  claim: 'DELETE FROM payout_account WHERE citizen_id = ANY ($1::uuid[]) RETURNING citizen_id::text AS key',
  onRequest: 'ERASED',
};

/** What of this service is erased when its time is over, or when a citizen asks. */
export const RECORD_KINDS: readonly RecordKind[] = [CLAIMS, ACCOUNTS];
