import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Message } from '@charter/contracts';
import type { Logger } from '@charter/service';
import type { RequestContext } from '../caller/request-context';
import { REFUSALS } from '../limits/refusals';
import { errorsTotal } from '../observe/metrics';
import { internalError } from './public-error';
import { withoutValues } from './without-values';

const UNFIT: Message = {
  ko: '질의가 스키마와 맞지 않습니다. 로그인하시면 자세한 이유를 알려 드립니다.',
  en: 'The query does not fit the schema. Send a bearer token to see the details.',
};
const UNFIT_VALUE: Message = { ko: '변수 값이 형식과 맞지 않습니다.', en: 'The value does not fit the type.' };

/** An error as its caller may see it: in their language, with the request id, without the values that they gave; for the anonymous without schema names. */
function shown(error: GraphQLFormattedError, { person, requestId, language }: RequestContext): GraphQLFormattedError {
  const { message, path, extensions: { code } = {} } = error;
  if (code === 'INTERNAL_SERVER_ERROR')
    return { ...internalError(requestId, language).toJSON(), ...(path && { path }) };
  if (message.startsWith('Syntax Error: Document contains more')) {
    return { message: REFUSALS.tokens[language], extensions: { code: 'QUERY_TOO_COMPLEX' } };
  }
  if (person) return { ...error, message: withoutValues(message) };
  if (message.startsWith('Syntax Error')) return error;
  if (code === 'GRAPHQL_VALIDATION_FAILED') return { ...error, message: UNFIT[language] };
  const variable = /^Variable "\$\w+"/.exec(message)?.[0];
  return code === 'BAD_USER_INPUT' && variable ? { ...error, message: `${variable}: ${UNFIT_VALUE[language]}` } : error;
}

const isPublic = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.extensions.code === 'QUERY_TOO_COMPLEX';

/**
 * Faults of an answer that the schema does not explain. A field of an entity is missing because its service refused the reference:
 * the caller may not see the thing, or there is none. It is null, as it should be, and no fault.
 */
function unexplained(faults: unknown, isEntity: (type: string) => boolean): readonly unknown[] {
  const each = Array.isArray(faults) ? (faults as readonly { readonly message?: string }[]) : [];
  return each.filter(({ message = '' }) => {
    const type = /^Cannot return null for non-nullable field (\w+)\./.exec(message)?.[1];
    return type === undefined || !isEntity(type);
  });
}

/**
 * The last hand on every answer: logs what masking hides, counts errors by code, and words what remains.
 * @param isEntity whether services refer to a type by its key
 */
export const answerPlugin = (log: Logger, isEntity: (type: string) => boolean): ApolloServerPlugin<RequestContext> => ({
  // An error of a hook before execution arrives here; what this throws is what the caller gets.
  unexpectedErrorProcessingRequest: async ({ error, requestContext: { contextValue } }) => {
    if (isPublic(error)) throw error;
    log.error({ requestId: contextValue.requestId, err: error }, 'request failed');
    throw internalError(contextValue.requestId, contextValue.language, 500);
  },
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, operationName, contextValue: { notes } }) => {
      notes.kind = operation?.operation;
      notes.operation = operationName?.slice(0, 80);
    },
    willSendResponse: async ({ response, contextValue, errors: originals = [] }) => {
      if (response.body.kind !== 'single') return;
      const result = response.body.singleResult;
      // A null where the schema promises a value: the gateway tells it in an extension, with names of types.
      const broken = unexplained(result.extensions?.valueCompletion, isEntity);
      delete result.extensions;
      if (broken.length > 0) {
        log.error({ requestId: contextValue.requestId, broken: JSON.stringify(broken) }, 'answer broke the schema');
        result.errors = [...(result.errors ?? []), internalError(contextValue.requestId, contextValue.language)];
      }
      if (!result.errors) return;
      result.errors.forEach(({ extensions }, index) => {
        if (extensions?.code !== 'INTERNAL_SERVER_ERROR' || !originals[index]) return;
        const { serviceName } = originals[index].extensions;
        log.error(
          { requestId: contextValue.requestId, subgraph: serviceName, err: originals[index] },
          'internal error',
        );
      });
      result.errors = distinct(result.errors.map((error) => shown(error, contextValue)));
      contextValue.notes.errors = result.errors.map(({ extensions }) => String(extensions?.code));
      for (const code of contextValue.notes.errors) errorsTotal.inc({ code });
    },
  }),
});

/** One error once: a masked text would otherwise stand there as often as the query has faults. */
const distinct = (errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] => {
  const seen = new Set<string>();
  return errors.filter(({ message, path, extensions }) => {
    const key = JSON.stringify([message, path, extensions]);
    return !seen.has(key) && seen.add(key);
  });
};
