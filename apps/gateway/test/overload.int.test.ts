import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@charter/testkit';
import { type World, startWorld } from './fixtures/gateway';

describe('more than can be answered', () => {
  let world: World;
  afterEach(() => world.stop());

  const metrics = async (): Promise<string> => (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();

  it('is turned away at once, as SERVICE_UNAVAILABLE with when to come again, and those inside are answered', async () => {
    world = await startWorld({ MAX_IN_FLIGHT: '2' });
    const release = world.complaints.hold();
    const inside = ['1', '2'].map((id) => world.ask(`{ complaint(id: "${id}") { id title } }`));
    await eventually(
      async () => world.complaints.calls.length,
      (calls) => calls === 2,
    );
    const { status, errors, headers } = await world.ask('{ complaint(id: "3") { id } }');
    expect(status).toBe(503);
    expect(errors![0]!.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', service: 'gateway', retryAfterSeconds: 2 });
    expect(headers.get('retry-after')).toBe('2');
    expect(world.complaints.calls).toHaveLength(2);
    release();
    expect((await Promise.all(inside)).map((one) => [one.status, one.errors])).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    expect((await world.ask('{ complaint(id: "3") { id } }')).status).toBe(200);
    expect(await metrics()).toMatch(/charter_gateway_shed_total\{sign="crowded"\} 1\b/);
  });

  it('is known by an event loop that is late again and again, and over when it is not', async () => {
    world = await startWorld({ OVERLOAD_LAG_MS: '50' });
    let isBusy = true;
    const busy = (async () => {
      while (isBusy) {
        const until = performance.now() + 250;
        while (performance.now() < until);
        await sleep(1);
      }
    })();
    const status = async (): Promise<number> => (await world.ask('{ __typename }')).status;
    await eventually(status, (answered) => answered === 503, 60_000);
    isBusy = false;
    await busy;
    await eventually(status, (answered) => answered === 200, 60_000);
    expect(await metrics()).toMatch(/charter_gateway_shed_total\{sign="late"\} [1-9]/);
  }, 130_000);
});
