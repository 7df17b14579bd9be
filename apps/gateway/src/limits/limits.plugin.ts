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
        if (measuresOf(document, contextValue).introspects && !contextValue.person) {
          throw publicError('UNAUTHENTICATED', NO_INTROSPECTION[contextValue.language], { status: 401 });
        }
        if (operation && costOf(schema, document, operation, request.variables ?? {}) > LIMITS.cost) {
          throw tooComplex('cost', contextValue);
        }
      },
    }),
  };
}
