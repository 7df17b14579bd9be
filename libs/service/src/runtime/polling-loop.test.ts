import { createLogger } from './logger';
import { PollingLoop } from './polling-loop';

class Looking extends PollingLoop {
  looks = 0;
  inHand = 0;
  together = 0;
  constructor(private readonly work: (look: number) => Promise<void> = async () => undefined) {
    super({ everyMs: 1, what: 'looking', log: createLogger('participation', 'test', 'silent') });
  }
  async runOnce(): Promise<void> {
    this.looks += 1;
    this.inHand += 1;
    this.together = Math.max(this.together, this.inHand);
    try {
      await this.work(this.looks);
    } finally {
      this.inHand -= 1;
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const looks = async (loop: Looking, atLeast: number): Promise<void> => {
  for (let tries = 0; loop.looks < atLeast && tries < 500; tries += 1) await pause(2);
  expect(loop.looks).toBeGreaterThanOrEqual(atLeast);
};

describe('a loop', () => {
  it('looks again and again, one look after the other, until it is stopped', async () => {
    const loop = new Looking(() => pause(3));
    await loop.start();
    await looks(loop, 3);
    await loop.stop(1_000);
    const { looks: done } = loop;
    await pause(20);
    expect([loop.looks, loop.together]).toEqual([done, 1]);
  });
  it('goes on after a look that fails', async () => {
    const loop = new Looking(async (look) => {
      if (look === 1) throw new Error('a dead neighbour');
    });
    await loop.start();
    await looks(loop, 2);
    await loop.stop(1_000);
  });
  it('finishes the look that runs before it has stopped', async () => {
    let finished = false;
    const loop = new Looking(async () => {
      await pause(30);
      finished = true;
    });
    await loop.start();
    await loop.stop(1_000);
    expect(finished).toBe(true);
  });
  it('waits no longer than it is given', async () => {
    const loop = new Looking(() => pause(300));
    await loop.start();
    const before = Date.now();
    await loop.stop(20);
    expect(Date.now() - before).toBeLessThan(250);
  });
});
