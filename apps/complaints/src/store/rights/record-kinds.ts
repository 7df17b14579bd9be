import type { RecordKind } from '@charter/personal-data';
import { ERASED, ERASED_TEXT } from '@charter/privacy';

/** What the record says of texts that were taken out of it. */
const WHY = '개인정보 보호법 제21조';

/**
 * A complaint with all that belongs to it. It has ended when it was closed and no objection is pending. Department, service,
 * dates, status and results stay: every figure is counted from them.
 */
const COMPLAINTS: RecordKind = {
  kind: 'complaint',
  records: `
    SELECT c.id::text AS key, c.citizen_id,
      CASE WHEN EXISTS (SELECT 1 FROM objection o WHERE o.complaint_id = c.id AND o.status IN ('FILED', 'ASSIGNED')) THEN NULL
      ELSE GREATEST(c.closed_at, (SELECT max(o.decided_at) FROM objection o WHERE o.complaint_id = c.id)) END AS ended_at
    FROM complaint c WHERE c.erased_at IS NULL`,
  claim: `
    UPDATE complaint SET erased_at = now(), version = version + 1, citizen_id = gen_random_uuid(), visibility = 'PRIVATE',
      title = '${ERASED_TEXT}', body = '${ERASED_TEXT}', answer = CASE WHEN answer IS NULL THEN NULL ELSE '${ERASED_TEXT}' END
    WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL AND closed_at IS NOT NULL
    RETURNING id::text AS key`,
  erase: [
    `UPDATE petitioner SET name = '${ERASED}', phone = NULL, email = NULL, name_hash = '${ERASED}', phone_hash = NULL,
       email_hash = NULL WHERE complaint_id = ANY ($1::uuid[])`,
    'DELETE FROM co_petitioner WHERE complaint_id = ANY ($1::uuid[])',
    'DELETE FROM complaint_place WHERE complaint_id = ANY ($1::uuid[])',
    `SELECT record_erase('complaint_history', id::text, ARRAY['reason'], '${WHY}') FROM complaint_history
     WHERE complaint_id = ANY ($1::uuid[]) AND reason IS NOT NULL`,
    `SELECT record_erase('objection_history', h.id::text, ARRAY['reason'], '${WHY}')
     FROM objection_history h JOIN objection o ON o.id = h.objection_id
     WHERE o.complaint_id = ANY ($1::uuid[]) AND h.reason IS NOT NULL`,
    `SELECT record_erase('confirmed_fault', complaint_id::text || '/' || fault, ARRAY['finding'], '${WHY}')
     FROM confirmed_fault WHERE complaint_id = ANY ($1::uuid[])`,
    `SELECT record_erase('deadline_history', h.id::text, ARRAY['reason'], '${WHY}')
     FROM deadline_history h JOIN deadline d ON d.id = h.deadline_id
     WHERE h.reason IS NOT NULL AND (d.subject_id = ANY ($1::uuid[])
       OR d.subject_id IN (SELECT o.id FROM objection o WHERE o.complaint_id = ANY ($1::uuid[])))`,
    `UPDATE complaint_opinion SET text = NULL WHERE complaint_id = ANY ($1::uuid[])`,
    `UPDATE complaint_note SET text = '${ERASED_TEXT}' WHERE complaint_id = ANY ($1::uuid[])`,
    // Terms of its text; how long it took stays, from which the expected completion is estimated.
    `UPDATE complaint_search SET terms = '', public_answer = false WHERE complaint_id = ANY ($1::uuid[])`,
    // Detached, a file is removed by the job that tidies up what nobody attached.
    `UPDATE attachment SET subject_id = NULL, attached_at = NULL, uploaded_by = gen_random_uuid(), name = '${ERASED_TEXT}',
       description = NULL WHERE subject_id = ANY ($1::uuid[])`,
    `UPDATE objection SET citizen_id = gen_random_uuid(), reason = '${ERASED_TEXT}',
       extension_reason = CASE WHEN extension_reason IS NULL THEN NULL ELSE '${ERASED_TEXT}' END,
       decision_reason = CASE WHEN decision_reason IS NULL THEN NULL ELSE '${ERASED_TEXT}' END
     WHERE complaint_id = ANY ($1::uuid[])`,
  ],
  onRequest: 'KEPT',
};

/** A booking: nothing demands that it be kept once its hour is over. */
const CONSULTATIONS: RecordKind = {
  kind: 'consultation',
  records: `
    SELECT id::text AS key, citizen_id, ends_at AS ended_at FROM consultation WHERE name <> '${ERASED}'`,
  claim: `
    UPDATE consultation SET name = '${ERASED}', phone = '${ERASED}', email = NULL, topic = '${ERASED_TEXT}',
      reason = CASE WHEN reason IS NULL THEN NULL ELSE '${ERASED_TEXT}' END, citizen_id = gen_random_uuid(), version = version + 1
    WHERE id = ANY ($1::uuid[]) AND name <> '${ERASED}'
    RETURNING id::text AS key`,
  onRequest: 'ERASED',
};

/** What of this service is erased when its time is over, or when a citizen asks. */
export const RECORD_KINDS: readonly RecordKind[] = [COMPLAINTS, CONSULTATIONS];
