import { setImmediate } from 'node:timers/promises';
import { NoTurn, ReadingTurns } from './reading-turns';

const READING_MS = 10;
const readFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

/** Reads some texts at one moment, each named after its caller by its first letter. @returns milliseconds until all were read, their order, and which had no turn */
async function readAll(turns: ReadingTurns, texts: readonly string[]) {
  const [order, refused]: [string[], string[]] = [[], []];
  const began = performance.now();
  await Promise.all(
    texts.map(async (text) => {
      try {
        await turns.next(text[0]!);
      } catch (error) {
        if (!(error instanceof NoTurn)) throw error;
        return void refused.push(text);
      }
      readFor(READING_MS);
      order.push(text);
    }),
  );
  return { ms: performance.now() - began, order, refused };
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
    const { order } = await readAll(new ReadingTurns(() => false, 10), texts);
    isOver = true;
    await loop;
    expect(order).toEqual(texts);
    expect(others).toBeGreaterThanOrEqual(texts.length);
  });

  it('rest in between while others are being answered, and only then', async () => {
    const alone = await readAll(new ReadingTurns(() => false, 10), texts);
    const among = await readAll(new ReadingTurns(() => true, 10), texts);
    expect(among.order).toEqual(texts);
    expect(among.ms).toBeGreaterThanOrEqual(4 * READING_MS + 3 * 4 * READING_MS - 10);
    expect(alone.ms).toBeLessThan(among.ms);
  });

  it('rest as long after a text that takes long: a fifth of the time is all that reading takes', async () => {
    const turns = new ReadingTurns(() => true, 10);
    await turns.next('a');
    readFor(100);
    const ended = performance.now();
    await turns.next('b');
    expect(performance.now() - ended).toBeGreaterThan(390);
  });

  it('go round the callers: who has sent many waits for them, and nobody else does', async () => {
    const { order } = await readAll(new ReadingTurns(() => false, 10), ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2']);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('are had by so many and no more: who has the most gives way, and a place that was given up is free', async () => {
    const turns = new ReadingTurns(() => false, 3);
    const crowd = await readAll(turns, ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']);
    expect(crowd.refused).toEqual(['a4', 'a3', 'a2', 'b2']);
    expect(crowd.order).toEqual(['a1', 'b1', 'c1']);
    const later = await readAll(turns, texts.slice(1));
    expect([later.order, later.refused]).toEqual([texts.slice(1), []]);
  });
});
