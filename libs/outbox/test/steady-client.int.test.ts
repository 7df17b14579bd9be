import { createEmptyDatabase } from '@charter/testkit';
import { Client } from 'pg';
import { SteadyClient } from '../src';

it('outlives a connection that is lost while nobody listens', async () => {
  const { dataSource, url, drop } = await createEmptyDatabase();
  const cut = async (client: Client) => {
    await client.connect();
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await dataSource.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow();
  };
  const heard: string[] = [];
  await cut(new Client({ connectionString: url }).on('error', ({ message }: Error) => void heard.push(message)));
  expect(heard[0]).toContain('terminating connection'); // what would have been uncaught
  await cut(new SteadyClient({ connectionString: url }));
  await drop();
});
