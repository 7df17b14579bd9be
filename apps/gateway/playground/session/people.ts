import { useCallback, useEffect, useState } from 'react';
import { type DemoPerson, FIRST_PEOPLE, askForPeople } from './start';

export interface DemoPeople {
  /** `undefined` while unknown, and empty where there are none: then the user brings a token. */
  readonly people: readonly DemoPerson[] | undefined;
  /** Asks again: a platform that was started anew has given them other tokens. */
  renew(): Promise<readonly DemoPerson[]>;
}

export function useDemoPeople(): DemoPeople {
  const [people, setPeople] = useState<readonly DemoPerson[]>();
  useEffect(() => void FIRST_PEOPLE.then(setPeople), []);
  const renew = useCallback(async () => {
    const now = await askForPeople();
    setPeople(now);
    return now;
  }, []);
  return { people, renew };
}
