import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';

export class StaleVersion extends Error {}

/**
 * Writes a row that was read at `version`, or nothing: `save()` would accept a stale row and rewind its version.
 * @throws {StaleVersion} when somebody else wrote in between
 */
export async function guardedUpdate<T extends ObjectLiteral & { id: string; version: number }>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  row: Pick<T, 'id' | 'version'>,
  changes: QueryDeepPartialEntity<T>,
): Promise<void> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(entity)
    .set({ ...changes, version: () => '"version" + 1' } as QueryDeepPartialEntity<T>)
    .where('"id" = :id AND "version" = :version', { id: row.id, version: row.version })
    .execute();
  if (affected !== 1) throw new StaleVersion();
}
