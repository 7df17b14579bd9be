/** What stands in an answer of a subgraph, as JSON gave it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Makes the reader of one field. A client may call a field `constructor` or `__proto__`: where it is absent, what every object
 * inherits must not be taken for it.
 */
export const readerOf = (name: string): ((from: JsonObject) => Json | undefined) =>
  name in Object.prototype ? (from) => (Object.hasOwn(from, name) ? from[name] : undefined) : (from) => from[name];

/** Writes one field, also one called `__proto__`, which assignment would take for the prototype. */
export function put(into: JsonObject, name: string, value: Json): void {
  if (name === '__proto__')
    Object.defineProperty(into, name, { value, configurable: true, enumerable: true, writable: true });
  else into[name] = value;
}

const LONG = 60;

/** A text as JSON: the same as `JSON.stringify`, which costs more than a look at the letters of a short one. */
export function quote(text: string): string {
  if (text.length > LONG) return JSON.stringify(text);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff))
      return JSON.stringify(text);
  }
  return `"${text}"`;
}
