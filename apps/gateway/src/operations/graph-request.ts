import type { RequestContext } from '../caller/request-context';
import type { Variables } from '../execution/run';

/** One GraphQL request, however it came. */
export interface GraphRequest {
  readonly query?: string;
  /** Under which the text is registered. */
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables: Variables;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Where the text of a request comes from: from itself, from what was kept under its hash, or from what is registered. */
export interface DocumentSource {
  /** @throws {GraphQLError} when there is no text, or none that may be run */
  textOf(request: GraphRequest, context: RequestContext): string;
  /** Told when the text of a request has been read, is within the limits and fits the schema. */
  found?(request: GraphRequest, text: string): void;
}
