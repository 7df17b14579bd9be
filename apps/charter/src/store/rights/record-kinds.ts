import type { RecordKind } from '@charter/personal-data';

/** Whose concern an improvement came from: who is told of it. The improvement itself is about no person. */
const IMPROVEMENTS: RecordKind = {
  kind: 'improvement',
  records: `
    SELECT a.id::text || ' ' || c.id::text AS key, c.id AS citizen_id, a.closed_at AS ended_at
    FROM improvement_action a, unnest(a.citizen_ids) AS c (id)`,
  claim: `
    UPDATE improvement_action a SET version = version + 1,
      citizen_ids = ARRAY(SELECT c FROM unnest(a.citizen_ids) AS c WHERE c <> ALL (gone.citizens))
    FROM (SELECT split_part(k, ' ', 1)::uuid AS action, array_agg(split_part(k, ' ', 2)::uuid) AS citizens
      FROM unnest($1::text[]) AS k GROUP BY 1) AS gone
    WHERE a.id = gone.action AND a.citizen_ids && gone.citizens RETURNING a.id::text AS key`,
  onRequest: 'ERASED',
};

/** What of this service is erased when its time is over, or when a citizen asks. */
export const RECORD_KINDS: readonly RecordKind[] = [IMPROVEMENTS];
