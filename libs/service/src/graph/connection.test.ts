import { graphql } from 'graphql';
import { Field, ObjectType, Query, Resolver, buildSchema } from 'type-graphql';
import { type Connection, connectionType } from './connection';

@ObjectType('Thing')
class ThingType {
  @Field(() => String)
  name: string;
}
const ThingConnection = connectionType('Thing', () => ThingType);
let counted = 0;

@Resolver()
class Things {
  @Query(() => ThingConnection)
  things(): Connection<ThingType> {
    return {
      edges: [{ cursor: 'c', node: { name: 'a' } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'c', endCursor: 'c' },
      totalCount: async () => {
        counted += 1;
        return 7;
      },
    };
  }
}

it('counts a list when the count is asked for, and only then', async () => {
  const schema = await buildSchema({ resolvers: [Things], validate: false });
  const page = await graphql({
    schema,
    source: '{ things { edges { cursor node { name } } pageInfo { endCursor } } }',
  });
  expect(page).toMatchObject({ data: { things: { edges: [{ cursor: 'c', node: { name: 'a' } }] } } });
  expect(counted).toBe(0);
  expect(await graphql({ schema, source: '{ things { totalCount } }' })).toEqual({
    data: { things: { totalCount: 7 } },
  });
  expect(counted).toBe(1);
});
