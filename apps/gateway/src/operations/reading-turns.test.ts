import { setImmediate } from 'node:timers/promises';
import { ReadingTurns } from './reading-turns';

const READING_MS = 10;
const readFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

/** Reads some texts at one moment. @returns milliseconds until all were read, and the order in which they were */
async function readAll(turns: ReadingTurns, texts: readonly string[]): Promise<{ ms: number; order: string[] }> {
  const order: string[] = [];
  const began = performance.now();
  await Promise.all(
    texts.map(async (text) => {
      await turns.next();
      readFor(READING_MS);
      order.push(text);
    }),
  );
  return { ms: performance.now() - began, order };
}

describe('turns of reading', () => {
  const texts = ['a', 'b', 'c', 'd'];

  it('come in order, and leave the event loop to others between them', async () => {
    let others = 0;
    let isOver = false;
    const loop = (async () => {
      while (!isOver) {
        await setImmediate();
        others += 1;
      }
    })();
    const { order } = await readAll(new ReadingTurns(() => false), texts);
    isOver = true;
    await loop;
    expect(order).toEqual(texts);
    expect(others).toBeGreaterThanOrEqual(texts.length);
  });

  it('rest in between while others are being answered, and only then', async () => {
    const alone = await readAll(new ReadingTurns(() => false), texts);
    const among = await readAll(new ReadingTurns(() => true), texts);
    expect(among.order).toEqual(texts);
    expect(among.ms).toBeGreaterThanOrEqual(4 * READING_MS + 3 * 4 * READING_MS - 10);
    expect(alone.ms).toBeLessThan(among.ms);
  });
});
