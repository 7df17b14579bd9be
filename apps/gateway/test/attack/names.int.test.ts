import { readFileSync } from 'node:fs';
import { type World, startWorld } from '../fixtures/gateway';
import { ask, refused } from './clean';

/** Words as such a tool takes them from a list: the graph's own names, and what is nearly one. */
const near = (name: string): string[] => [name.slice(0, -1), `${name}s`, `${name}z`, name.toUpperCase(), `x${name}`];

describe('names, asked for by errors as clairvoyance asks', () => {
  let world: World;
  let url: string;
  let names: string[];
  beforeAll(async () => {
    world = await startWorld({ POINTS_ANONYMOUS: '1000000' });
    url = world.gateway.url;
    const sdl = readFileSync(world.supergraphPath, 'utf8');
    names = [
      ...new Set(
        [...sdl.matchAll(/^\s*(?:type|input) (\w+)|^ {2}(\w+)[(:]/gm)].map(([, type, field]) => (type ?? field)!),
      ),
    ];
    names = names.filter((name) => !/^(join|link|_|query$|mutation$|Query$|Mutation$)/.test(name));
    expect(names).toEqual(expect.arrayContaining(['complaints', 'Complaint', 'FileComplaintInput', 'title']));
  });
  afterAll(() => world.stop());

  const probes = (word: string): string[] => [
    `{ ${word} }`,
    `{ ${word} { id } }`,
    `{ me { ${word} } }`,
    `{ complaint(${word}: 1) { id } }`,
    `query Q($a: ${word}!) { me(a: $a) { id } }`,
    `{ ... on ${word} { id } }`,
    `fragment F on ${word} { id } { ...F }`,
    `mutation { ${word} { id } }`,
    `mutation { fileComplaint(input: { ${word}: 1 }) { id } }`,
    `{ me @${word} { id } }`,
    `{ complaint(id: ${word}) { id } }`,
  ];

  it('are told to nobody who has not signed in, beyond those that were asked with', async () => {
    const secret = names.filter((name) => name.length > 3);
    const words = ['complaint', 'notices', 'title', 'Complaint', 'whoAmI'].flatMap(near);
    let answers = 0;
    for (const word of words) {
      for (const query of probes(word)) {
        const said = await ask(url, { query });
        const { data } = JSON.parse(said.text) as { data?: unknown };
        if (data !== undefined) continue; // a word that is a name, rightly used
        expect(refused(said)).not.toContain('INTERNAL_SERVER_ERROR');
        answers += 1;
        const told = secret.filter((name) => new RegExp(`\\b${name}\\b`).test(said.text) && !query.includes(name));
        if (told.length > 0) throw new Error(`${query} told ${told.join()}: ${said.text}`);
        if (/did you mean/i.test(said.text)) throw new Error(`${query}: ${said.text}`);
      }
    }
    expect(answers).toBeGreaterThan(200);
  });

  it('cannot be told apart from no names by the answer', async () => {
    const answerTo = async (query: string) => {
      const { status, text } = await ask(url, { query });
      return [status, text];
    };
    // A field that is there and was asked for wrongly, and one that is not there.
    expect(await answerTo('{ complaints { nothing } }')).toEqual(await answerTo('{ nothings { nothing } }'));
    expect(await answerTo('{ complaint { id } }')).toEqual(await answerTo('{ komplaint { id } }'));
    expect(await answerTo('{ ... on Complaint { id } }')).toEqual(await answerTo('{ ... on Komplaint { id } }'));
    expect(await answerTo('query Q($a: FileComplaintInput) { x(a: $a) }')).toEqual(
      await answerTo('query Q($a: FileKomplaintInput) { x(a: $a) }'),
    );
  });

  it('are not told by values of variables either', async () => {
    const query = 'mutation M($input: FileComplaintInput!) { fileComplaint(input: $input) { id } }';
    for (const input of [null, 1, 'x', [], {}, { titel: 'x' }, { title: 1 }, { title: 'x', count: 'many', more: 1 }]) {
      const said = await ask(url, { query, variables: { input } });
      expect(refused(said)).toEqual(['BAD_USER_INPUT']);
      expect(said.text).not.toMatch(/title|count|FileComplaintInput|String|Int/);
    }
  });
});
