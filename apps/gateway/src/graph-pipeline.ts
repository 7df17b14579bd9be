import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Message } from '@charter/contracts';
import { beginSpan, traced } from '@charter/outbox';
import type { Logger } from '@charter/service';
import type { Person } from './caller/person';
import type { RequestContext } from './caller/request-context';
import { internalError, maskError, publicError } from './errors/public-error';
import { toldErrors, toldFaults } from './errors/told-errors';
import { callerKey } from './limits/caller-key';
import type { Charge } from './limits/caller-limits';
import { LIMITS, type Limit, TooComplex } from './limits/measure';
import { overloaded } from './limits/overload';
import { REFUSALS } from './limits/refusals';
import { deprecatedUses } from './observe/metrics';
import type { DocumentSource, GraphRequest } from './operations/graph-request';
import type { PreparedOperation } from './operations/prepared-operation';
import { NoTurn, ReadingTurns } from './operations/reading-turns';
import { DocumentRefused, NoSuchOperation } from './operations/refused';
import type { Given, SharedOutcomes } from './sharing/shared-outcomes';
import type { LoadedGraph } from './supergraph/loaded-graph';

const NO_INTROSPECTION: Message = {
  ko: '스키마 조회(introspection)에는 로그인이 필요합니다.',
  en: 'Introspection needs a bearer token.',
};
const NOT_FOR_ROLE: Message = {
  ko: '이 역할로는 스키마를 조회(introspection)할 수 없습니다. 공개된 schema.graphql 파일을 이용해 주십시오.',
  en: 'Your role may not introspect here. Use the published file schema.graphql.',
};
const NO_SUCH_OPERATION: Message = {
  ko: 'operationName에 해당하는 작업이 질의문에 없거나, 여러 작업 중 어느 것인지 정해지지 않았습니다.',
  en: 'operationName must name one of the operations in the query text.',
};
const NO_SUBSCRIPTIONS: Message = {
  ko: '구독(subscription)은 지원하지 않습니다. 조회를 이용해 주십시오.',
  en: 'There are no subscriptions. Use a query.',
};
const QUERIES_ONLY: Message = {
  ko: 'GET으로는 조회(query)만 할 수 있습니다. POST로 보내 주십시오.',
  en: 'GET is for queries only. Send it with POST.',
};

/** An operation that is about to run. */
interface Admission {
  readonly operation: PreparedOperation;
  /** Objects that the answer may hold at most. */
  readonly cost: number;
  readonly context: RequestContext;
}

/** Asked before a text is read that is not known: reading and planning it costs more than answering many. @throws {GraphQLError} to refuse it */
type AdmitText = (context: RequestContext) => Promise<unknown> | unknown;

/** The last word before an operation runs, or joins one that does. @throws {GraphQLError} to refuse it */
type Admit = (admission: Admission) => Promise<Charge | undefined> | Charge | undefined;

export interface GraphAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Whether nothing ran because the text or its variables do not fit: GraphQL over HTTP has two minds about the status of that. */
  readonly isUnfit: boolean;
  /** JSON of the data; undefined when nothing ran. */
  readonly data?: string;
  readonly errors?: readonly GraphQLFormattedError[];
  /** For a caller who asked for it. */
  readonly cost?: Charge;
  /** What ran, shared with whoever is given the same: its body is that of this answer where nothing else is told. */
  readonly given?: Given;
}

export interface PipelineParts {
  /** The schema that serves now. */
  readonly graph: () => LoadedGraph;
  readonly documents: DocumentSource;
  readonly admitText: AdmitText;
  /** How many requests may wait for their text to be read. */
  readonly textsWaiting: number;
  readonly admit: Admit;
  readonly outcomes: SharedOutcomes;
  readonly mayIntrospect: (person: Person) => boolean;
  readonly log: Logger;
}

/**
 * The way of every request, whether it came over HTTP or from the pages: text, limits, schema, caller, variables, cost, admission,
 * plan, answer, errors.
 */
export class GraphPipeline {
  /** Requests whose text is known and that are being answered. */
  #answering = 0;
  readonly #turns: ReadingTurns;

  constructor(private readonly parts: PipelineParts) {
    this.#turns = new ReadingTurns(() => this.#answering > 0, parts.textsWaiting);
  }

  /** Answers one request; never throws. @param isGet whether only queries may run */
  answer(request: GraphRequest, context: RequestContext, isGet = false): Promise<GraphAnswer> {
    const attributes = { 'charter.request_id': context.requestId };
    const is = { kind: 'server', from: context.traceparent ?? null, attributes } as const;
    return traced('answer request', is, () => this.#answer(request, context, isGet));
  }

  async #answer(request: GraphRequest, context: RequestContext, isGet: boolean): Promise<GraphAnswer> {
    try {
      const graph = this.parts.graph();
      const text = this.parts.documents.textOf(request, context);
      const standing = graph.operations.standingOf(text, request.operationName);
      if (standing === 'new') await this.parts.admitText(context);
      if (standing !== 'ready') await this.#turns.next(callerKey(context.person, context.address));
      this.#answering += 1;
      try {
        const operation = this.#prepare(graph, request, text, context);
        this.#permit(operation, request, context, isGet);
        return await this.#run(graph, operation, request, context);
      } finally {
        this.#answering -= 1;
      }
    } catch (error) {
      return this.#refusal(error, context);
    }
  }

