import type { RecordKind } from '@charter/personal-data';

/** An invitation counts on, for nobody: response rates stay. Answers were never anybody's. */
const INVITATIONS: RecordKind = {
  kind: 'survey-invitation',
  records: `SELECT id::text AS key, citizen_id, expires_at AS ended_at FROM survey_invitation WHERE erased_at IS NULL`,
  claim: `
    UPDATE survey_invitation SET citizen_id = gen_random_uuid(), erased_at = now()
    WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL RETURNING id::text AS key`,
  onRequest: 'ERASED',
};

/** Whom a sample may be drawn from. How many there were is kept with each sample that was drawn. */
const SERVED: RecordKind = {
  kind: 'survey-served',
  records: `SELECT complaint_id::text AS key, citizen_id, answered_on::timestamptz AS ended_at FROM survey_served`,
  claim: 'DELETE FROM survey_served WHERE complaint_id = ANY ($1::uuid[]) RETURNING complaint_id::text AS key',
  onRequest: 'ERASED',
};

/** What of this service is erased when its time is over, or when a citizen asks. */
export const RECORD_KINDS: readonly RecordKind[] = [INVITATIONS, SERVED];
