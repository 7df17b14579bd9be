import { useEffect, useState } from 'react';

export interface DemoPerson {
  readonly name: string;
  readonly token: string;
}

/** A piece of state that the browser keeps, for as long as the tab (`session`) or for good (`local`). */
export function useKept<T extends string>(
  key: string,
  first: T,
  where: Storage = localStorage,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (where.getItem(`charter:${key}`) as T | null) ?? first);
  return [
    value,
    (next) => {
      where.setItem(`charter:${key}`, next);
      setValue(next);
    },
  ];
}

/** The demo people; `undefined` while unknown, and empty where there are none: then the user brings a token. */
export function useDemoPeople(): readonly DemoPerson[] | undefined {
  const [people, setPeople] = useState<readonly DemoPerson[]>();
  useEffect(() => {
    const load = async (): Promise<readonly DemoPerson[]> => {
      const answer = await fetch('/playground/people.json');
      return answer.ok ? ((await answer.json()) as { people: DemoPerson[] }).people : [];
    };
    load().then(setPeople, () => setPeople([]));
  }, []);
  return people;
}
