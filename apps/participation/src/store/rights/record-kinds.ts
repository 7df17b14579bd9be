import type { RecordKind } from '@charter/personal-data';
import { ERASED, ERASED_TEXT } from '@charter/privacy';

/** The person goes; what a public proposal says was published and stays. One that was private loses its text as well. */
const takeOut = (condition: string): Pick<RecordKind, 'claim' | 'erase' | 'onRequest'> => ({
  claim: `
    UPDATE proposal SET erased_at = now(), version = version + 1, citizen_id = gen_random_uuid(), appeal_text = NULL,
      title = CASE WHEN public THEN title ELSE '${ERASED_TEXT}' END, body = CASE WHEN public THEN body ELSE '${ERASED_TEXT}' END,
      terms = CASE WHEN public THEN terms ELSE '{}' END
    WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL AND ${condition} RETURNING id::text AS key`,
  erase: [
    `UPDATE proposer SET name = '${ERASED}', phone = NULL, email = NULL WHERE proposal_id = ANY ($1::uuid[])`,
    `UPDATE joint_author SET name = '${ERASED}' WHERE proposal_id = ANY ($1::uuid[])`,
    'DELETE FROM proposal_follow WHERE proposal_id = ANY ($1::uuid[])',
    `SELECT record_erase('proposal_history', h.id::text, ARRAY['reason'], '개인정보 보호법 제21조')
     FROM proposal_history h JOIN proposal p ON p.id = h.proposal_id
     WHERE h.proposal_id = ANY ($1::uuid[]) AND NOT p.public AND h.reason IS NOT NULL`,
  ],
  onRequest: 'KEPT',
});

const ADOPTED = `status IN ('ADOPTED', 'PARTLY_ADOPTED', 'IN_PROGRESS', 'IMPLEMENTED')`;
const CLOSED = `status IN ('NOT_ADOPTED', 'EXCLUDED', 'MERGED', 'WITHDRAWN', 'CONVERTED')`;
const SINCE = `(SELECT max(h.changed_at) FROM proposal_history h WHERE h.proposal_id = p.id)`;

const ADOPTED_PROPOSALS: RecordKind = {
  kind: 'adopted-proposal',
  records: `
    SELECT p.id::text AS key, p.citizen_id, CASE WHEN p.status = 'IMPLEMENTED' THEN ${SINCE} END AS ended_at
    FROM proposal p WHERE p.erased_at IS NULL AND p.${ADOPTED}`,
  ...takeOut(`status = 'IMPLEMENTED'`),
};

const PROPOSALS: RecordKind = {
  kind: 'proposal',
  records: `
    SELECT p.id::text AS key, p.citizen_id, CASE WHEN p.${CLOSED} THEN ${SINCE} END AS ended_at
    FROM proposal p WHERE p.erased_at IS NULL AND NOT p.${ADOPTED}`,
  ...takeOut(CLOSED),
};

const FOLLOWS: RecordKind = {
  kind: 'proposal-follow',
  records: `
    SELECT proposal_id::text || ' ' || citizen_id::text AS key, citizen_id, followed_at AS ended_at FROM proposal_follow`,
  claim: `
    DELETE FROM proposal_follow WHERE (proposal_id, citizen_id) IN (
      SELECT split_part(k, ' ', 1)::uuid, split_part(k, ' ', 2)::uuid FROM unnest($1::text[]) AS k)
    RETURNING proposal_id::text || ' ' || citizen_id::text AS key`,
  onRequest: 'ERASED',
  expires: false,
};

/** An endorsement counts on, once, for nobody. */
const ENDORSEMENTS: RecordKind = {
  kind: 'endorsement',
  records: `
    SELECT proposal_id::text || ' ' || citizen_id::text AS key, citizen_id, endorsed_at AS ended_at FROM endorsement`,
  claim: `
    UPDATE endorsement SET citizen_id = gen_random_uuid() WHERE (proposal_id, citizen_id) IN (
      SELECT split_part(k, ' ', 1)::uuid, split_part(k, ' ', 2)::uuid FROM unnest($1::text[]) AS k)
    RETURNING proposal_id::text || ' ' || citizen_id::text AS key`,
  onRequest: 'ERASED',
  expires: false,
};

/** A comment keeps its place, so that those who answered it are understood, and loses its author and its words. */
const COMMENTS: RecordKind = {
  kind: 'comment',
  records: `
    SELECT id::text AS key, author_id AS citizen_id, written_at AS ended_at
    FROM proposal_comment WHERE author_kind <> 'OFFICE' AND erased_at IS NULL`,
  claim: `
    UPDATE proposal_comment SET erased_at = now(), version = version + 1, author_id = gen_random_uuid(), body = '${ERASED_TEXT}',
      appeal_text = CASE WHEN appeal_text IS NULL THEN NULL ELSE '${ERASED_TEXT}' END
    WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL AND author_kind <> 'OFFICE' RETURNING id::text AS key`,
  erase: ['DELETE FROM proposal_comment_version WHERE comment_id = ANY ($1::uuid[])'],
  onRequest: 'ERASED',
  expires: false,
};

/** Who entered a contest: prizes are money, and kept as such. The entries themselves stay, as they were judged. */
const ENTRANTS: RecordKind = {
  kind: 'contest-entrant',
  records: `
    SELECT t.contest_id::text || ' ' || t.citizen_id::text AS key, t.citizen_id,
      CASE WHEN c.status IN ('AWARDED', 'CANCELLED')
      THEN (SELECT max(h.changed_at) FROM contest_history h WHERE h.contest_id = c.id) END AS ended_at
    FROM contest_entrant t JOIN contest c ON c.id = t.contest_id WHERE t.name <> '${ERASED}'`,
  claim: `
    UPDATE contest_entrant SET name = '${ERASED}' WHERE name <> '${ERASED}' AND (contest_id, citizen_id) IN (
      SELECT split_part(k, ' ', 1)::uuid, split_part(k, ' ', 2)::uuid FROM unnest($1::text[]) AS k)
    RETURNING contest_id::text || ' ' || citizen_id::text AS key`,
  onRequest: 'KEPT',
};

/** Who applied as a monitor: allowances are money, and kept as such. */
const APPLICATIONS: RecordKind = {
  kind: 'monitor-application',
  records: `
    SELECT a.id::text AS key, a.citizen_id, CASE WHEN a.status IN ('NOT_APPOINTED', 'WITHDRAWN') THEN r.term_from::timestamptz
      ELSE COALESCE(a.ended_at, CASE WHEN r.status IN ('ENDED', 'CANCELLED') THEN r.term_to::timestamptz END) END AS ended_at
    FROM monitor_application a JOIN monitor_recruitment r ON r.id = a.recruitment_id WHERE a.name <> '${ERASED}'`,
  claim: `
    UPDATE monitor_application SET name = '${ERASED}', phone = NULL, email = NULL, motivation = '${ERASED_TEXT}',
      ended_reason = CASE WHEN ended_reason IS NULL THEN NULL ELSE '${ERASED_TEXT}' END
    WHERE id = ANY ($1::uuid[]) AND name <> '${ERASED}' RETURNING id::text AS key`,
  onRequest: 'KEPT',
};

/** What of this service is erased when its time is over, or when a citizen asks. */
export const RECORD_KINDS: readonly RecordKind[] = [
  ...[ADOPTED_PROPOSALS, PROPOSALS, FOLLOWS, ENDORSEMENTS, COMMENTS, ENTRANTS, APPLICATIONS],
];
