import type { EntityManager } from 'typeorm';
import type { ErasedRecords, KeptRecords } from '@charter/contracts';
import { type HeldRecord, type RetentionRule, judge } from './domain/retention';
import type { RecordKind } from './record-kind';
import { ErasureEntryEntity, RetentionRuleEntity } from './retention.entity';

/** How many records one transaction erases: a lock of a moment, and little to do again after a crash. */
const BATCH = 200;

interface Row {
  readonly key: string;
  readonly ended_at: Date | null;
}

/** Takes people out of the records of one service, as its kinds say how, and its rules how long after. */
export class Eraser {
  constructor(private readonly kinds: readonly RecordKind[]) {}

  /** Erases what the law lets of a citizen's data. @returns what was erased, and what is kept by which article */
  async onRequest(
    tx: EntityManager,
    { citizenId, requestId, now }: { citizenId: string; requestId: string; now: Date },
  ): Promise<{ erased: ErasedRecords[]; kept: KeptRecords[] }> {
    const erased: ErasedRecords[] = [];
    const kept: KeptRecords[] = [];
    for (const kind of this.kinds) {
      const rows = (await tx.query(`SELECT "key", "ended_at" FROM (${kind.records}) AS r WHERE "citizen_id" = $1`, [
        citizenId,
      ])) as Row[];
      const held = rows.map(({ key, ended_at }): HeldRecord => ({ key, endedAt: ended_at }));
      const verdict = judge(held, kind.onRequest, await this.rule(tx, kind, now), now);
      kept.push(...verdict.kept);
      const count = await this.erase(tx, kind, verdict.erasable, now, requestId);
      if (count > 0) erased.push({ kind: kind.kind, count });
    }
    return { erased, kept };
  }

  /** Erases a batch of what is past its time. @returns how many records; 0 when nothing is left of any kind */
  async expireBatch(tx: EntityManager, now: Date): Promise<number> {
    for (const kind of this.kinds.filter(({ expires = true }) => expires)) {
      const { months } = await this.rule(tx, kind, now);
      // Months are added in UTC, as `monthsLater` does, whatever the session's time zone.
      const rows = (await tx.query(
        `SELECT "key" FROM (${kind.records}) AS r
         WHERE ("ended_at" AT TIME ZONE 'UTC' + make_interval(months => $1)) AT TIME ZONE 'UTC' <= $2
         LIMIT ${BATCH}`,
        [months, now],
      )) as Row[];
      const count = await this.erase(
        tx,
        kind,
        rows.map(({ key }) => key),
        now,
        null,
      );
      if (count > 0) return count;
    }
    return 0;
  }

  private async erase(
    tx: EntityManager,
    { kind, claim, erase = [] }: RecordKind,
    keys: readonly string[],
    erasedAt: Date,
    requestId: string | null,
  ): Promise<number> {
    if (keys.length === 0) return 0;
    const taken = `WITH "claimed" AS (${claim}) SELECT "key" FROM "claimed"`;
    const claimed = (await tx.query(taken, [keys])) as { key: string }[];
    if (claimed.length === 0) return 0;
    for (const statement of erase) await tx.query(statement, [claimed.map(({ key }) => key)]);
    await tx.insert(ErasureEntryEntity, { kind, count: claimed.length, erasedAt, requestId });
    return claimed.length;
  }

  /** @throws where a kind has no rule: then nobody may say how long it is kept */
  private async rule(tx: EntityManager, { kind }: RecordKind, now: Date): Promise<RetentionRule> {
    const found = await tx
      .createQueryBuilder(RetentionRuleEntity, 'rule')
      .where(`rule.kind = :kind AND rule.valid_from <= (:now::timestamptz AT TIME ZONE 'Asia/Seoul')::date`, {
        kind,
        now,
      })
      .orderBy('rule.valid_from', 'DESC')
      .addOrderBy('rule.id', 'DESC')
      .limit(1)
      .getOne();
    if (!found) throw new Error(`No rule says how long records of the kind ${kind} are kept.`);
    return found;
  }
}
