import { type DataSource, type EntityManager, In } from 'typeorm';
import { CountEntity } from './count.entity';

/** Where a count belongs. */
export type CountPlace = Pick<CountEntity, 'standardCode' | 'departmentCode' | 'month'>;

export class CountStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What counts in these months: of each standard, department and month the newest edition. One statement. */
  async inMonths(months: readonly string[], standards: readonly string[]): Promise<CountEntity[]> {
    if (months.length === 0 || standards.length === 0) return [];
    return this.dataSource.manager
      .createQueryBuilder(CountEntity, 'count')
      .distinctOn(['count.standard_code', 'count.department_code', 'count.month'])
      .where('count.month = ANY(:months) AND count.standard_code = ANY(:standards)', { months, standards })
      .orderBy('count.standard_code', 'ASC')
      .addOrderBy('count.department_code', 'ASC')
      .addOrderBy('count.month', 'ASC')
      .addOrderBy('count.edition', 'DESC')
      .getMany();
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(CountEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(CountEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((count) => count.id === id));
  }

  /** The newest edition of a place; whoever writes there waits, also where there is none yet. */
  async lock(tx: EntityManager, { standardCode, departmentCode, month }: CountPlace): Promise<CountEntity | undefined> {
    const place = `${standardCode} ${departmentCode} ${month}`;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('standard count'), hashtext($1))`, [place]);
    const where = { standardCode, departmentCode, month };
    const [newest] = await tx.find(CountEntity, { where, order: { edition: 'DESC' }, take: 1 });
    return newest;
  }

  async insert(tx: EntityManager, count: CountEntity): Promise<void> {
    await tx.insert(CountEntity, count);
  }
}
