import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { ServiceName } from '@charter/contracts';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { DataRequestKind } from '../../domain/rights/data-request';
import { DataRequestEntity, DataRequestServiceEntity, type ErasureReport } from './data-request.entity';

const NEWEST: ListOrder = {
  name: 'data requests by newness',
  direction: 'DESC',
  columns: [
    { expression: 'request.requested_at', type: 'timestamptz' },
    { expression: 'request.id', type: 'uuid' },
  ],
};

/** What citizens asked of all services, and how far each service is. */
export class DataRequestStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  page(personId: string, page: Page): Promise<Connection<DataRequestEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(DataRequestEntity, 'request')
      .where('request.person_id = :personId', { personId });
    return keysetPage(query, NEWEST, page, this.cursors);
  }

  /** A person's requests of the last days; with them, nobody else's transaction asks for the same person at once. */
  async earlier(tx: EntityManager, personId: string): Promise<DataRequestEntity[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('data request of ' || $1, 0))`, [personId]);
    return tx.findBy(DataRequestEntity, { personId });
  }

  /** Writes a request down. Every service is asked at once, except where `asked` is false: then it is told by an event. */
  async add(
    tx: EntityManager,
    request: { personId: string; kind: DataRequestKind; services: readonly ServiceName[]; at: Date; asked: boolean },
  ): Promise<string> {
    const { personId, kind, services, at, asked } = request;
    const id = randomUUID();
    await tx.insert(DataRequestEntity, { id, personId, kind, state: 'RUNNING', requestedAt: at });
    const nextTryAt = asked ? () => 'now()' : null; // as the job compares: by the database's clock
    await tx
      .createQueryBuilder()
      .insert()
      .into(DataRequestServiceEntity)
      .values(services.map((service) => ({ requestId: id, service, nextTryAt })))
      .execute();
    return id;
  }

  async find(id: string): Promise<DataRequestEntity | undefined> {
    return (await this.dataSource.manager.findOneBy(DataRequestEntity, { id })) ?? undefined;
  }

  /** A request that services are at work on, locked: of two reports at once the second one waits. */
  async lockRunning(tx: EntityManager, id: string): Promise<DataRequestEntity | undefined> {
    const where = { id, state: 'RUNNING' as const };
    return (await tx.findOne(DataRequestEntity, { where, lock: { mode: 'for_no_key_update' } })) ?? undefined;
  }

  /** Writes down what a service erased and kept. @returns the services that have not reported yet */
  async report(tx: EntityManager, id: string, service: ServiceName, report: ErasureReport): Promise<ServiceName[]> {
    const records = report.erased.reduce((sum, { count }) => sum + count, 0);
    await tx
      .createQueryBuilder()
      .update(DataRequestServiceEntity)
      .set({ report: report as never, records, doneAt: () => 'now()' })
      .where({ requestId: id, service, doneAt: IsNull() })
      .execute();
    const left = await tx.findBy(DataRequestServiceEntity, { requestId: id, doneAt: IsNull() });
    return left.map((row) => row.service);
  }

  async finish(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.update(DataRequestEntity, { id }, { state: 'DONE', finishedAt: at });
  }

  /** Of each request, in the order of their names. One statement. */
  async servicesOf(ids: readonly string[]): Promise<DataRequestServiceEntity[][]> {
    const found = await this.dataSource.manager.find(DataRequestServiceEntity, {
      where: { requestId: In([...ids]) },
      order: { service: 'ASC' },
    });
    return ids.map((id) => found.filter(({ requestId }) => requestId === id));
  }
}
