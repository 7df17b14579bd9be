import type { ReactElement } from 'react';
import type { Failure } from '@charter/client';
import { useWords } from './words';

/** Why something is not there: the platform's words, when to come back, and the number to quote. */
export function Problem({ failure, again }: { failure: Failure; again?: () => void }): ReactElement {
  const { word, wait } = useWords();
  const seconds = 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined;
  return (
    <div role="alert">
      <p>{failure.message}</p>
      {seconds !== undefined && <p>{wait(seconds)}</p>}
      {failure.requestId && <p>{`${word('request')}: ${failure.requestId}`}</p>}
      {again && <button onClick={again}>{word('again')}</button>}
    </div>
  );
}