  async #run(
    graph: LoadedGraph,
    operation: PreparedOperation,
    { variables }: GraphRequest,
    context: RequestContext,
  ): Promise<GraphAnswer> {
    const cost = operation.costOf(variables);
    context.notes.cost = cost;
    if (cost > LIMITS.cost) throw tooComplex('cost', context);
    const charge = await this.parts.admit({ operation, cost, context });
    const given = await this.parts.outcomes.run(operation, variables, context);
    const told = this.#told(given, graph, context);
    return context.explainsCost && charge ? { ...told, cost: charge } : told;
  }

  #prepare(graph: LoadedGraph, request: GraphRequest, text: string, { notes }: RequestContext): PreparedOperation {
    const span = beginSpan('plan', { kind: 'internal' });
    let operation: PreparedOperation;
    try {
      operation = graph.operations.prepare(text, request.operationName);
    } finally {
      span.end();
    }
    notes.kind = operation.kind;
    notes.operation = operation.name?.slice(0, 80);
    noteDeprecated(operation.source.deprecated, notes);
    this.parts.documents.found?.(request, text);
    return operation;
  }

  #permit(operation: PreparedOperation, { variables }: GraphRequest, context: RequestContext, isGet: boolean): void {
    const { language, person } = context;
    if (isGet && operation.kind !== 'query') {
      throw publicError('BAD_USER_INPUT', QUERIES_ONLY[language], { status: 405 });
    }
    if (operation.kind === 'subscription') {
      throw publicError('BAD_USER_INPUT', NO_SUBSCRIPTIONS[language], { status: 400 });
    }
    if (operation.introspects && !person) {
      throw publicError('UNAUTHENTICATED', NO_INTROSPECTION[language], { status: 401 });
    }
    if (operation.introspects && person && !this.parts.mayIntrospect(person)) {
      throw publicError('FORBIDDEN', NOT_FOR_ROLE[language], { status: 403 });
    }
    operation.checkVariables(variables);
  }

  #told(given: Given, graph: LoadedGraph, context: RequestContext): GraphAnswer {
    const { log } = this.parts;
    const { data, errors, faults } = given.outcome.executed;
    const isEntity = (type: string): boolean => graph.isEntity(type);
    const all = faults.length > 0 ? toldFaults(faults, isEntity, context, log) : errors;
    return { status: 200, isUnfit: false, data, errors: toldErrors(all, context, log), given };
  }

  #refusal(error: unknown, context: RequestContext): GraphAnswer {
    const { log } = this.parts;
    if (error instanceof DocumentRefused) {
      const { code } = error;
      const faults = context.person ? error.withSuggestions() : error.faults;
      const errors = faults.map((fault) => ({ ...fault.toJSON(), extensions: { code } }));
      return { status: 400, isUnfit: true, errors: toldErrors(errors, context, log) };
    }
    const told = this.#worded(error, context);
    const { http } = told.extensions as { http?: { status?: number } };
    const isUnfit = error instanceof TooComplex || error instanceof NoSuchOperation;
    return { status: http?.status ?? 200, isUnfit, errors: toldErrors([told.toJSON()], context, log) };
  }

  #worded(error: unknown, context: RequestContext): GraphQLError {
    const { requestId, language } = context;
    if (error instanceof GraphQLError && isPublic(error)) return error;
    if (error instanceof TooComplex) return tooComplex(error.limit, context);
    if (error instanceof NoSuchOperation) {
      return publicError('BAD_USER_INPUT', NO_SUCH_OPERATION[language], { status: 400 });
    }
    if (error instanceof NoTurn) return overloaded('texts', language);
    this.parts.log.error({ requestId, err: error }, 'request failed');
    return internalError(requestId, language, 500);
  }
}

function noteDeprecated(names: readonly string[], notes: RequestContext['notes']): void {
  if (names.length === 0) return;
  notes.deprecated = names;
  for (const element of names) deprecatedUses.inc({ element });
}

/** Whether an error was raised for the caller. What planner and graphql-js raise is told as our fault. */
const isPublic = (error: GraphQLError): boolean => maskError(error.toJSON()).extensions?.code === error.extensions.code;

const tooComplex = (limit: Limit, { language }: RequestContext): GraphQLError =>
  publicError('QUERY_TOO_COMPLEX', REFUSALS[limit][language], { status: 400 });
