import { EventStream, eventText } from './event-stream';

const stream = (settings: Partial<ConstructorParameters<typeof EventStream>[0]> = {}) =>
  new EventStream({ retryMs: 2_000, slowMs: 0, onRoom: () => undefined, ...settings });
const event = (data: object = { a: 1 }) => ({ name: 'change', id: '7', data });
const large = event({ text: 'x'.repeat(70_000) });

describe('a stream of events', () => {
  it('writes an event as the standard reads it, whatever line ends its words have', () => {
    expect(eventText(event({ text: 'one\r\ntwo\n\nevent: forged\r' }))).toBe(
      'event: change\nid: 7\ndata: {"text":"one\\r\\ntwo\\n\\nevent: forged\\r"}\n\n',
    );
  });

  it('says when to come again, then what happens, then that it is still there', async () => {
    const one = stream();
    one.send(event());
    one.beat();
    one.finish();
    const text = (await one.toArray()).join('');
    expect(text).toBe('retry: 2000\n\nevent: change\nid: 7\ndata: {"a":1}\n\n: \n\n');
  });

  it('has no room while nobody reads, and tells when it has again', async () => {
    const onRoom = jest.fn();
    const one = stream({ onRoom, slowMs: 3_600_000 });
    one.read(0);
    expect(one.hasRoom).toBe(true);
    one.send(large);
    expect(one.hasRoom).toBe(false);
    one.beat();
    expect(one.destroyed).toBe(false);
    expect(onRoom).not.toHaveBeenCalled();
    const chunks: string[] = [];
    one.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    await new Promise((resolve) => setImmediate(resolve));
    expect(onRoom).toHaveBeenCalledTimes(1);
    expect(one.hasRoom).toBe(true);
    expect(chunks.join('')).toBe(`retry: 2000\n\n${eventText(large)}`);
    one.destroy();
  });

  it('is ended when it stays full: the reader comes again', async () => {
    const one = stream();
    one.send(large);
    one.beat();
    expect(one.destroyed).toBe(true);
  });
});
