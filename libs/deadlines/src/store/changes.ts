import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineChange } from '../domain/deadline';
import { DeadlineHistoryEntity } from './deadline.entity';

export interface Change {
  readonly deadline: Deadline;
  readonly change: DeadlineChange;
  /** The command, or the stage that was reached. */
  readonly name: string;
}

/**
 * Writes the changes of locked deadlines and their history: two statements, however many.
 */
export async function writeChanges(
  tx: EntityManager,
  changes: readonly Change[],
  act: { by: string; at: Date; reason?: string },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ deadline, change }) => {
    const after = { ...deadline, ...change };
    return {
      id: after.id,
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
    };
  });
  await tx.query(
    `UPDATE "deadline" AS d SET
       "department_code" = c.department_code, "owner_id" = c.owner_id, "extension" = c.extension, "pauses" = c.pauses,
       "due_at" = c.due_at, "provisional" = c.provisional, "state" = c.state, "missed_at" = c.missed_at,
       "closed_at" = c.closed_at, "next_action_at" = c.next_action_at, "next_stage" = c.next_stage
     FROM jsonb_to_recordset($1::jsonb) AS c(
       id uuid, department_code text, owner_id uuid, extension integer, pauses jsonb, due_at timestamptz, provisional boolean,
       state text, missed_at timestamptz, closed_at timestamptz, next_action_at timestamptz, next_stage text)
     WHERE d."id" = c.id`,
    [JSON.stringify(rows)],
  );
  await tx.insert(
    DeadlineHistoryEntity,
    changes.map(({ deadline, change, name }) => ({
      deadlineId: deadline.id,
      changedAt: act.at,
      changedBy: act.by,
      change: name,
      reason: act.reason ?? null,
      fromState: deadline.state,
      toState: change.state ?? deadline.state,
      oldDueAt: deadline.dueAt,
      newDueAt: change.dueAt === undefined ? deadline.dueAt : change.dueAt,
    })),
  );
}
