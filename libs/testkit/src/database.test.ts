import { createEmptyDatabase } from './database';

it('gives each suite a PostgreSQL database of its own and takes it away', async () => {
  const [one, two] = await Promise.all([createEmptyDatabase(), createEmptyDatabase()]);
  await one.dataSource.query('CREATE TABLE only_here (id int)');
  await expect(two.dataSource.query('SELECT * FROM only_here')).rejects.toThrow('does not exist');
  const [{ version }] = await one.dataSource.query('SELECT version()');
  expect(version).toMatch(/^PostgreSQL/);
  await one.drop();
  await two.drop();
});
