import { RequestFetches } from './request-fetches';
import { type Received, read } from './transport';

const received = (text: string, maxAge?: number): Received => ({ text, answer: read(200, text, maxAge) });

describe('what one request has asked', () => {
  const fetches = new RequestFetches();
  const ask = jest.fn(async () => received('{"data":{"_entities":[{"a":{"b":1}}]}}', 30));
  beforeEach(() => void ask.mockClear());

  it('is asked once, at the same time and later', async () => {
    const request = {};
    const told = await Promise.all([fetches.once(request, 'q', ask), fetches.once(request, 'q', ask)]);
    told.push(await fetches.once(request, 'q', ask));
    expect(told.map(({ isShared }) => isShared)).toEqual([false, true, true]);
    expect(ask).toHaveBeenCalledTimes(1);
    for (const { answer } of told) expect(answer).toEqual(told[0]!.answer);
  });

  it('is given to each as objects of its own', async () => {
    const request = {};
    const { answer: first } = await fetches.once(request, 'q', ask);
    (first.data!._entities as { a: { b: number } }[])[0]!.a.b = 2;
    const { answer: second } = await fetches.once(request, 'q', ask);
    expect(second.data).toEqual({ _entities: [{ a: { b: 1 } }] });
    expect(second.maxAge).toBe(30);
  });

  it('is asked again for another request, another question, and after something was written', async () => {
    const request = {};
    await fetches.once(request, 'q', ask);
    await fetches.once({}, 'q', ask);
    await fetches.once(request, 'p', ask);
    fetches.forget(request);
    await fetches.once(request, 'q', ask);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('fails for all who asked', async () => {
    const request = {};
    const fail = jest.fn(() => Promise.reject(new Error('away')));
    const told = await Promise.allSettled([fetches.once(request, 'q', fail), fetches.once(request, 'q', fail)]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(fail).toHaveBeenCalledTimes(1);
  });
});
