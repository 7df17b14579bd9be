import { setImmediate } from 'node:timers/promises';
import { ReadingTurns } from './reading-turns';

describe('turns of reading', () => {
  it('come one in each turn of the event loop, in order', async () => {
    const turns = new ReadingTurns();
    const read: string[] = [];
    const all = ['a', 'b', 'c'].map((text) => turns.next().then(() => read.push(text)));
    const between: number[] = [];
    while (read.length < 3) {
      await setImmediate();
      between.push(read.length);
    }
    await Promise.all(all);
    expect(read).toEqual(['a', 'b', 'c']);
    expect(between.map((count, at) => count - (between[at - 1] ?? 0)).every((more) => more <= 1)).toBe(true);
    expect(between).toEqual(expect.arrayContaining([1, 2, 3]));
  });

  it('wait for nobody when nobody is before', async () => {
    const turns = new ReadingTurns();
    await turns.next();
    let isDone = false;
    void turns.next().then(() => (isDone = true));
    await setImmediate();
    await setImmediate();
    expect(isDone).toBe(true);
  });
});
