import { LIMITS } from '../src/limits/measure';
import { type World, readAnswer, startWorld } from './fixtures/gateway';

/** Milliseconds. Without limits a bomb of fragments takes fifteen seconds; this leaves room for a busy machine. */
const QUICK = 3_000;

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('limits', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());
  afterEach(() => {
    world.complaints.calls.length = 0;
  });

  const refused = async (query: string, hint: RegExp, variables?: object) => {
    const started = Date.now();
    const answer = await world.ask(query, { variables });
    expect(Date.now() - started).toBeLessThan(QUICK);
    expect(answer.status).toBe(400);
    expect(answer.errors).toEqual([
      { message: expect.stringMatching(hint), extensions: { code: 'QUERY_TOO_COMPLEX' } },
    ]);
    expect(world.complaints.calls).toHaveLength(0);
  };

  it('hold for the text', () => refused(`{ ${times(LIMITS.tokens, () => 'me')} }`, /Split it/));
  it('hold for depth', () => {
    const nested = times(LIMITS.depth, () => 'related {') + ' id ' + '}'.repeat(LIMITS.depth);
    return refused(`{ complaint(id: 1) { ${nested} } }`, /nested too deeply/);
  });
  it('hold for aliases, __typename among them', () =>
    refused(`{ ${times(LIMITS.aliases + 1, (i) => `a${i}: __typename`)} }`, /aliases/));
  it('hold for one field repeated', () =>
    refused(`{ complaint(id: 1) { ${times(LIMITS.repeats + 1, () => 'id')} } }`, /repeated/));
  it('hold for one field repeated through fragments', () =>
    refused(
      `{ complaint(id: 1) { ${times(LIMITS.repeats + 1, () => '...F ... { id }')} } } fragment F on Complaint { title }`,
      /repeated/,
    ));
  it('hold for directives', () =>
    refused(`{ __typename ${times(LIMITS.directives + 1, (i) => `@d${i}`)} }`, /directives/));

  it('hold for lists and objects inside each other in a variable, also where a scalar of our own would take them', async () => {
    const query = 'query Q($since: Moment) { complaints(first: 1, since: $since) { edges { cursor } } }';
    const nested = (depth: number): string => `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;
    const asked = (name: string, depth: number) =>
      fetch(`${world.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: `{"query":${JSON.stringify(query)},"variables":{"${name}":${nested(depth)}}}`,
      }).then(readAnswer);
    for (const depth of [LIMITS.values, 20_000]) {
      const { status, errors } = await asked('since', depth);
      expect([status, errors![0]!.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
      expect(errors![0]!.message).toMatch(/inside each other in a variable/);
    }
    expect(world.complaints.calls).toHaveLength(0);
    expect((await asked('since', LIMITS.values / 2)).errors).toBeUndefined();
    expect((await asked('other', 20_000)).errors).toBeUndefined(); // nobody reads it
  });

  it('hold for a bomb of fragments, before it goes off', () => {
    const levels = 16;
    const fragments = times(
      levels,
      (i) => `fragment F${i} on Complaint { ${i + 1 < levels ? `...F${i + 1} ...F${i + 1}` : 'id'} }`,
    );
    return refused(`{ complaint(id: 1) { ...F0 } } ${fragments}`, /Too many fields|repeated/);
  });
  it('hold for fragments in a circle', async () => {
    const started = Date.now();
    const { status } = await world.ask(
      '{ complaint(id: 1) { ...A } } fragment A on Complaint { ...B } fragment B on Complaint { ...A }',
    );
    expect(status).toBe(400);
    expect(Date.now() - started).toBeLessThan(QUICK);
  });

  describe('of cost', () => {
    const costly = (first: string) =>
      `query Q${first === '$n' ? '($n: Int)' : ''} { complaints(first: ${first}) { edges { node { related { related { related { id } } } } } } }`;
    it('count `first`', () => refused(costly('100'), /Lower `first`/));
    it('count `first` in a variable', () => refused(costly('$n'), /Lower `first`/, { n: 100 }));
    it('count `first` in the default of a variable', () =>
      refused(costly('$n').replace('Int)', 'Int = 100)'), /Lower `first`/));
    it('are decided anew for a document that has passed', async () => {
      expect((await world.ask(costly('$n'), { variables: { n: 2 } })).errors).toBeUndefined();
      world.complaints.calls.length = 0;
      await refused(costly('$n'), /Lower `first`/, { n: 100 });
    });
  });

  it('leave room for fifty complaints with what hangs on them', async () => {
    const { data, errors } = await world.ask(
      '{ complaints(first: 50) { edges { cursor node { id title citizen { id name } notices { text } related { id title } } } } }',
    );
    expect(errors).toBeUndefined();
    expect((data!.complaints as { edges: unknown[] }).edges).toHaveLength(50);
  });

  it('hold for the body', async () => {
    const { status, errors } = await world.ask('{ me { id } }', { variables: { text: 'x'.repeat(LIMITS.body) } });
    expect(status).toBe(413);
    expect(errors![0]!.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(errors![0]!.message).toContain('256 kB');
  });

  it('speak Korean to those who prefer it', async () => {
    const { errors } = await world.ask(`{ ${times(30, (i) => `a${i}: __typename`)} }`, {
      headers: { 'accept-language': 'ko' },
    });
    expect(errors![0]!.message).toContain('별칭이 너무 많습니다');
  });
});
