import { type DataSource, IsNull } from 'typeorm';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { ComplaintExportEntity } from './export.entity';

const NEWEST: ListOrder = {
  name: 'exports by newness',
  direction: 'DESC',
  columns: [
    { expression: 'export.requested_at', type: 'timestamptz' },
    { expression: 'export.id', type: 'uuid' },
  ],
};

/** The record of exports. */
export class ExportStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  async add(row: Omit<ComplaintExportEntity, 'startedAt' | 'finishedAt' | 'rows'>): Promise<void> {
    await this.dataSource.manager.insert(ComplaintExportEntity, { ...row });
  }

  /** Takes an export that nobody has begun; of two at once, one. */
  async begin(id: string, at: Date): Promise<ComplaintExportEntity | undefined> {
    const { affected } = await this.dataSource.manager.update(
      ComplaintExportEntity,
      { id, startedAt: IsNull() },
      { startedAt: at },
    );
    return affected === 1 ? this.dataSource.manager.findOneByOrFail(ComplaintExportEntity, { id }) : undefined;
  }

  /** @param finishedAt null when it broke off */
  async end(id: string, rows: number, finishedAt: Date | null): Promise<void> {
    await this.dataSource.manager.update(ComplaintExportEntity, { id }, { rows, finishedAt });
  }

  page(departmentCode: string | null, page: Page): Promise<Connection<ComplaintExportEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ComplaintExportEntity, 'export');
    if (departmentCode) query.andWhere('export.department_code = :departmentCode', { departmentCode });
    return keysetPage(query, NEWEST, page, this.cursors);
  }
}
