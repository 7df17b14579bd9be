import { eventually } from '@charter/testkit';
import { type Answer, type World, startWorld } from './fixtures/gateway';
import { type AnswerName, FaultySubgraph } from './fixtures/faulty-subgraph';

const LIMIT_MS = 1_500;
/** What everything else may take on a machine that is busy. */
const USUAL_MS = 2_500;
const COMPLAINT = { id: '7', title: '민원 7', notices: [{ text: '알림 7' }] };
const query = (...names: string[]) =>
  `{ complaint(id: "7") { id title notices { text } ${names.map((name) => `${name}Note`).join(' ')} } }`;

const partsOf = ({ errors = [] }: Answer): unknown[] =>
  errors.map(({ extensions: { code, service } }) => `${String(code)} ${String(service)}`).sort();

describe('an answer of which some parts cannot be had', () => {
  const [charter, surveys, compensation] = ['charter', 'surveys', 'compensation'].map(
    (name) => new FaultySubgraph(name),
  ) as [FaultySubgraph, FaultySubgraph, FaultySubgraph];
  const faulty = [charter, surveys, compensation];
  let world: World;
  const open = async (settings: Record<string, string> = {}): Promise<void> => {
    await Promise.all(faulty.map((one) => one.start()));
    const urls = Object.fromEntries(faulty.map(({ name, url }) => [name, url]));
    world = await startWorld({ SUBGRAPH_TIMEOUT: String(LIMIT_MS), ...settings }, urls, faulty);
  };
  const timed = async (text: string): Promise<Answer & { ms: number }> => {
    const started = performance.now();
    const answer = await world.ask(text);
    return { ...answer, ms: performance.now() - started };
  };
  const figure = async (name: string, subgraph: string): Promise<number> => {
    const text = await (await fetch(`${world.gateway.metricsUrl}/metrics`)).text();
    return Number(new RegExp(`^${name}\\{subgraph="${subgraph}"\\} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  };
  const untilUp = (up: 0 | 1) =>
    eventually(
      () => figure('charter_gateway_subgraph_up', 'charter'),
      (now) => now === up,
      30_000,
    );
  beforeEach(() => open());
  afterEach(async () => {
    await world.stop();
    for (const one of faulty) {
      await one.stop();
      Object.assign(one, { always: 'good' });
      one.next.length = one.asked.length = 0;
    }
  });

  it('has all the others within their time plus the limit: one hangs, one is dead, one talks rubbish', async () => {
    charter.always = 'hang';
    await surveys.stop();
    compensation.always = 'html';
    const answer = await timed(query('charter', 'surveys', 'compensation'));
    const lost = { charterNote: null, surveysNote: null, compensationNote: null };
    expect(answer.data).toEqual({ complaint: { ...COMPLAINT, ...lost } });
    expect(partsOf(answer)).toEqual(
      ['charter', 'compensation', 'surveys'].map((name) => `SERVICE_UNAVAILABLE ${name}`),
    );
    expect(answer.ms).toBeLessThan(LIMIT_MS + USUAL_MS);
    expect(answer.text).not.toContain('10.0.0.7');
  });

  it('says of each field where it is missing: once for all of a list, also where null passes on', async () => {
    await Promise.all([charter.stop(), world.notices.stop()]);
    const placesOf = ({ errors = [] }: Answer) => errors.map(({ path = [] }) => path.join('.')).sort();
    const list = await world.ask(
      `query ($no: Boolean!) { list: complaints(first: 50) { edges { node { id charterNote own: notices { text } surveysNote
        gone: charterNote @skip(if: $no) ... on Complaint { again: charterNote } citizen { name } } } } }`,
      { variables: { no: true } },
    );
    const at = 'list.edges.0.node';
    expect(placesOf(list)).toEqual([`${at}.again`, `${at}.charterNote`, `${at}.citizen.name`, `${at}.own`]);
    expect(partsOf(list)).toEqual(
      ['charter', 'charter', 'notices', 'notices'].map((name) => `SERVICE_UNAVAILABLE ${name}`),
    );
    const edges = (list.data!.list as { edges: object[] }).edges;
    // A name is never null: what holds it is.
    expect(edges[49]).toEqual({
      node: { id: '49', charterNote: null, own: null, surveysNote: 'surveysNote 49', again: null, citizen: null },
    });
    const single = await world.ask('{ complaint(id: "7") { charterNote } me { name } charterIs }');
    expect([single.data, placesOf(single)]).toEqual([
      { complaint: { charterNote: null }, me: null, charterIs: null },
      ['charterIs', 'complaint.charterNote', 'me'],
    ]);
    expect(placesOf(await world.ask('mutation { charterDo }'))).toEqual(['charterDo']);
  });

  it.each<AnswerName>([
    ...(['html', 'error 500', 'error 503', 'wrong type', 'no type', 'cut JSON', 'not GraphQL', 'null'] as const),
    ...(['refused 401', 'an encoding that was not asked for', 'broken gzip', 'dies in the middle'] as const),
    ...(['drips for ever', 'endless', 'a packed bomb', 'hang'] as const),
  ])('has all the others: %s', async (how) => {
    charter.always = how;
    const answer = await timed(query('charter', 'surveys'));
    expect(answer.data).toEqual({ complaint: { ...COMPLAINT, charterNote: null, surveysNote: 'surveysNote 7' } });
    expect(partsOf(answer)).toEqual(['SERVICE_UNAVAILABLE charter']);
    expect(answer.ms).toBeLessThan(LIMIT_MS + USUAL_MS);
  });

  it('is whole when a query is asked again within the time limit', async () => {
    for (const how of ['error 503', 'dies in the middle'] as const) {
      charter.next.push(how);
      expect((await world.ask(query('charter'))).data).toEqual({
        complaint: { ...COMPLAINT, charterNote: 'charterNote 7' },
      });
    }
    expect(charter.asked).toHaveLength(4);
    charter.next.push('error 503', 'hang');
    const answer = await timed(query('charter'));
    expect(partsOf(answer)).toEqual(['SERVICE_UNAVAILABLE charter']);
    expect(answer.ms).toBeLessThan(LIMIT_MS + USUAL_MS); // one limit for both
    expect(await figure('charter_gateway_subgraph_repeats_total', 'charter')).toBeGreaterThanOrEqual(3);
  });

  it('is not asked for again where something is written', async () => {
    charter.next.push('error 503');
    expect(partsOf(await world.ask('mutation { charterDo }'))).toEqual(['SERVICE_UNAVAILABLE charter']);
    expect(charter.asked).toHaveLength(1);
  });

  it('comes at once while a subgraph is known to be down, and is whole again by itself', async () => {
    charter.always = 'html';
    for (let times = 0; times < 5; times++) await world.ask(query('charter'));
    charter.always = 'hang'; // whoever is asked now would wait
    const before = charter.asked.length;
    const answer = await timed(query('charter'));
    expect(answer.data).toEqual({ complaint: { ...COMPLAINT, charterNote: null } });
    expect(partsOf(answer)).toEqual(['SERVICE_UNAVAILABLE charter']);
    expect(answer.ms).toBeLessThan(LIMIT_MS);
    expect(charter.asked.slice(before).filter(({ body }) => body.variables)).toEqual([]); // probes at most
    expect(await figure('charter_gateway_subgraph_up', 'charter')).toBe(0);
    expect(world.log.filter((line) => line.includes('it is not asked until'))).toHaveLength(1);
    charter.always = 'good';
    await untilUp(1);
    expect((await world.ask(query('charter'))).errors).toBeUndefined();
    expect(world.log.filter((line) => line.includes('answers again'))).toHaveLength(1);
  });

  it('names in the log a subgraph that comes and goes', async () => {
    charter.always = 'html';
    for (let times = 0; times < 5; times++) await world.ask(query('charter'));
    for (let round = 0; round < 3; round++) {
      await untilUp(0);
      charter.always = 'good';
      await untilUp(1);
      charter.always = 'html';
      await world.ask(query('charter')); // one failure is enough right after it has come back
    }
    expect(world.log.join()).toContain('comes and goes');
  });

  it('never takes a subgraph for down that answers, be it with errors', async () => {
    for (let times = 0; times < 8; times++) await world.ask('{ fail(how: "odd") }');
    expect((await world.ask('{ complaint(id: "7") { id } }')).errors).toBeUndefined();
    charter.always = 'a packed bomb'; // too much was asked for: no word about its health
    for (let times = 0; times < 6; times++) await world.ask(query('charter'));
    charter.always = 'good';
    expect((await world.ask(query('charter'))).errors).toBeUndefined();
  });

  it('asks once for entities that it needs at two places', async () => {
    const { data } = await world.ask(
      'query Named { a: complaint(id: "7") { charterNote } b: complaint(id: "7") { charterNote } c: complaint(id: "8") { charterNote } }',
    );
    expect(data).toEqual({
      ...{
        a: { charterNote: 'charterNote 7' },
        b: { charterNote: 'charterNote 7' },
        c: { charterNote: 'charterNote 8' },
      },
    });
    expect(charter.asked).toHaveLength(2);
    await world.ask('{ a: complaint(id: "7") { charterNote } }');
    expect(charter.asked).toHaveLength(3);
  });

  describe('with settings', () => {
    it('waits for each subgraph as long as it is set', async () => {
      await world.stop();
      await open({ SUBGRAPH_TIMEOUT: '20000', SUBGRAPH_TIMEOUTS: '{"charter":300}' });
      charter.always = 'hang';
      const answer = await timed(query('charter'));
      expect(partsOf(answer)).toEqual(['SERVICE_UNAVAILABLE charter']);
      expect(answer.ms).toBeLessThan(300 + USUAL_MS);
    });

    it('takes packed answers where they are wanted', async () => {
      await world.ask(query('charter'));
      expect(charter.asked[0]!.headers['accept-encoding']).toBeUndefined();
      await world.stop();
      await open({ SUBGRAPH_ENCODING: 'gzip' });
      charter.next.push('packed');
      expect((await world.ask(query('charter'))).data).toMatchObject({ complaint: { charterNote: 'charterNote 7' } });
      expect(charter.asked[1]!.headers['accept-encoding']).toBe('gzip');
    });
  });
});
