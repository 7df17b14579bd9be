import { type Json, type JsonObject, isObject, put } from './json';

/**
 * Puts what a fetch has brought into what is there: objects field by field, lists of the same length element by element,
 * all else by replacing it.
 * @param owned whether nobody else holds `source`, so that its parts may become parts of `target` as they are
 */
export function merge(target: JsonObject, source: JsonObject, owned: boolean): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const there = Object.hasOwn(target, name) ? target[name] : undefined;
    put(target, name, joined(there, value, owned));
  }
}

function joined(there: Json | undefined, value: Json, owned: boolean): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (!Array.isArray(there) || there.length !== value.length) return owned ? value : copied(value);
    return value.map((element, index) => joined(there[index] as Json, element as Json, owned));
  }
  if (!isObject(there)) return owned ? value : copied(value);
  merge(there, value as JsonObject, owned);
  return there;
}

/** A copy that shares nothing: two places of one entity may be filled differently later. */
function copied(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => copied(element as Json));
  const copy: JsonObject = {};
  merge(copy, value as JsonObject, false);
  return copy;
}
