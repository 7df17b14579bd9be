import { eventually } from '@charter/testkit';
import { type World, startWorld } from '../fixtures/gateway';
import { ask, clean, refused } from './clean';

const PLACES = 40;
const KNOWN = '{ complaint(id: "1") { id } }';
const from = (address: string) => ({ 'x-forwarded-for': address });
/** Different each time, and dear to read. */
const dear = (seed: string): string =>
  `query Dear${seed} { complaints(first: 1) { edges { node { ${'related { id title citizen { name } } '.repeat(15)} } } } }`;

describe('one caller who sends more new texts at one moment than are answered at once', () => {
  let world: World;
  let url: string;
  beforeAll(async () => {
    world = await startWorld({ TRUSTED_PROXIES: '127.0.0.1', MAX_IN_FLIGHT: `${PLACES}` });
    url = world.gateway.url;
    clean(await ask(url, { query: KNOWN }));
  });
  afterAll(() => world.stop());

  it('keeps nobody out, neither with texts that are known nor with new ones, and is told to come again', async () => {
    // Somebody is being answered all the time, so that reading rests.
    const release = world.notices.hold();
    const waiting = ask(url, { query: '{ whoAmI }' }, from('203.0.113.1'));
    await eventually(
      async () => world.notices.calls.length,
      (calls) => calls === 1,
    );
    let answered = 0;
    const attack = Array.from({ length: 2 * PLACES }, async (_value, at) => {
      const said = await ask(url, { query: dear(`${at}`) }, from('203.0.113.2'));
      answered += 1;
      return said;
    });
    await eventually(
      async () => answered,
      (count) => count > PLACES,
    );
    expect(clean(await ask(url, { query: KNOWN }, from('203.0.113.3')))).toEqual([]);
    expect(clean(await ask(url, { query: 'query New { complaint(id: "2") { id } }' }, from('203.0.113.4')))).toEqual(
      [],
    );
    release();
    expect(clean({ ...(await waiting), text: '{}' })).toEqual([]);
    const turnedAway = (await Promise.all(attack)).filter(({ status }) => status !== 200);
    expect(turnedAway.length).toBeGreaterThanOrEqual(PLACES);
    for (const said of turnedAway) {
      expect([said.status, refused(said)]).toEqual([503, ['SERVICE_UNAVAILABLE']]);
      expect(said.headers['retry-after']).toBe('2');
    }
  });
});
