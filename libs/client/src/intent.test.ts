import { Intent, type KeyStore } from './intent';
import { failed } from './result';

const complete = { kind: 'complete', data: {}, requestId: 'r' } as const;
const refused = { kind: 'refused', data: {}, userErrors: [], missing: [], requestId: 'r' } as const;
const failure = (code: 'NO_ANSWER' | 'IDEMPOTENCY_KEY_REUSED') => failed([{ code, message: '', requestId: 'r' }]);

class Store extends Map<string, string> implements KeyStore {
  getItem = (name: string): string | null => this.get(name) ?? null;
  setItem = (name: string, value: string): void => void this.set(name, value);
  removeItem = (name: string): void => void this.delete(name);
}

describe('an intent', () => {
  it.each([
    ['created', complete, false],
    ['to be mended', refused, true],
    ['lost on the way', failure('NO_ANSWER'), true],
    ['sent with a key of something else', failure('IDEMPOTENCY_KEY_REUSED'), false],
  ])('that was %s keeps its key or not', async (_what, result, keeps) => {
    const intent = new Intent('file');
    const { key } = intent;
    await intent.submit(async (sent) => {
      expect(sent).toBe(key);
      return result;
    });
    expect(intent.key === key).toBe(keeps);
  });

  it('is sent once for a double click', async () => {
    const intent = new Intent('file');
    const keys: string[] = [];
    const send = async (key: string) => (keys.push(key), complete);
    const results = await Promise.all([intent.submit(send), intent.submit(send)]);
    expect([keys.length, results[0] === results[1]]).toEqual([1, true]);
    await intent.submit(send);
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps its key over a reload, until the thing is created', async () => {
    const store = new Store();
    const { key } = new Intent('file', store);
    const reloaded = new Intent('file', store);
    expect([reloaded.key, new Intent('other', store).key === key]).toEqual([key, false]);
    await reloaded.submit(async () => complete);
    expect(new Intent('file', store).key).not.toBe(key);
  });

  it('may be tried again when sending has thrown', async () => {
    const intent = new Intent('file');
    const { key } = intent;
    await expect(intent.submit(() => Promise.reject(new Error('aborted')))).rejects.toThrow('aborted');
    await intent.submit(async (sent) => (expect(sent).toBe(key), refused));
  });
});
