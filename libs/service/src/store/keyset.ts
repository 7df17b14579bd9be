import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type Cursors, type Position } from '../graph/cursor';
import { type Connection, pageSize } from '../graph/connection';

/** One column of an order: an SQL expression that is never null, and the type its text is read back as. */
export interface OrderColumn {
  readonly expression: string;
  readonly type: 'timestamptz' | 'text' | 'uuid' | 'bigint' | 'integer' | 'double precision' | 'date';
}

/** An order that a list offers: all columns go one way; the last one is unique and breaks ties. */
export interface ListOrder {
  /** Names list and order; a cursor of one does not open another. */
  readonly name: string;
  readonly direction: 'ASC' | 'DESC';
  readonly columns: readonly OrderColumn[];
}

export interface Page {
  readonly first: number;
  readonly after?: string | null;
}

/**
 * One page of a list, by keyset: `WHERE (a, id) > (…)`, never OFFSET, so that page 1,000 costs what page 1 costs.
 * The query builder brings the filters; expressions come from code, never from a client.
 * @throws BAD_USER_INPUT for a page size outside 1–100 or a cursor that is not this list's
 */
export async function keysetPage<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  order: ListOrder,
  page: Page,
  cursors: Cursors,
): Promise<Connection<T>> {
  const first = pageSize(page.first);
  const counted = query.clone();
  const { columns, direction } = order;
  if (page.after) {
    const position = cursors.decode(order.name, page.after);
    const values = columns.map(({ type }, index) => `CAST(:keyset${index} AS ${type})`).join(', ');
    const row = columns.map(({ expression }) => expression).join(', ');
    query.andWhere(
      `(${row}) ${direction === 'ASC' ? '>' : '<'} (${values})`,
      Object.fromEntries(position.map((value, index) => [`keyset${index}`, value])),
    );
  }
  columns.forEach(({ expression }, index) => {
    query.addSelect(`(${expression})::text`, `keyset_${index}`);
    query.addOrderBy(expression.includes('(') ? `keyset_order_${index}` : expression, direction);
    if (expression.includes('(')) query.addSelect(expression, `keyset_order_${index}`);
  });
  const { entities, raw } = await query.limit(first + 1).getRawAndEntities<Record<string, string>>();
  const edges = entities.slice(0, first).map((node, index) => {
    const position: Position = columns.map((_, column) => raw[index]![`keyset_${column}`]!);
    return { node, cursor: cursors.encode(order.name, position) };
  });
  let total: Promise<number> | undefined; // a page that stands in several places of an answer is counted once
  return {
    edges,
    pageInfo: {
      hasNextPage: entities.length > first,
      hasPreviousPage: Boolean(page.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => (total ??= counted.getCount()),
  };
}
