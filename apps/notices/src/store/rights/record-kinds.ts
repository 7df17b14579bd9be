import type { RecordKind } from '@charter/personal-data';

/**
 * What somebody was told. What waits is delivered first: the law may demand it. That something was told, when and by which
 * channel stays without its person, for the statistics of delivery.
 */
const NOTICES: RecordKind = {
  kind: 'notice',
  records: `
    SELECT id::text AS key, recipient_id AS citizen_id, CASE WHEN state = 'PENDING' THEN NULL ELSE created_at END AS ended_at
    FROM notice WHERE audience = 'CITIZEN' AND erased_at IS NULL`,
  claim: `
    UPDATE notice SET erased_at = now(), recipient_id = gen_random_uuid(), told = NULL
    WHERE id = ANY ($1::uuid[]) AND state <> 'PENDING' AND erased_at IS NULL RETURNING id::text AS key`,
  onRequest: 'ERASED',
};

/** Where somebody is pushed to. A citizen is told of what is still open by the other ways. */
const DEVICES: RecordKind = {
  kind: 'push-device',
  records: `
    SELECT d.id::text AS key, d.person_id AS citizen_id, d.registered_at AS ended_at FROM push_device d
    WHERE NOT EXISTS (SELECT 1 FROM profile p WHERE p.person_id = d.person_id AND p.kind = 'STAFF')`,
  claim: 'DELETE FROM push_device WHERE id = ANY ($1::uuid[]) RETURNING id::text AS key',
  onRequest: 'ERASED',
  expires: false,
};

/** A citizen's profile. Who works for the city is reached by theirs. */
const PROFILES: RecordKind = {
  kind: 'profile',
  records: `SELECT person_id::text AS key, person_id AS citizen_id, updated_at AS ended_at FROM profile WHERE kind = 'CITIZEN'`,
  claim: `
    DELETE FROM profile WHERE person_id = ANY ($1::uuid[]) AND kind = 'CITIZEN' RETURNING person_id::text AS key`,
  onRequest: 'ERASED',
  expires: false,
};

/** What of this service is erased when its time is over, or when a citizen asks: the profile last. */
export const RECORD_KINDS: readonly RecordKind[] = [NOTICES, DEVICES, PROFILES];
