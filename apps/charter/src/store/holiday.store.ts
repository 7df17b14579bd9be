import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Declaration } from '../domain/holiday';
import { HolidayDeclarationEntity } from './holiday.entity';

export class HolidayStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The declared holidays in force. */
  async inForce(tx: EntityManager = this.dataSource.manager): Promise<HolidayDeclarationEntity[]> {
    return tx.find(HolidayDeclarationEntity, { where: { revokedAt: IsNull() }, order: { date: 'ASC' } });
  }

  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('declared holidays'))`);
  }

  async declare(tx: EntityManager, declaration: Declaration, by: string, at: Date): Promise<void> {
    await tx.insert(HolidayDeclarationEntity, { ...declaration, declaredBy: by, declaredAt: at });
  }

  async revoke(tx: EntityManager, date: string, by: string, at: Date): Promise<void> {
    await tx.update(HolidayDeclarationEntity, { date, revokedAt: IsNull() }, { revokedBy: by, revokedAt: at });
  }
}
