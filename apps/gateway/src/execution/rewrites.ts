import type { FetchDataRewrite } from '@apollo/query-planner';
import { type Json, type JsonObject, isObject, put, readerOf } from './json';

/** Whether an object of a type fits a type condition. */
export type Fits = (condition: string, typename: string) => boolean;
export type Rewrite = (value: Json | undefined) => void;

const FRAGMENT = '... on ';

/** Changes that the planner wants made to what is sent, or to what came: an alias renamed, a `__typename` set. */
export function rewriterOf(rewrites: readonly FetchDataRewrite[] | undefined, fits: Fits): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const steps = rewrites.map((rewrite) => compiled(rewrite, fits));
  return (value) => {
    for (const step of steps) step(value);
  };
}

function compiled(rewrite: FetchDataRewrite, fits: Fits): Rewrite {
  const way = [...rewrite.path];
  const last = way.pop()!;
  const read = readerOf(last);
  const change = (place: JsonObject): void => {
    if (rewrite.kind === 'ValueSetter') return put(place, last, rewrite.setValueTo as Json);
    const value = read(place);
    if (value === undefined) return;
    put(place, rewrite.renameKeyTo, value);
    delete place[last];
  };
  return way.reduceRight<Rewrite>(
    (next, part) =>
      eachObject(part.startsWith(FRAGMENT) ? within(part.slice(FRAGMENT.length), fits, next) : into(part, next)),
    eachObject(change),
  );
}

const eachObject = (then: (place: JsonObject) => void): Rewrite => {
  const each: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach((element) => each(element as Json));
    else if (isObject(value)) then(value);
  };
  return each;
};

const into = (name: string, next: Rewrite) => {
  const read = readerOf(name);
  return (place: JsonObject): void => next(read(place));
};

/** An object that does not tell its type is taken to fit: not every one is asked for it. */
const within =
  (condition: string, fits: Fits, next: Rewrite) =>
  (place: JsonObject): void => {
    const { __typename: typename } = place;
    if (typeof typename !== 'string' || fits(condition, typename)) next(place);
  };
