import { type World, startWorld } from '../fixtures/gateway';
import { Attacker } from './attacker';
import { ask, clean, refused } from './clean';

const SAMPLES = 300;
const ROUNDS = 3;
/** Milliseconds below which the machine's own noise is larger than what is measured. */
const NOISE_MS = 25;

const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_value, at) => text(at)).join(' ');
const bomb = (levels: number): string =>
  `query BSEED { complaint(id: 1) { ...F0 } } ${times(levels, (at) => `fragment F${at} on Complaint { ${at + 1 < levels ? `...F${at + 1} ...F${at + 1}` : 'id'} }`)}`;
/** SEED makes each different from the one before, so that none is known already. */
const ATTACKS: readonly string[] = [
  bomb(30),
  `{ complaint(id: "SEED") { ${'related { '.repeat(40)} id ${'}'.repeat(40)} } }`,
  `query ASEED { ${times(900, (at) => `a${at}: __typename`)} }`,
  `query RSEED { ${'__typename '.repeat(3_900)} }`,
  `query DSEED { __typename ${times(1_200, (at) => `@d${at}`)} }`,
  'query CSEED { complaints(first: 100) { edges { node { related { related { related { id } } } } } } }',
  `query NSEED { complaint(id: ${'['.repeat(1_900)}1${']'.repeat(1_900)}) { id } }`,
  `query USEED { ${times(1_500, (at) => `unknown${at}`)} }`,
];

describe('another client, while somebody sends bombs', () => {
  let world: World;
  let url: string;
  beforeAll(async () => {
    // Without limits of callers, which would end the attack soon: what many attackers together could do.
    world = await startWorld({ POINTS_ANONYMOUS: '100000000', SUBGRAPH_TIMEOUT: '30000' });
    url = world.gateway.url;
  });
  afterAll(() => world.stop());

  it.each(ATTACKS.map((attack, at) => [at, attack] as const))(
    'is safe from attack %i by itself: it is refused quickly',
    async (at, attack) => {
      const started = performance.now();
      for (let seed = 0; seed < 5; seed += 1)
        refused(await ask(url, { query: attack.replaceAll('SEED', `${at}${seed}`) }));
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );

  it('waits at most twice as long at the 99th percentile', async () => {
    const query = 'query Calm($id: ID!) { complaint(id: $id) { id title notices { text } } }';
    const once = async (id: number): Promise<number> => {
      const started = performance.now();
      expect(clean(await ask(url, { query, variables: { id: `${id}` } }))).toEqual([]);
      return performance.now() - started;
    };
    const p99 = async (): Promise<number> => {
      const taken: number[] = [];
      for (let at = 0; at < SAMPLES; at += 1) taken.push(await once(at));
      return taken.sort((a, b) => a - b)[Math.floor(SAMPLES * 0.99)]!;
    };
    await p99(); // warm
    // In turns, so that what else the machine does falls on both; the best round of each is what the gateway itself can do.
    const [calm, attacked]: [number[], number[]] = [[], []];
    let sent = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      calm.push(await p99());
      const attacker = await Attacker.start(url, ATTACKS);
      attacked.push(await p99());
      const { 200: admitted = 0, ...refusals } = await attacker.stop();
      sent += Object.values(refusals).reduce((sum, count) => sum + count, 0);
      expect([admitted, Object.keys(refusals)]).toEqual([0, ['400']]);
    }
    process.stdout.write(
      `p99 calm ${Math.min(...calm).toFixed(1)} ms, under attack ${Math.min(...attacked).toFixed(1)} ms\n`,
    );
    expect(Math.min(...attacked)).toBeLessThan(2 * Math.max(Math.min(...calm), NOISE_MS));
    expect(sent).toBeGreaterThan(30);
  }, 150_000);
});
