import type { QueueFigures } from '@charter/contracts';
import { type Told, flowOf } from './queue-flow';

type Sent = QueueFigures['sent'][number];

const sent = (change: Partial<Sent> = {}): Sent => ({
  ...{ consumer: 'notices-inbox', unconfirmed: 0, oldestAt: null, done: 0, died: 0, seconds: 0, worstSeconds: 0 },
  ...change,
});
const tell = (service: Told['service'], figures: Partial<QueueFigures> | null): Told => ({
  service,
  figures: figures && { taken: [], sent: [], ...figures },
});
const flow = (told: Told[]) => flowOf('notices-inbox', 'notices', told);

describe('how events come through a queue', () => {
  it('is the sum over those who send, and the word of who consumes', () => {
    const found = flow([
      tell('complaints', {
        sent: [
          sent({ unconfirmed: 2, oldestAt: new Date(2_000), done: 3, seconds: 9, worstSeconds: 6 }),
          sent({ consumer: 'surveys-invitations', unconfirmed: 50, done: 50, seconds: 5_000, worstSeconds: 500 }),
        ],
      }),
      tell('surveys', {
        sent: [sent({ unconfirmed: 1, oldestAt: new Date(1_000), died: 1, seconds: 11, worstSeconds: 11 })],
      }),
      tell('notices', { taken: [{ consumer: 'notices-inbox', dead: 4, failing: 5 }] }),
    ]);
    expect(found).toEqual({
      ...{ deadLetters: 4, failing: 5, unconfirmed: 3, oldestUnconfirmedAt: new Date(1_000) },
      ...{ doneLastHour: 3, diedLastHour: 1, averageSeconds: 5, worstSeconds: 11, silent: [] },
    });
  });

  it('has no durations where nothing was settled', () => {
    expect(flow([tell('notices', {})])).toMatchObject({ deadLetters: 0, averageSeconds: null, worstSeconds: null });
  });

  it('says what it does not know', () => {
    const found = flow([tell('notices', null), tell('surveys', null), tell('charter', { sent: [sent({ done: 1 })] })]);
    expect(found).toMatchObject({ deadLetters: null, failing: null, doneLastHour: 1, silent: ['notices', 'surveys'] });
  });

  it('knows of no events in a queue of acknowledgements, whoever is silent', () => {
    expect(flowOf('charter-acks', undefined, [tell('charter', null)])).toMatchObject({ deadLetters: 0, silent: [] });
  });
});
