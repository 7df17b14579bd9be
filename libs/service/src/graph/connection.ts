import {
  ArgsType,
  type ClassType,
  Directive,
  Field,
  Int,
  type MiddlewareFn,
  ObjectType,
  UseMiddleware,
} from 'type-graphql';
import { badInput } from './errors';
import { PublicWithin } from './public-for';

/** `first` and `after` of a list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which the page starts: pageInfo.endCursor of the page before.',
  })
  after?: string | null;
}

/** @throws BAD_USER_INPUT outside 1 to 100 */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > 100)
    throw badInput('`first` must be a whole number from 1 to 100.');
  return first;
}

@PublicWithin()
@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether the page started after a cursor.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row: give it as `after`.' })
  endCursor: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  /** Counted only when the field is asked for. */
  readonly totalCount: () => Promise<number>;
}

/** Maps the nodes of a page, keeping its cursors. */
export const mapConnection = <A, B>(page: Connection<A>, map: (node: A) => B): Connection<B> => ({
  ...page,
  edges: page.edges.map(({ cursor, node }) => ({ cursor, node: map(node) })),
});

/** type-graphql hands a property out as it is; this one is a question, put only when the field is asked for. */
const count: MiddlewareFn = async (_action, next) => ((await next()) as Connection<unknown>['totalCount'])();

/**
 * The Relay connection type of a node type: `<Name>Connection` with `<Name>Edge`.
 * @param isPublic whether a page of it is as public as the field that carries it, which has the mark: how many rows the anonymous see is told as well
 */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T>,
  { isPublic = false }: { readonly isPublic?: boolean } = {},
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One row of a list of ${name}.` })
  class EdgeType {
    @Field(() => String, { description: 'The place of this row in the list.' })
    cursor: string;

    @Field(node, { description: 'The row.' })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} (Relay).` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows of the page.' })
    edges: EdgeType[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo: PageInfo;

    @UseMiddleware(count)
    @Field(() => Int, {
      description: 'How many rows the whole list has. Costs a count: ask only when it is shown.',
    })
    totalCount: () => Promise<number>;
  }
  if (isPublic) for (const type of [EdgeType, ConnectionType]) PublicWithin()(type);
  return ConnectionType as unknown as ClassType<Connection<T>>;
}
