import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../caller/request-context';
import type { PreparedOperation } from '../operations/prepared-operation';
import type { Freshness, Run, Variables } from './run';
import type { Fault } from './shape';

/** What an operation came to, before anybody in particular is told: nothing in it belongs to one request. */
export interface Executed {
  /** The data as JSON, `null` included. */
  readonly data: string;
  readonly errors: readonly GraphQLFormattedError[];
  /** Where the data is not what the schema promises, with nothing among the errors that would explain it. */
  readonly faults: readonly Fault[];
  readonly freshness: Freshness;
}

/** Runs the plan and shapes what came. Subgraphs that fail cost their own fields; this does not throw for them. */
export async function execute(
  operation: PreparedOperation,
  variables: Variables,
  context: RequestContext,
): Promise<Executed> {
  const switches = operation.switchesFor(variables);
  const run: Run = { variables, switches, context, data: {}, errors: [], freshness: 'unknown' };
  await operation.plan()(run, [run.data]);
  const faults: Fault[] = [];
  const data = operation.shapeFor(switches)(run.data, {
    faults,
    introspection: (node) => operation.introspect(node, variables),
  });
  return { data, errors: run.errors, faults: run.errors.length > 0 ? [] : faults, freshness: run.freshness };
}
