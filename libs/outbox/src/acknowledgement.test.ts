import { Acknowledger, type Acknowledgement } from './acknowledgement';
import type { QueueBackend } from './queue-backend';

const ack = (eventId: string): Acknowledgement => ({ eventId, consumer: 'notices-inbox', outcome: 'DONE' });

describe('telling producers', () => {
  function slowQueue() {
    const messages: { queue: string; data: unknown; end: (error?: Error) => void }[] = [];
    const add: QueueBackend['add'] = (queue, [job]) =>
      new Promise((resolve, reject) =>
        messages.push({ queue, data: job?.data, end: (error) => (error ? reject(error) : resolve()) }),
      );
    return { messages, acknowledger: new Acknowledger({ add } as QueueBackend) };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('sends at once, and puts together what comes while a message is on its way', async () => {
    const { messages, acknowledger } = slowQueue();
    const told = [acknowledger.tell('surveys', ack('a'))];
    await turn();
    told.push(...['b', 'c'].map((id) => acknowledger.tell('surveys', ack(id))), acknowledger.tell('charter', ack('d')));
    await turn();
    expect(messages.map(({ queue, data }) => [queue, data])).toEqual([
      ['surveys-acks', [ack('a')]],
      ['charter-acks', [ack('d')]],
    ]);
    messages[0]?.end();
    await turn();
    expect(messages[2]?.data).toEqual([ack('b'), ack('c')]);
    for (const message of messages) message.end();
    await Promise.all(told);
  });

  it('fails those whose message failed, and only those', async () => {
    const { messages, acknowledger } = slowQueue();
    const first = acknowledger.tell('surveys', ack('a'));
    await turn();
    const second = acknowledger.tell('surveys', ack('b'));
    messages[0]?.end(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await turn();
    messages[1]?.end();
    await expect(second).resolves.toBeUndefined();
  });
});
