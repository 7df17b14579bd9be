import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineChange } from '../domain/deadline';

export interface Change {
  readonly deadline: Deadline;
  readonly change: DeadlineChange;
  /** The command, or the stage that was reached; null for a look without a result, which history does not keep. */
  readonly name: string | null;
}

/** Somebody else has changed a deadline since it was read. */
export class StaleDeadline extends Error {
  override readonly name = 'StaleDeadline';
}

/**
 * Writes changes of deadlines and their history: one statement, however many.
 * @throws {StaleDeadline} when one of them is no longer at the version that was read
 */
export async function writeChanges(
  tx: EntityManager,
  changes: readonly Change[],
  act: { by: string; at: Date; reason?: string },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ deadline, change, name }) => {
    const after = { ...deadline, ...change };
    return {
      id: after.id,
      version: deadline.version,
      department_code: after.departmentCode,
      owner_id: after.ownerId,
      extension: after.extension,
      pauses: after.pauses,
      due_at: after.dueAt,
      provisional: after.provisional,
      state: after.state,
      missed_at: after.missedAt,
      closed_at: after.closedAt,
      next_action_at: after.nextActionAt,
      next_stage: after.nextStage,
      reached_at: after.reachedAt,
      change: name,
      from_state: deadline.state,
      old_due_at: deadline.dueAt,
    };
  });
  const [{ written }] = (await tx.query(
    `WITH c AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS c(
         id uuid, version integer, department_code text, owner_id uuid, extension integer, pauses jsonb, due_at timestamptz,
         provisional boolean, state text, missed_at timestamptz, closed_at timestamptz, next_action_at timestamptz,
         next_stage text, reached_at timestamptz, change text, from_state text, old_due_at timestamptz)
     ), written AS (
       UPDATE "deadline" AS d SET
         "department_code" = c.department_code, "owner_id" = c.owner_id, "extension" = c.extension, "pauses" = c.pauses,
         "due_at" = c.due_at, "provisional" = c.provisional, "state" = c.state, "missed_at" = c.missed_at,
         "closed_at" = c.closed_at, "next_action_at" = c.next_action_at, "next_stage" = c.next_stage,
         "reached_at" = c.reached_at, "version" = d."version" + 1
       FROM c WHERE d."id" = c.id AND d."version" = c.version
       RETURNING d."id"
     ), history AS (
       INSERT INTO "deadline_history"
         ("deadline_id", "changed_at", "changed_by", "change", "reason", "from_state", "to_state", "old_due_at", "new_due_at")
       SELECT c.id, $2, $3, c.change, $4, c.from_state, c.state, c.old_due_at, c.due_at FROM c WHERE c.change IS NOT NULL
     )
     SELECT count(*)::int AS written FROM written`,
    [JSON.stringify(rows), act.at, act.by, act.reason ?? null],
  )) as [{ written: number }];
  if (written !== changes.length)
    throw new StaleDeadline(
      `${changes.length - written} of ${changes.length} deadlines were changed by somebody else.`,
    );
}

/** A deadline as it is after a change that was written. */
export const changed = ({ deadline, change }: Change): Deadline => ({
  ...deadline,
  ...change,
  version: deadline.version + 1,
});
