import { bodyOf, joinEntities, splitCall } from './representations';
import type { SubgraphCall } from './subgraph-call';

const many = Array.from({ length: 2_500 }, (_, id) => ({ id }));
const call: SubgraphCall = {
  isMutation: false,
  head: '{"query":"query","variables":',
  variables: '"other":1',
  representations: many.map((one) => JSON.stringify(one)),
};
const sent = (one: SubgraphCall) =>
  JSON.parse(bodyOf(one)) as { query: string; variables: { other?: number; representations?: unknown[] } };

describe('splitCall', () => {
  it('leaves alone what fits', () => {
    const fits = { ...call, representations: call.representations!.slice(0, 1_000) };
    expect(splitCall(fits)).toEqual([fits]);
    const roots = { ...call, representations: undefined };
    expect(splitCall(roots)).toEqual([roots]);
    expect(sent(roots)).toEqual({ query: 'query', variables: { other: 1 } });
  });

  it('keeps order and the other variables', () => {
    const parts = splitCall(call).map(sent);
    expect(parts.map(({ variables }) => variables.other)).toEqual([1, 1, 1]);
    expect(parts.flatMap(({ variables }) => variables.representations)).toEqual(many);
  });
});

describe('joinEntities', () => {
  const parts = splitCall(call);
  const answer = (from: number, size: number) => ({ data: { _entities: many.slice(from, from + size) } });

  it('puts entities back in order', () => {
    const joined = joinEntities(parts, [answer(0, 1_000), answer(1_000, 1_000), answer(2_000, 500)]);
    expect(joined).toEqual({ data: { _entities: many } });
  });

  it('moves errors to the place of their entity, and fills what a part could not give with null', () => {
    const errors = [{ message: 'no', path: ['_entities', 3, 'title'] }];
    const joined = joinEntities(parts, [answer(0, 1_000), { data: null, errors }, answer(2_000, 500)]);
    const entities = joined.data!._entities as unknown[];
    expect(entities).toHaveLength(2_500);
    expect([entities[999], entities[1_000], entities[2_000]]).toEqual([{ id: 999 }, null, { id: 2_000 }]);
    expect(joined.errors).toEqual([{ message: 'no', path: ['_entities', 1_003, 'title'] }]);
  });

  it('keeps for everybody what every part lets be kept, for the shortest time', () => {
    const ages = (...all: (number | undefined)[]) =>
      joinEntities(
        parts,
        all.map((maxAge) => ({ ...answer(0, 1), maxAge })),
      ).maxAge;
    expect(ages(30, 10, 60)).toBe(10);
    expect(ages(30, undefined, 60)).toBeUndefined();
  });
});
