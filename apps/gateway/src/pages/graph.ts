import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { Language, ServiceName } from '@charter/contracts';
import type { RequestContext } from '../caller/request-context';
import type { GraphPipeline } from '../graph-pipeline';

/** What came of one query. */
interface GraphAnswer {
  readonly data?: object | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Asks the public graph as anybody may. */
export type AskGraph = (query: string, variables: Readonly<object>, language: Language) => Promise<GraphAnswer>;

/**
 * Asks in this process what an anonymous client would ask over HTTP: the same limits, the same plan, the same masking, and an
 * identity without a person or a role.
 */
export function anonymousGraph(pipeline: GraphPipeline): AskGraph {
  return async (query, variables, language) => {
    const context: RequestContext = { requestId: randomUUID(), language, notes: {} };
    const { data, errors } = await pipeline.answer({ query, variables: { ...variables } }, context);
    return { data: data === undefined ? undefined : (JSON.parse(data) as object | null), errors };
  };
}

/** The graph did not answer in a way that a page can be made of: our fault, told in the log. */
class GraphFault extends Error {}

/** The reader’s own parameter is refused: an edited cursor. */
export class GraphRefusal extends Error {}

/** What a page reads: the data, and what of it could not be had. */
export interface Reading<T> {
  readonly data: Partial<T>;
  /** Whether something of this service is missing because it does not answer. */
  lost(service: ServiceName): boolean;
  readonly isWhole: boolean;
}

/**
 * Reads one query. A service that is away, or fails, costs its own part.
 * @throws {GraphRefusal} where a parameter is refused
 * @throws {GraphFault} where the query itself is: it does not fit the graph
 */
export async function readGraph<T>(
  ask: AskGraph,
  query: string,
  variables: Readonly<object>,
  language: Language,
): Promise<Reading<T>> {
  const { data, errors = [] } = await ask(query, variables, language);
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  if (codes.includes('BAD_USER_INPUT')) throw new GraphRefusal(errors[0]!.message);
  if (!data) throw new GraphFault(codes.join(', ') || 'no data');
  const away = new Set(errors.flatMap(({ extensions }) => (extensions?.service ? [extensions.service] : [])));
  /** A fault that names no service may be anybody’s. */
  const anybodys = errors.some(({ extensions }) => extensions?.service === undefined);
  return {
    data: data as Partial<T>,
    lost: (service) => anybodys || away.has(service),
    isWhole: errors.length === 0,
  };
}
