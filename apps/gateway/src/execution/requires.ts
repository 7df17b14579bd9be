import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Json, type JsonObject, isObject, put, quote, readerOf } from './json';
import { merge } from './merge';
import type { Fits } from './rewrites';

/** Writes as JSON what a subgraph needs to know of an entity. Undefined where that is missing, or the type is none that it answers for. */
export type Representation = (entity: JsonObject) => string | undefined;

type Selections = readonly QueryPlanSelectionNode[];

interface Field {
  readonly name: string;
  readonly inner: QueryPlanSelectionNode[];
}

const nameOf = (node: QueryPlanSelectionNode & { kind: 'Field' }): string => node.alias ?? node.name;

/**
 * Compiles what a fetch requires of each entity into a writer of JSON, once for each type of entity.
 * @param known whether the supergraph has a type of this name
 */
export function representationOf(
  selections: Selections,
  fits: Fits,
  known: (typename: string) => boolean,
): Representation {
  const write = writerOf(selections, fits, known);
  return (entity) => {
    const whole = write(entity);
    if (whole !== undefined) return whole === UNTOLD ? undefined : whole;
    const part = partOf(selections, entity, fits);
    return part?.__typename ? JSON.stringify(part) : undefined;
  };
}

/** An entity of a type that the subgraph does not answer for: nothing is required of it. */
const UNTOLD = '{}';

/** Writes an entity that has everything; undefined for any other. */
function writerOf(selections: Selections, fits: Fits, known: (typename: string) => boolean): Representation {
  const byType = new Map<string, Representation>();
  return (entity) => {
    const { __typename: given } = entity;
    const typename = typeof given === 'string' && known(given) ? given : '';
    let write = byType.get(typename);
    if (!write) {
      write = objectWriter([...fieldsFor(selections, typename, fits).values()], fits, known);
      byType.set(typename, write);
    }
    return write(entity);
  };
}

/** The fields that stand for one type: fragments that fit it are unfolded, and what is asked twice is asked once. */
function fieldsFor(
  selections: Selections,
  typename: string,
  fits: Fits,
  fields = new Map<string, Field>(),
): Map<string, Field> {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = nameOf(selection);
      const field = fields.get(name) ?? { name, inner: [] };
      field.inner.push(...(selection.selections ?? []));
      fields.set(name, field);
    } else if (selection.typeCondition && typename && fits(selection.typeCondition, typename)) {
      fieldsFor(selection.selections, typename, fits, fields);
    }
  }
  return fields;
}

function objectWriter(fields: readonly Field[], fits: Fits, known: (typename: string) => boolean): Representation {
  const parts = fields.map(({ name, inner }, index) => ({
    head: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    read: readerOf(name),
    write: inner.length > 0 ? nested(writerOf(inner, fits, known)) : leaf,
  }));
  if (parts.length === 0) return () => UNTOLD;
  return (entity) => {
    let text = '';
    for (const { head, read, write } of parts) {
      const value = read(entity);
      const written = value === undefined ? undefined : write(value);
      if (written === undefined) return undefined;
      text += head + written;
    }
    return `${text}}`;
  };
}

const leaf = (value: Json): string => (typeof value === 'string' ? quote(value) : JSON.stringify(value));

const nested = (write: Representation) => {
  const one = (value: Json | undefined): string | undefined => {
    if (value === null) return 'null';
    if (!Array.isArray(value)) return isObject(value) ? write(value) : undefined;
    const elements = value.map((element) => one(element as Json));
    return elements.includes(undefined) ? undefined : `[${elements.join(',')}]`;
  };
  return one;
};

/**
 * What there is of an entity that lacks something. A fragment that lacks it is left out, and the others stand: they are what
 * another field of the same fetch requires. An error says already why it is missing.
 */
function partOf(selections: Selections, entity: JsonObject, fits: Fits): JsonObject | null {
  const part: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = nameOf(selection);
      const value = readerOf(name)(entity);
      if (value === undefined) return null;
      put(part, name, selection.selections ? partsOf(selection.selections, value, fits) : value);
      continue;
    }
    const { __typename: typename } = entity;
    const isMeant = selection.typeCondition && typeof typename === 'string' && fits(selection.typeCondition, typename);
    if (isMeant) merge(part, partOf(selection.selections, entity, fits) ?? {}, false);
  }
  return part;
}

function partsOf(selections: Selections, value: Json, fits: Fits): Json {
  if (Array.isArray(value)) return value.map((element) => partsOf(selections, element as Json, fits));
  return isObject(value) ? partOf(selections, value, fits) : null;
}
