import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Message } from '@charter/contracts';
import type { Logger } from '@charter/service';
import type { RequestContext } from '../caller/request-context';
import type { Fault } from '../execution/shape';
import { REFUSALS } from '../limits/refusals';
import { errorsTotal } from '../observe/metrics';
import { internalError, maskError } from './public-error';
import { withoutValues } from './without-values';

const UNFIT: Message = {
  ko: '질의가 스키마와 맞지 않습니다. 로그인하시면 자세한 이유를 알려 드립니다.',
  en: 'The query does not fit the schema. Send a bearer token to see the details.',
};
const UNFIT_VALUE: Message = { ko: '변수 값이 형식과 맞지 않습니다.', en: 'The value does not fit the type.' };

const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** An error as its caller may see it: in their language, with the request id, without the values that they gave; for the anonymous without schema names. */
function shown(error: GraphQLFormattedError, { person, requestId, language }: RequestContext): GraphQLFormattedError {
  const { message, path, extensions: { code } = {} } = error;
  if (code === INTERNAL) return { ...internalError(requestId, language).toJSON(), ...(path && { path }) };
  if (message.startsWith('Syntax Error: Document contains more')) {
    return { message: REFUSALS.tokens[language], extensions: { code: 'QUERY_TOO_COMPLEX' } };
  }
  if (person) return { ...error, message: withoutValues(message) };
  if (message.startsWith('Syntax Error')) return error;
  // Without its place either: that would tell which of many names are there.
  if (code === 'GRAPHQL_VALIDATION_FAILED') return { message: UNFIT[language], extensions: { code } };
  const variable = /^Variable "\$\w+"/.exec(message)?.[0];
  return code === 'BAD_USER_INPUT' && variable ? { ...error, message: `${variable}: ${UNFIT_VALUE[language]}` } : error;
}

/** One error once: a masked text would otherwise stand there as often as the query has faults. */
const distinct = (errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] => {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const key = JSON.stringify([error.message, error.path, error.extensions]);
    return !seen.has(key) && seen.add(key);
  });
};

/**
 * The last hand on the errors of every answer: logs what masking hides, counts them by code, and words what remains for one caller.
 * @returns undefined where there are none
 */
export function toldErrors(
  errors: readonly GraphQLFormattedError[],
  context: RequestContext,
  log: Logger,
): readonly GraphQLFormattedError[] | undefined {
  if (errors.length === 0) return undefined;
  const masked = errors.map((error) => {
    const one = maskError(error);
    const { message, path, extensions } = error;
    const isLogged = extensions?.requestId !== undefined && extensions.serviceName === undefined;
    if (one.extensions?.code === INTERNAL && !isLogged) {
      const err = new GraphQLError(message, { path, extensions });
      log.error({ requestId: context.requestId, subgraph: extensions?.serviceName, err }, 'internal error');
    }
    return one;
  });
  const told = distinct(masked.map((error) => shown(error, context)));
  context.notes.errors = told.map(({ extensions }) => String(extensions?.code));
  for (const code of context.notes.errors) errorsTotal.inc({ code });
  return told;
}

const MOST_LOGGED = 20;

/**
 * What is said of data that is not as the schema promises: the log has where, the caller that it is our fault. A field of an entity
 * is missing because its service refused the reference: the caller may not see the thing, or there is none. It is null, as it
 * should be, and no fault.
 * @param isEntity whether services refer to a type by its key
 */
export function toldFaults(
  faults: readonly Fault[],
  isEntity: (type: string) => boolean,
  { requestId, language }: RequestContext,
  log: Logger,
): readonly GraphQLFormattedError[] {
  const broken = faults.filter(({ nullOf }) => nullOf === undefined || !isEntity(nullOf));
  if (broken.length === 0) return [];
  const reasons = [...new Set(broken.map(({ reason }) => reason))].slice(0, MOST_LOGGED);
  log.error({ requestId, broken: reasons }, 'answer broke the schema');
  return [internalError(requestId, language).toJSON()];
}
