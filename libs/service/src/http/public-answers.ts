import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import type { RequestContext } from '../graph/context';

/**
 * Says by `Cache-Control: max-age=…, public` which answers are the same for every anonymous caller of one language: those made only of types that are
 * marked public (`PublicFor`), asked for by an anonymous caller. Nothing that somebody who has signed in is told is ever marked, whatever it
 * is made of, since what they are told may depend on who they are. It stands in the place of the plugin that Apollo Server brings by itself.
 */
export function publicAnswers(): ApolloServerPlugin<RequestContext> {
  const plugin = ApolloServerPluginCacheControl({ calculateHttpHeaders: 'if-cacheable', defaultMaxAge: 0 });
  return {
    ...plugin,
    requestDidStart: async (request) => {
      const { caller } = request.contextValue;
      const isAnonymous = caller.id === undefined && caller.roles.length === 0;
      return isAnonymous ? plugin.requestDidStart?.(request) : undefined;
    },
  };
}
