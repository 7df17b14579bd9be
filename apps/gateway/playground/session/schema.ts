import { type GraphQLSchema, buildClientSchema } from 'graphql';
import { useEffect, useState } from 'react';
import { forgetSchema, introspect } from './introspection';

export interface SchemaState {
  /** `none`: nobody is signed in, and the graph shows itself to nobody else. */
  readonly state: 'none' | 'loading' | 'failed' | 'ready';
  readonly schema: GraphQLSchema | null;
  reload(): void;
}

/**
 * The schema as whoever holds the token may see it.
 * @param token `undefined` while nobody knows who is there, and `null` for nobody
 */
export function useSchema(token: string | null | undefined): SchemaState {
  const [schema, setSchema] = useState<GraphQLSchema | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!token) return;
    let wanted = true;
    setFailed(false);
    introspect(token).then(
      // The gateway has validated what it serves.
      (answer) => wanted && setSchema(buildClientSchema(answer, { assumeValid: true })),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [token, round]);
  const reload = (): void => {
    if (token) forgetSchema(token);
    setRound((count) => count + 1);
  };
  const state = failed ? 'failed' : schema ? 'ready' : token === null ? 'none' : 'loading';
  return { state, schema, reload };
}
