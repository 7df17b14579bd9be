import { useState } from 'react';
import { keepValue, keptValue } from './storage';

/** A piece of state that the browser keeps. */
export function useKept<T extends string>(
  key: string,
  first: T,
  where: Storage = localStorage,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (keptValue(key, where) as T | null) ?? first);
  return [
    value,
    (next) => {
      keepValue(key, next, where);
      setValue(next);
    },
  ];
}
