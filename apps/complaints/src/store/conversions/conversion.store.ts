import { type DataSource, type EntityManager, In } from 'typeorm';
import { ConversionEntity, type Direction } from './conversion.entity';

export class ConversionStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The conversions of each complaint, in the order of the ids. One statement. */
  async of(complaintIds: readonly string[]): Promise<ConversionEntity[][]> {
    const found = await this.dataSource.manager.findBy(ConversionEntity, { complaintId: In([...complaintIds]) });
    return complaintIds.map((id) => found.filter(({ complaintId }) => complaintId === id));
  }

  /** Whether a proposal has become a complaint before. */
  async isFiled(tx: EntityManager, proposalId: string): Promise<boolean> {
    return tx.existsBy(ConversionEntity, { proposalId, direction: 'FROM_PROPOSAL' satisfies Direction });
  }

  /** Links them; linked already, it does nothing. */
  async link(tx: EntityManager, link: ConversionEntity): Promise<void> {
    await tx.createQueryBuilder().insert().into(ConversionEntity).values(link).orIgnore().execute();
  }
}
