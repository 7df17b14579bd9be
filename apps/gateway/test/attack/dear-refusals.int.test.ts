import { type World, startWorld } from '../fixtures/gateway';
import { type Said, ask, clean, json, refused, send } from './clean';

const FILE = 'mutation File($input: FileComplaintInput!) { fileComplaint(input: $input) { id } }';
/** Nobody else is answered while one request is being refused. Generous for a machine with much else to do: what it guards against took minutes. */
const SOON_MS = 1_500;

describe('what is refused costs little, whatever it looks like', () => {
  let world: World;
  let url: string;
  let signedIn: { authorization: string };
  beforeAll(async () => {
    world = await startWorld();
    url = world.gateway.url;
    signedIn = { authorization: `Bearer ${await world.issuer.token()}` };
    clean(await ask(url, { query: '{ complaint(id: "1") { id } }' }, signedIn));
  });
  afterAll(() => world.stop());

  const soon = async (asked: () => Promise<Said>): Promise<Said> => {
    const began = performance.now();
    const said = await asked();
    expect(performance.now() - began).toBeLessThan(SOON_MS);
    return said;
  };

  it.each([
    ['the name of a field', '; Value "'],
    ['the name of a field', ' got invalid value '],
    ['the name of a field', ' got invalid value "'],
    ['the name of a field', ' cannot represent '],
    ['the name of a field', ' at "'],
  ])('%s that looks like what graphql-js says, over and over: %j', async (_what, sign) => {
    const name = sign.repeat(Math.floor(200_000 / sign.length));
    const query = FILE;
    for (const variables of [
      { input: { title: 'a', [name]: 1 } },
      { input: { title: 'a', count: name } },
      { input: name },
    ]) {
      const said = await soon(() => ask(url, { query, variables }, signedIn));
      expect(refused(said)).toEqual(['BAD_USER_INPUT']);
      expect(said.text.length).toBeLessThan(10_000); // what was sent is not sent back
    }
  });

  it('a list of 60,000 values that do not fit', async () => {
    const counts = Array.from({ length: 60_000 }, () => 'a');
    for (const who of [{}, signedIn]) {
      const body = JSON.stringify({ query: FILE, variables: { input: { title: 'a', counts } } });
      const said = await soon(() => send(url, { headers: { ...json, ...who }, body }));
      expect(refused(said)).toEqual(['BAD_USER_INPUT']);
      expect(said.text.length).toBeLessThan(10_000);
    }
  });

  it('an address of the charter with a long row of slashes', async () => {
    const path = `/charter${'/'.repeat(15_000)}x//`;
    const said = await soon(() => send(url, { method: 'GET', path }));
    expect([said.status, said.headers.location]).toEqual([308, path.slice(0, -2)]);
  });
});
