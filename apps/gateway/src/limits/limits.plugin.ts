import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLError } from 'graphql';
import type { Message } from '@charter/contracts';
import type { RequestContext } from '../caller/request-context';
import { publicError } from '../errors/public-error';
import { costOf } from './cost';
import { LIMITS, type Limit, type Measures, TooComplex, measure } from './measure';
import { REFUSALS } from './refusals';

const NO_INTROSPECTION: Message = {
  ko: '스키마 조회(introspection)에는 로그인이 필요합니다.',
  en: 'Introspection needs a bearer token.',
};

const NO_SUCH_OPERATION: Message = {
  ko: 'operationName에 해당하는 작업이 질의문에 없거나, 여러 작업 중 어느 것인지 정해지지 않았습니다.',
  en: 'operationName must name one of the operations in the query text.',
};
const NO_SUBSCRIPTIONS: Message = {
  ko: '구독(subscription)은 지원하지 않습니다. 조회를 이용해 주십시오.',
  en: 'There are no subscriptions. Use a query.',
};

const tooComplex = (limit: Limit, { language }: RequestContext): GraphQLError =>
  publicError('QUERY_TOO_COMPLEX', REFUSALS[limit][language], { status: 400 });

/**
 * Keeps requests small enough to be answered quickly. The document is measured before standard validation; what depends on the
 * caller or the variables is decided for each request, since a document that has passed once is not validated again.
 */
export function limitsPlugin(): ApolloServerPlugin<RequestContext> {
  const measured = new WeakMap<DocumentNode, Measures>();

  const measuresOf = (document: DocumentNode, context: RequestContext): Measures => {
    const known = measured.get(document);
    if (known) return known;
    try {
      const measures = measure(document);
      measured.set(document, measures);
      return measures;
    } catch (error) {
      throw error instanceof TooComplex ? tooComplex(error.limit, context) : error;
    }
  };

  return {
    requestDidStart: async () => ({
      validationDidStart: async ({ document, contextValue }) => {
        measuresOf(document, contextValue);
      },
      didResolveOperation: async ({ document, operation, schema, request, contextValue }) => {
        const { person, language } = contextValue;
        if (!operation) throw publicError('BAD_USER_INPUT', NO_SUCH_OPERATION[language], { status: 400 });
        if (operation.operation === 'subscription') {
          throw publicError('BAD_USER_INPUT', NO_SUBSCRIPTIONS[language], { status: 400 });
        }
        if (measuresOf(document, contextValue).introspections > 0 && !person) {
          throw publicError('UNAUTHENTICATED', NO_INTROSPECTION[language], { status: 401 });
        }
        if (costOf(schema, document, operation, request.variables ?? {}) > LIMITS.cost) {
          throw tooComplex('cost', contextValue);
        }
      },
    }),
  };
}
