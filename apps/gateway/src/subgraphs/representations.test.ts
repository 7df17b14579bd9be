import { joinEntities, splitRepresentations } from './representations';

const many = Array.from({ length: 2_500 }, (_, id) => ({ id }));

describe('splitRepresentations', () => {
  it('leaves alone what fits', () => {
    const variables = { representations: many.slice(0, 1_000), other: 1 };
    expect(splitRepresentations(variables)).toEqual([variables]);
    expect(splitRepresentations(undefined)).toEqual([undefined]);
  });

  it('keeps order and the other variables', () => {
    const parts = splitRepresentations({ representations: many, other: 1 });
    expect(parts.map((part) => part!.other)).toEqual([1, 1, 1]);
    expect(parts.flatMap((part) => part!.representations)).toEqual(many);
  });
});

describe('joinEntities', () => {
  const parts = splitRepresentations({ representations: many });
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
});
