import { eventually } from '@charter/testkit';
import { outboxStats } from '../src';
import { BURST, FaultHarness, type FaultyQueue } from './fault-harness';

/** Everything that goes wrong, each time in the middle of work. */
async function goThroughFaults(harness: FaultHarness): Promise<void> {
  await harness.inTheMiddle(() => harness.kill('worker-1'));
  await harness.inTheMiddle(() => harness.emptyQueue());
  await harness.inTheMiddle(() => harness.cutDatabases());
  await harness.inTheMiddle(() =>
    Promise.all([harness.kill('worker-1'), harness.kill('worker-2'), harness.emptyQueue()]),
  );
}

export function itSurvivesFaults(open: () => Promise<FaultyQueue>): void {
  let harness: FaultHarness | undefined;
  afterEach(async () => {
    await harness?.stop();
    harness = undefined;
  });

  it('kill -9, an emptied queue and lost connections: every effect exists exactly once', async () => {
    const running = (harness = await FaultHarness.start('outbox', await open()));
    await goThroughFaults(running);
    await running.promise(BURST);
    await running.kill('relay');
    await eventually(
      () => running.tally(),
      ({ events, effects }) => effects >= events,
      60_000,
    );
    await eventually(
      () => outboxStats(running.producer),
      ({ unconfirmed }) => unconfirmed === 0,
      60_000, // the waits between sendings have grown meanwhile
    );
    const tally = await running.tally();
    expect(tally).toEqual({ events: tally.events, effects: tally.events, lost: 0, twice: 0 });
    expect(tally.events).toBeGreaterThanOrEqual(BURST * 5);
    await expect(outboxStats(running.consumer)).resolves.toMatchObject({ dead: 0 });
    expect(running.crashed).toEqual([]);
    // The faults did hit: something was tried twice, and something was sent twice.
    const [{ tried }] = await running.consumer.query('SELECT max(attempts) AS tried FROM inbox_entry');
    const [{ sent }] = await running.producer.query('SELECT max(generation) AS sent FROM outbox_delivery');
    expect({ tried: tried > 1, sent: sent > 1 }).toEqual({ tried: true, sent: true });
  }, 240_000);

  it('control: the same faults without the outbox lose or repeat something', async () => {
    const running = (harness = await FaultHarness.start('bypass', await open()));
    await goThroughFaults(running);
    await running.drained();
    const { lost, twice } = await running.tally();
    expect(lost + twice).toBeGreaterThan(0);
  }, 240_000);
}
