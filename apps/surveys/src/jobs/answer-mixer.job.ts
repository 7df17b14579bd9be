import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Clock, type Logger, PollingLoop } from '@charter/service';
import { TELLING } from '../store/told.store';

const EVERY_MS = 60_000;

export interface AnswerMixerParts {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Mixes answers once their day is over. PostgreSQL keeps rows in the order in which they came (`ctid`) and with the number of their
 * transaction (`xmin`), and numbers grow with time: both would tell when an answer was given, and beside whose mark. So the rows of a day, and of a
 * questionnaire that is answered only for a while all its rows, are written again by one transaction, in the order of new random ids;
 * the marks in their own order. What was begun and never sent goes when its time is over.
 */
export class AnswerMixer extends PollingLoop {
  constructor(private readonly mixing: AnswerMixerParts) {
    super({ everyMs: EVERY_MS, what: 'mixing answers', log: mixing.log });
  }

  /** @returns how many rows were written again */
  async runOnce(): Promise<number> {
    const { dataSource, clock } = this.mixing;
    const today = localDate(clock.now());
    const answers = await dataSource.transaction((tx) => this.mixAnswers(tx, today));
    const marks = await dataSource.transaction((tx) => this.mixMarks(tx, today));
    await dataSource.query('DELETE FROM "survey_draft_response" WHERE "keep_until" < $1', [today]);
    return answers + marks;
  }

  private async mixAnswers(tx: EntityManager, today: string): Promise<number> {
    if (!(await this.alone(tx))) return 0;
    await tx.query(`SELECT pg_advisory_xact_lock(${TELLING})`);
    const [{ count }] = (await tx.query(
      `WITH due AS (
         SELECT DISTINCT response."survey_id", survey."audience" = 'PETITIONER' AS standing
         FROM "survey_response" response JOIN "survey" ON survey."id" = response."survey_id" WHERE response."fresh_on" < $1
       ), moved AS (
         DELETE FROM "survey_response" response USING due
         WHERE due."survey_id" = response."survey_id" AND (NOT due.standing OR response."fresh_on" < $1)
         RETURNING to_jsonb(response) || jsonb_build_object('id', gen_random_uuid(), 'fresh_on', NULL) AS row
       ), written AS (
         INSERT INTO "survey_response" SELECT (jsonb_populate_record(NULL::"survey_response", row)).* FROM moved ORDER BY row->>'id'
         RETURNING 1
       ) SELECT count(*)::int AS count FROM written`,
      [today],
    )) as [{ count: number }];
    return count;
  }

  /** Without what was kept to know the same request again: it was made of the answers. */
  private async mixMarks(tx: EntityManager, today: string): Promise<number> {
    if (!(await this.alone(tx))) return 0;
    const [{ count }] = (await tx.query(
      `WITH moved AS (DELETE FROM "survey_used_token" WHERE "fresh_on" < $1 RETURNING "mark"),
       written AS (INSERT INTO "survey_used_token" ("mark") SELECT "mark" FROM moved ORDER BY "mark" RETURNING 1)
       SELECT count(*)::int AS count FROM written`,
      [today],
    )) as [{ count: number }];
    return count;
  }

  private async alone(tx: EntityManager): Promise<boolean> {
    const [{ alone }] = (await tx.query(
      `SELECT pg_try_advisory_xact_lock(hashtext('survey answers are mixed')) AS alone`,
    )) as [{ alone: boolean }];
    return alone;
  }
}
