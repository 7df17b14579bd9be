import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { IDENTITY_HEADER, type Logger, type SigningKey, signIdentity } from '@charter/service';
import type { Message } from '@charter/contracts';
import type { RequestContext } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import { subgraphSeconds } from '../observe/metrics';
import { joinEntities, splitRepresentations } from './representations';
import { type SubgraphAnswer, SubgraphTransport, SubgraphUnreachable } from './transport';

type SubgraphResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

export interface SubgraphSettings {
  readonly name: string;
  readonly url: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly key: SigningKey;
  readonly log: Logger;
}

const unavailable = (service: string): Message => ({
  ko: `${service} 서비스가 지금 응답하지 않아 해당 항목을 비워 두었습니다. 잠시 후 다시 시도해 주십시오.`,
  en: `The service ${service} does not answer now, so its fields are empty. Please try again in a moment.`,
});

/**
 * Sends one step of a query plan to its subgraph, with the caller's signed identity and no other header of the client.
 * A subgraph that cannot be reached costs its own fields: the error names it, and the other steps go on.
 */
export class SubgraphSource implements GraphQLDataSource<RequestContext> {
  readonly #transport: SubgraphTransport;

  constructor(private readonly settings: SubgraphSettings) {
    this.#transport = new SubgraphTransport(settings.url, settings.timeout);
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions<RequestContext>): Promise<SubgraphResponse> {
    const { query = '', operationName, variables } = request;
    const isMutation = /^\s*mutation\b/.test(query);
    const parts = splitRepresentations(variables);
    const answers = await Promise.all(
      parts.map((part) =>
        this.#ask(JSON.stringify({ query, operationName, variables: part }), context as RequestContext, isMutation),
      ),
    );
    return joinEntities(parts, answers) as SubgraphResponse;
  }

  async #ask(body: string, context: RequestContext, isMutation: boolean): Promise<SubgraphAnswer> {
    const { name, log } = this.settings;
    const stop = subgraphSeconds.startTimer({ subgraph: name });
    try {
      const answer = await this.#attempt(body, context, isMutation ? 1 : 2);
      stop({ outcome: 'answered' });
      return answer;
    } catch (error) {
      if (!(error instanceof SubgraphUnreachable)) throw error;
      stop({ outcome: error.reason });
      log.error(
        { requestId: context.requestId, subgraph: name, reason: error.reason, err: error },
        'subgraph call failed',
      );
      throw publicError('SERVICE_UNAVAILABLE', unavailable(name)[context.language], { service: name });
    }
  }

  /** A query is asked again once when the connection failed; a mutation never, since it may have been carried out. */
  async #attempt(body: string, context: RequestContext, attempts: number): Promise<SubgraphAnswer> {
    try {
      return await this.#transport.send(body, { [IDENTITY_HEADER]: await this.#identity(body, context) });
    } catch (error) {
      const again = attempts > 1 && error instanceof SubgraphUnreachable && error.reason === 'connection';
      if (!again) throw error;
      return this.#attempt(body, context, attempts - 1);
    }
  }

  #identity(body: string, { person, requestId, language, address }: RequestContext): Promise<string> {
    const { key, name } = this.settings;
    return signIdentity(
      key,
      {
        aud: name,
        ...(person && { sub: person.id }),
        roles: person?.roles ?? [],
        ...(person?.departmentCode && { dep: person.departmentCode }),
        rid: requestId,
        lang: language,
        from: address,
      },
      body,
    );
  }

  close(): Promise<void> {
    return this.#transport.close();
  }
}
