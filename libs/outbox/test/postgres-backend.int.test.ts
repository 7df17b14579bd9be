import { createEmptyDatabase } from '@charter/testkit';
import { itKeepsTheContract } from './backend-contract';
import { dropQueueSchema } from './outbox-database';

describe('the queue on PostgreSQL', () => {
  itKeepsTheContract(async () => {
    const database = await createEmptyDatabase();
    return {
      kind: 'postgres',
      url: database.url,
      config: (databaseUrl, prefix) => ({ databaseUrl, prefix }),
      empty: () => dropQueueSchema(database.dataSource, 'contract_queue'),
      cutConnections: () =>
        database.dataSource.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        ),
      dispose: () => database.drop(),
    };
  });
});
