import { register } from 'prom-client';
import { gauges, queueGauges } from './metrics';

const scraped = async (name: string): Promise<string[]> =>
  (await register.metrics()).split('\n').filter((line) => line.startsWith(name));

it('reads figures when it is asked, and leaves out what cannot be read', async () => {
  let away = false;
  gauges({ test_things: 'Things.' }, async () => {
    if (away) throw new Error('The database is away.');
    return { test_things: 7 };
  });
  expect(await scraped('test_things')).toEqual(['test_things 7']);
  away = true;
  expect(await scraped('test_things')).toEqual([]);
  expect(await scraped('charter_metrics_unread_total')).toEqual(['charter_metrics_unread_total 1']);
});

it('tells how much waits in a queue, and for how long', async () => {
  const figures = { waiting: 3, active: 1, delayed: 2, failed: 0, oldestAt: new Date(Date.now() - 60_000) };
  queueGauges({ counts: async (queue) => (queue === 'gone' ? Promise.reject(new Error('away')) : figures) }, [
    'here',
    'gone',
  ]);
  expect(await scraped('charter_queue_depth')).toEqual(['charter_queue_depth{queue="here"} 5']);
  expect((await scraped('charter_queue_age_seconds'))[0]).toMatch(/queue="here"} 60(\.\d+)?$/);
});
