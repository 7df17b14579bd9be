import { createHmac } from 'node:crypto';
import { Column, Entity, type EntityManager, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import type { Outcome } from '@charter/contracts';

@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('text', { name: 'caller_id' })
  callerId: string;

  @PrimaryColumn('text')
  operation: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text', { name: 'input_hash' })
  inputHash: string;

  @Column('jsonb', { nullable: true })
  result: unknown;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

export class CreateIdempotencyKey1700000000003 implements MigrationInterface {
  name = 'CreateIdempotencyKey1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "idempotency_key" (
        "caller_id" text NOT NULL, "operation" text NOT NULL, "key" text NOT NULL,
        "input_hash" text NOT NULL, "result" jsonb, "created_at" timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("caller_id", "operation", "key"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "idempotency_key"');
  }
}

export class IdempotencyKeyReused extends Error {}

export interface IdempotentCommand {
  readonly callerId: string;
  readonly operation: string;
  /** None: the command simply runs. */
  readonly key?: string | null;
  /** All that makes the command what it is, without the key. */
  readonly input: unknown;
  /** Keeps the stored hash from telling anything about the input. */
  readonly secret: string;
}

/** Whether a creating command was carried out before with this key: what is asked of others first need not be asked again. */
export const wasDone = async (
  manager: EntityManager,
  { callerId, operation, key }: Pick<IdempotentCommand, 'callerId' | 'operation' | 'key'>,
): Promise<boolean> =>
  Boolean(key) && (await manager.existsBy(IdempotencyKeyEntity, { callerId, operation, key: key! }));

/**
 * Runs a creating command once for a key: the same key and input gives the first result again, also when both come at once
 * (the second waits for the first). A refused command leaves no trace, so that it can be mended and sent with the same key.
 * @returns what `work` returned, which must be JSON: ids, not rows
 * @throws {IdempotencyKeyReused} when the key came with another input
 */
export async function once<T>(
  tx: EntityManager,
  command: IdempotentCommand,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { callerId, operation, key } = command;
  if (!key) return work();
  const inputHash = createHmac('sha256', command.secret).update(JSON.stringify(command.input)).digest('base64url');
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(IdempotencyKeyEntity)
    .values({ callerId, operation, key, inputHash })
    .orIgnore()
    .returning('"key"')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) {
    const earlier = await tx.findOneByOrFail(IdempotencyKeyEntity, { callerId, operation, key });
    if (earlier.inputHash !== inputHash) throw new IdempotencyKeyReused();
    return { ok: true, value: earlier.result as T };
  }
  const outcome = await work();
  if (outcome.ok)
    await tx.update(IdempotencyKeyEntity, { callerId, operation, key }, { result: outcome.value as never });
  else await tx.delete(IdempotencyKeyEntity, { callerId, operation, key });
  return outcome;
}
